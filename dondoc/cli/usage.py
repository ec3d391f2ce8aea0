"""Typer's sentences about wrong usage, which it says in English only, in the user's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.cli.language import _
from dondoc.i18n import N_

if TYPE_CHECKING:
    from typer import TyperException

_SENTENCES = (
    (r"Missing option '(?P<name>[^']+)'.*", N_("The option %(name)s is missing.")),
    (r"Missing (argument|parameter) '(?P<name>[^']+)'.*", N_("The argument %(name)s is missing.")),
    (r"Missing command.*", N_("The command is missing.")),
    (r"No such option: (?P<name>\S+).*", N_("There is no option %(name)s.")),
    (r"No such command '(?P<name>.+?)'.*", N_("There is no command %(name)s.")),
    (r"Option '(?P<name>[^']+)' requires .*", N_("The option %(name)s needs a value.")),
    (r"Option '(?P<name>[^']+)' does not take a value.*", N_("The option %(name)s takes no value.")),
    (r"Got unexpected extra arguments?.*? \((?P<name>.*)\)", N_("Too much was given: %(name)s.")),
    (r"Invalid value for '(?P<name>[^']+)': (?P<reason>.*)", N_("%(name)s cannot be used: %(reason)s")),
)


def translate_usage(error: TyperException) -> str:
    """Return Typer's sentence in the language of this run, and where to read more."""
    context = getattr(error, "ctx", None)
    if not error.message.strip() or type(error).__name__ == "NoArgsIsHelpError":
        return error.message
    sentence = _sentence(error.format_message())
    path = context.command_path if context else "dondoc"
    hint = _("See `%(command)s --help`.") % {"command": path}
    return f"{sentence} {hint}"


def _sentence(said: str) -> str:
    for pattern, msgid in _SENTENCES:
        if match := re.fullmatch(pattern, said, re.DOTALL):
            return _(msgid) % match.groupdict()
    return said
