"""Sentences in the reader's language: English in the code, gettext catalogues for the rest."""

from __future__ import annotations

import datetime as dt
import gettext
from functools import cache
from pathlib import Path

from dondoc.errors import BadInput, DondocError, Sentences

DOMAIN = "dondoc"
LOCALE = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"
DEFAULT_LANGUAGE = "vi"
LANGUAGES = (DEFAULT_LANGUAGE, SOURCE_LANGUAGE)


def N_(msgid: str) -> str:  # noqa: N802 - the name by which every gettext tool knows it
    """Mark a sentence for the catalogue where it is kept, to be translated where it is said."""
    return msgid


@cache
def translator(language: str) -> gettext.NullTranslations:
    """Return the catalogue of `language` ("vi" or "en"); English is the source and needs none.

    Raises BadInput where the language is unknown or its catalogue was never compiled.
    """
    if language not in LANGUAGES:
        raise BadInput(
            "The language must be one of %(known)s, not %(given)s.",
            known=", ".join(LANGUAGES),
            given=language,
        )
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    try:
        return gettext.translation(DOMAIN, LOCALE, [language])
    except FileNotFoundError as missing:
        raise BadInput(
            "The catalogue of the language %(language)s is not compiled: run `make setup`.", language=language
        ) from missing


def translate(error: DondocError, language: str) -> str:
    """Return the sentence of `error` in `language`, errors among its parameters in the same language."""
    params = {name: _said(name, value, language) for name, value in error.params.items()}
    return translator(language).gettext(error.msgid) % params


def _said(name: str, value: object, language: str) -> object:
    if name == "count" and isinstance(value, int):
        return f"{value:02}" if language == "vi" else value  # below ten with a nought, as officials count
    if isinstance(value, dt.date) and language == "vi":
        month = f"{value.month:02}" if value.month <= 2 else value.month  # noqa: PLR2004 - only 1 and 2 get one
        return f"{value.day:02}/{month}/{value.year}"
    if isinstance(value, Sentences):
        return "\n".join(translate(each, language) for each in value)
    return translate(value, language) if isinstance(value, DondocError) else value
