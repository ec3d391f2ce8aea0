"""Where a command meets the world: the settings of its data folder, and one transaction in its database."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from dondoc import db, settings
from dondoc.cli import language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlmodel import Session


def load_settings(folder: Path | None) -> settings.Settings:
    """Return the settings of a data folder, and speak their language from here on."""
    loaded = settings.load(folder)
    language.choose(loaded.language)
    return loaded


@contextmanager
def transaction(loaded: settings.Settings, *, read_only: bool = False) -> Iterator[Session]:
    """Open the database and give one session: committed at the end, rolled back on any error.

    A command that only lists and shows is `read_only`: it waits for nobody and works on a database it may
    not write. Raises Refused where there is no database yet, or one of another version of Dondoc.
    """
    engine = db.engine(loaded.database_url)
    try:
        db.check_version(engine)
        with db.session(engine, read_only=read_only) as session:
            yield session
    finally:
        engine.dispose()
