"""What tests of channels share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from notifications.apprise_sender import AppriseSender

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def sender() -> Iterator[AppriseSender]:
    with AppriseSender() as sender:
        yield sender
