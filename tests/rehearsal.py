"""A data folder in which a deed is answered as if it were done, and nothing of it stays."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dondoc.web.house import House

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlmodel import Session


class Rehearsal(House):
    """Takes everything back; while it `keeps`, it is as any other."""

    keeps = False

    @contextmanager
    def transaction(self, *, read_only: bool = False) -> Iterator[Session]:
        """Open a transaction that is undone at its end."""
        with suppress(_Undone), super().transaction(read_only=read_only) as session:
            yield session
            if not (read_only or self.keeps):
                raise _Undone


class _Undone(Exception):
    """Ends a rehearsal."""
