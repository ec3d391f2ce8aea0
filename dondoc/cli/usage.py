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
    # the reasons
    (r"Input should be a valid integer.*", N_("it must be a whole number.")),
    (r"Input should be less than or equal to (?P<limit>\S+)", N_("it must be at most %(limit)s.")),
    (r"Input should be greater than or equal to (?P<limit>\S+)", N_("it must be at least %(limit)s.")),
    (r"Value error, '.*' is not one of (?P<known>.*)\.", N_("it must be one of %(known)s.")),
    (r"\S+ '(?P<file>.*)' does not exist\.", N_("there is no file %(file)s.")),
    (r"\S+ '(?P<file>.*)' is a directory\.", N_("%(file)s is a folder, not a file.")),
)


def translate_usage(error: TyperException) -> str:
    """Return Typer's sentence in the language of this run, and where to read more."""
    if type(error).__name__ == "NoArgsIsHelpError":  # its message is the help page
        return error.message
    context = getattr(error, "ctx", None)
    sentence = _sentence(error.format_message())
    path = context.command_path if context else "dondoc"
    hint = _("See `%(command)s --help`.") % {"command": path}
    return f"{sentence} {hint}"


def _sentence(said: str) -> str:
    for pattern, msgid in _SENTENCES:
        if match := re.fullmatch(pattern, said, re.DOTALL):
            parts = match.groupdict()
            if "reason" in parts:
                parts["reason"] = _sentence(parts["reason"])
            return _(msgid) % parts
    return said
