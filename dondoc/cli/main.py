"""The entry point of `dondoc`: finds the command, runs it, says what went wrong in one sentence."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, NoReturn

from typer.main import get_command

from dondoc.cli.app import Group
from dondoc.cli.commands import COMMANDS
from dondoc.cli.failures import describe
from dondoc.cli.language import _, choose, refuse_unknown, teach_typer
from dondoc.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130  # what Typer returns for Ctrl-C
SELDOM = 200_000  # objects until garbage is collected: most commands end before, and begin a tenth sooner


class Root(Group):
    """The commands of the table, each imported when it is called and not before."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        """Import and return a command, None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = get_command(import_module(COMMANDS[cmd_name].module).app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Typer's signature
        """Write the table itself: a help page imports no command."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(entry.summary)) for name, entry in COMMANDS.items()])


def run(arguments: Sequence[str]) -> int:
    """Run one command line; return 0 for done, 1 for refused or failed, 2 for wrong usage or bad input."""
    choose(None)
    teach_typer()
    summary = _("Turns a notice into tasks and urges each one on until it is done.")
    root = Root(name="dondoc", help=summary, no_args_is_help=True, rich_markup_mode=None)
    try:
        refuse_unknown()
        code = root.main(args=list(arguments), prog_name="dondoc", standalone_mode=False)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a sentence, never a traceback
        sentence, code = describe(error)
        say(sentence)
        return code
    if code == INTERRUPTED:
        say(_("Stopped by the user."))
        return 1
    return code if isinstance(code, int) else 0


def main() -> NoReturn:
    """Run the command line of this process; what it says is UTF-8 whatever the machine is set up for."""
    gc.set_threshold(SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    code = run(sys.argv[1:])
    gc.freeze()  # the process ends: what it leaves behind is not looked through once more
    sys.exit(code)
