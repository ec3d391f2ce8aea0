"""`dondoc init`: a new data folder, or an older one brought up to date."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING, Annotated

import typer

from dondoc import clock, db
from dondoc.cli.app import App
from dondoc.cli.edge import load_settings
from dondoc.cli.language import _
from dondoc.cli.options import Dir
from dondoc.cli.output import say
from dondoc.settings import FILE

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from dondoc.settings import Settings

app = App()

HEADING = """\
# The settings of this data folder; a DONDOC_... variable of the environment wins over each.
# Whoever knows the secret key can make status links: let nobody else read this file.
"""

Simulated = Annotated[
    bool, typer.Option("--simulated", help=_("Let commands live on any day: for trials and teaching."))
]


@app.command(help=_("Make a new data folder: database, calendar, ladders, administrator."))
def init(folder: Dir = None, simulated: Simulated = False) -> None:
    """Make a data folder; one of an older version is brought up to date, one that is ready is refused."""
    loaded = load_settings(folder)
    engine = db.engine(loaded.database_url)
    try:
        _make(engine, loaded, simulated=simulated)
    finally:
        engine.dispose()


def _make(engine: Engine, loaded: Settings, *, simulated: bool) -> None:
    found = db.version(engine)
    if found is not None and db.is_older(found):
        db.migrate(engine)
        say(_("The database was brought up to date from version %(version)s.") % {"version": found})
        return
    loaded.dir.mkdir(parents=True, exist_ok=True)
    if found is None:
        db.migrate(engine)
    db.check_version(engine)
    told = {"dir": loaded.dir, "person": _fill(engine, loaded, simulated=simulated)}
    say(_("The data folder %(dir)s is ready; its administrator is %(person)s.") % told)
    say(_("Next: dondoc org load FILE --as %(person)s --dir %(dir)s") % told)


def _fill(engine: Engine, loaded: Settings, *, simulated: bool) -> str:
    from dondoc.reading.ladders import shipped_ladders
    from dondoc.reading.shipped_calendar import shipped_entries
    from dondoc.services.installation import install
    from dondoc.services.occasion import Occasion
    from dondoc.workplace import os_user

    nobody_yet = Occasion(person=None, os_user=os_user(), on=clock.today(), now=clock.now())
    with db.session(engine) as session:
        administrator = install(
            session, shipped_entries(), shipped_ladders(), nobody_yet, simulated=simulated
        )
        if loaded.secret_key is None:
            _keep_secret(loaded.dir / FILE)
        return administrator.code


def _keep_secret(file: Path) -> None:
    """Write a fresh key into the settings, readable by their owner only, below what stands there already."""
    heading = "" if file.exists() else HEADING
    with os.fdopen(
        os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="utf-8"
    ) as settings:
        settings.write(f'{heading}secret_key = "{secrets.token_urlsafe(32)}"\n')
