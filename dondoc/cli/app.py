"""The kind of Typer program every command file makes: plain help in the reader's language, no completion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from dondoc.cli.language import _
from dondoc.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable


_TYPER_WRITES = (N_("[OPTIONS]"), N_("COMMAND [ARGS]..."))
"""What Typer puts into a usage line, marked here so that it stands in the catalogue."""


class _Spoken:
    """The lines of a help page that Typer says in English only."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        pieces = " ".join(map(_, self.collect_usage_pieces(ctx)))  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))

    def get_help_option(self, ctx: Any) -> Any:
        """Return the --help option."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        option.help = _("Show this message and exit.")
        return option


class Command(_Spoken, TyperCommand):
    """One command."""


class Group(_Spoken, TyperGroup):
    """Commands under one name."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write every command with its whole sentence, which Typer would cut."""
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, command.help) for name, command in commands.items() if command])


class App(typer.Typer):
    """What a command file calls `app`: with one command it is that command, with a callback a group."""

    def __init__(self, summary: str = "") -> None:
        """Take the sentence that heads the help page of a group."""
        super().__init__(
            cls=Group,
            help=summary,
            no_args_is_help=True,
            add_completion=False,
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
        )

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        """Register a command as Typer does, speaking the reader's language."""
        return super().command(name, **{"cls": Command, **settings})
