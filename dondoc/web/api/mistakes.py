"""What is wrong in a request, field by field, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dondoc.errors import AtField, Sentences
from dondoc.i18n import N_, translate
from dondoc.services.mistakes import AtCells
from dondoc.web.api.shapes.problem import Mistake

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dondoc.errors import DondocError
    from dondoc.words.speech import Speech

WHOLE = N_("It must be a whole number.")
EITHER = N_("It must be true or false.")
DAY = N_("It must be a day, written as 2014-05-23.")
CHOICE = N_("It must be one of: %(expected)s.")
OTHER = N_("This cannot be used here.")
SENTENCES = {  # by pydantic's names for what is wrong
    "missing": N_("It is missing."),
    "json_invalid": N_("This is not JSON."),
    "extra_forbidden": N_("There is no such field."),
    "greater_than_equal": N_("It must be %(ge)s or more."),
    "less_than_equal": N_("It must be %(le)s or less."),
    "string_too_short": N_("It must have %(min_length)s character(s) or more."),
    "string_too_long": N_("It must have %(max_length)s character(s) or fewer."),
    "too_long": N_("It must have %(max_length)s entries or fewer."),
    "string_type": N_("It must be a text."),
    "list_type": N_("It must be a list."),
    "model_attributes_type": N_("It must be an object with the fields that the description names."),
    "int_type": WHOLE,
    "int_parsing": WHOLE,
    "int_from_float": WHOLE,
    "bool_type": EITHER,
    "bool_parsing": EITHER,
    "date_type": DAY,
    "date_parsing": DAY,
    "date_from_datetime_parsing": DAY,
    "date_from_datetime_inexact": DAY,
    "enum": CHOICE,
    "literal_error": CHOICE,
}


def mistakes(found: Sequence[Mapping[str, Any]], speech: Speech) -> list[Mistake]:
    """Return what pydantic has found, each with its place."""
    return [Mistake(field=_place(each), detail=_sentence(each, speech)) for each in found]


def at_field(error: DondocError, speech: Speech) -> list[Mistake]:
    """Return what is wrong with one field of what was sent; of any other failure nothing."""
    if not isinstance(error, AtField) or not error.field:
        return []
    return [Mistake(field=f"body.{error.field}", detail=speech.sentence(error))]


def in_cells(error: DondocError, language: str) -> list[Mistake]:
    """Return what is wrong in a workbook, each with its sheet and cells; of any other failure nothing."""
    listed = (each for said in error.params.values() if isinstance(said, Sentences) for each in said)
    return [
        Mistake(field=each.place, detail=translate(each.reason, language))
        for each in listed
        if isinstance(each, AtCells)
    ]


def _place(mistake: Mapping[str, Any]) -> str:
    """Return where a mistake is; what is no JSON has no fields, only the number of a character."""
    parts = mistake["loc"][:1] if mistake["type"] == "json_invalid" else mistake["loc"]
    return ".".join(map(str, parts))


def _sentence(mistake: Mapping[str, Any], speech: Speech) -> str:
    return speech.say(SENTENCES.get(mistake["type"], OTHER), **mistake.get("ctx", {}))
