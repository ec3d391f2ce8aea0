"""Trying a change out: what it would do is answered, and nothing is changed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.web.api.door import Change


@contextmanager
def undone(change: Change) -> Iterator[None]:
    """Take back what is done in here."""
    with change.world.session.begin_nested() as trial:
        yield
        trial.rollback()
