"""`dondoc demo`: a whole story in a folder of its own, from a notice to the Director General."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _, current
from dondoc.cli.output import divert_stderr, say
from dondoc.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.reading.demo import Chapter, Script

app = App()

DEFAULT_DIR = Path("dondoc-demo")
MARK = "demo.txt"
"""Lies in a folder that a demo made, and may therefore make anew."""
MESSAGES = "messages"

DemoDir = Annotated[
    Path,
    typer.Option("--dir", metavar=_("DIR"), help=_("The folder to live it in; the next demo makes it anew.")),
]


@app.command(help=_("Live a whole story: a sample notice, from its first reading to the Director General."))
def demo(folder: DemoDir = DEFAULT_DIR) -> None:
    """Tell the story; the folder stays for `dondoc serve`."""
    from dondoc.cli.demo_end import print_end
    from dondoc.hosting.prefect import prefect_for
    from dondoc.hosting.server import log_file
    from dondoc.reading.demo import shipped_script

    where = folder.absolute()
    _make_room(where)
    divert_stderr(log_file(where))
    script = shipped_script()
    say(_("A Prefect server is starting; the story then takes about a minute."))
    with prefect_for(where):
        _set_up(where)
        _live(where, script)
    print_end(where, script)


def _make_room(where: Path) -> None:
    if (where / MARK).exists():
        shutil.rmtree(where)
    elif where.exists() and any(where.iterdir()):
        raise Refused("The folder %(dir)s is not empty: name another with --dir.", dir=where)
    where.mkdir(parents=True, exist_ok=True)
    (where / MARK).write_text(_("Made by `dondoc demo`, which may make it anew.") + "\n", encoding="utf-8")


def _set_up(where: Path) -> None:
    from dondoc.reading.demo import reachable_organisation
    from notifications.folder import folder_address

    organisation = where / "organisation.yaml"
    organisation.write_text(reachable_organisation(folder_address(where / MESSAGES)), encoding="utf-8")
    _command(where, "init", "--simulated")
    _command(where, "org", "load", str(organisation), "--as", "admin")


def _live(where: Path, script: Script) -> None:
    """Live day after day: the morning run, then what people do; the last day through the real flow."""
    chapters = {chapter.on: chapter for chapter in script.chapters}
    for day in _days(script.first, script.last):
        if day == script.last:
            _command(where, "run", "daily", "--on", day.isoformat())
        else:
            _fast_forward(where, day)
        if chapter := chapters.get(day):
            _tell(where, chapter)


def _fast_forward(where: Path, day: dt.date) -> None:
    """Call the service that the daily flow wraps."""
    from dondoc.services.daily import run_day
    from dondoc.services.schedule import work_moment
    from dondoc.workplace import workplace

    with workplace(where) as work, work.carriers() as carriers:
        run_day(work.sessions, carriers, day, lambda: work_moment(day))


def _tell(where: Path, chapter: Chapter) -> None:
    from dondoc.services.wording import FILTERS

    say(f"\n── {FILTERS[current()]['day'](chapter.on)} ── {chapter.say[current()]}")
    for line in chapter.do:
        _command(where, *line, "--on", chapter.on.isoformat())


def _command(where: Path, *arguments: str) -> None:
    """Run a command as its user would, from the door; the story ends where one is refused."""
    from dondoc.cli.main import run

    say("$ dondoc " + " ".join(f'"{word}"' if " " in word else word for word in arguments))
    code = run([*arguments, "--dir", str(where)])
    if code:
        raise Refused(
            "The demo could not go on: `dondoc %(command)s` ended with %(code)s.",
            command=arguments[0],
            code=code,
        )


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for number in range((last - first).days + 1):
        yield first + dt.timedelta(days=number)
