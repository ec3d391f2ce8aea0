"""Keeping secrets that stand in addresses out of the server's log of requests."""

from __future__ import annotations

import logging
import re

SECRET = re.compile(r"(?<=/)(s|sign-in|calendar)/[^/?\s]+")
"""An address whose last part lets in whoever knows it."""

LOGGER = "uvicorn.access"


class WithoutSecrets(logging.Filter):
    """Cuts them out of every line, whatever the server is started by."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the line through without them."""
        if isinstance(record.args, tuple):
            record.args = tuple(_cut(one) for one in record.args)
        return True


def keep_secrets_out() -> None:
    """Set the log of requests up so, once."""
    logger = logging.getLogger(LOGGER)
    if not any(isinstance(one, WithoutSecrets) for one in logger.filters):
        logger.addFilter(WithoutSecrets())


def _cut(value: object) -> object:
    return SECRET.sub(r"\1/…", value) if isinstance(value, str) else value
