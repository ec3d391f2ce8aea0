"""What a failed command says: one sentence in the user's language, and the exit code."""

from __future__ import annotations

import errno
import sys
import traceback
from pathlib import Path

from typer import Abort, TyperException

from dondoc.cli.language import _, explain
from dondoc.cli.usage import translate_usage
from dondoc.errors import DondocError
from dondoc.i18n import N_

# a piece of what SQLite or PostgreSQL says -> what it means
_DATABASE = {
    "locked": N_("The database is busy: another program holds it. Try again in a moment."),
    "lock timeout": N_("The database is busy: another program holds it. Try again in a moment."),
    "readonly": N_("The database is read-only: this user may not write it."),
    "read-only": N_("The database is read-only: this user may not write it."),
    "disk is full": N_("The disk is full; nothing was changed."),
    "unable to open": N_("The database file cannot be opened: look at the data folder and its rights."),
    "malformed": N_("The database file is not a SQLite database, or it is damaged."),
    "not a database": N_("The database file is not a SQLite database, or it is damaged."),
    "password": N_("The database server refuses the user or the password of DONDOC_DATABASE_URL."),
    "connect": N_("The database server cannot be reached: look at DONDOC_DATABASE_URL."),
}


def describe(error: Exception) -> tuple[str, int]:
    """Return the sentence for any failure, and its exit code."""
    if isinstance(error, DondocError):
        return explain(error), error.exit_code
    if isinstance(error, TyperException):
        return translate_usage(error), error.exit_code
    if isinstance(error, Abort):
        return _("Stopped by the user."), 1
    if isinstance(error, OSError):
        return _file_failure(error), 1
    if _is_from_the_database(error):
        return _database_failure(error), 1
    return _fault(error), 1


def _is_from_the_database(error: Exception) -> bool:
    # asked of what is loaded already: a command that touches no database never imports SQLAlchemy
    sqlalchemy = sys.modules.get("sqlalchemy.exc")
    return sqlalchemy is not None and isinstance(error, sqlalchemy.DBAPIError)


def _database_failure(error: Exception) -> str:
    said = str(getattr(error, "orig", error))
    for piece, meaning in _DATABASE.items():
        if piece in said.lower():
            return _(meaning)
    return _("The database refused: %(reason)s") % {"reason": said.strip().splitlines()[0]}


def _file_failure(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return _("The disk is full; nothing was changed.")
    return _("%(file)s: %(reason)s.") % {"file": error.filename or "-", "reason": error.strerror or error}


def _fault(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    return _("A fault in Dondoc itself: %(kind)s at %(where)s: %(what)s") % {
        "kind": type(error).__name__,
        "where": where,
        "what": error,
    }
