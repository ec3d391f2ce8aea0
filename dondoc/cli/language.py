"""The language of this run of the command: the environment's until the data folder's settings are known."""

from __future__ import annotations

import gettext
import os
from contextvars import ContextVar

from dondoc.errors import BadInput, DondocError
from dondoc.i18n import DEFAULT_LANGUAGE, DOMAIN, LANGUAGES, LOCALE, N_, translate, translator

# what Typer looks up in the catalogue by itself, marked here so that it stands there
_TYPER_SAYS = (N_("Options"), N_("Arguments"), N_("Commands"), N_("required"), N_("default: {default}"))

_chosen: ContextVar[str | None] = ContextVar("language", default=None)


def current() -> str:
    """Return the chosen language, else DONDOC_LANGUAGE's, else Vietnamese."""
    wanted = _chosen.get() or os.environ.get("DONDOC_LANGUAGE", DEFAULT_LANGUAGE)
    return wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE


def choose(language: str | None) -> None:
    """Speak `language` from here on; None asks the environment again."""
    _chosen.set(language)


def refuse_unknown() -> None:
    """Raise BadInput where DONDOC_LANGUAGE is none of ours: commands without a data folder speak it too."""
    wanted = os.environ.get("DONDOC_LANGUAGE")
    if wanted and wanted not in LANGUAGES:
        rule = BadInput("It must be vi or en.")
        raise BadInput("The setting %(name)s cannot be used. %(rule)s", name="DONDOC_LANGUAGE", rule=rule)


def _(msgid: str) -> str:
    """Return `msgid` in the language of this run."""
    return translator(current()).gettext(msgid)


def explain(error: DondocError) -> str:
    """Return the error's sentence in the language of this run, in English where its catalogue is missing."""
    try:
        return translate(error, current())
    except BadInput:
        return str(error)


def teach_typer() -> None:
    """Give Typer's own words ("Options", "default") the language of this run.

    Typer asks the process-wide gettext domain, and that asks the environment which language it is.
    """
    os.environ["LANGUAGE"] = current()
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
