"""The words for units, posts and people; enumeration members and fields -> message ids."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from dondoc.i18n import N_
from dondoc.words.tasks import AUDIENCES
from dondoc.words.values import in_words
from models import Audience, Language, PostRole, UnitKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dondoc.words.speech import Speech
    from dondoc.words.values import Worded

UNIT_KINDS: Mapping[UnitKind, str] = {
    UnitKind.GENERAL_DEPARTMENT: N_("General Department"),
    UnitKind.DEPARTMENT: N_("department of the General Department"),
    UnitKind.OFFICE: N_("Office of the General Department"),
    UnitKind.CENTRE: N_("centre of the General Department"),
    UnitKind.PROVINCIAL_DEPARTMENT: N_("provincial department"),
    UnitKind.ROOM: N_("room of a provincial department"),
    UnitKind.DISTRICT_OFFICE: N_("district office"),
}

POST_ROLES: Mapping[PostRole, str] = {
    PostRole.HEAD: N_("head"),
    PostRole.ACTING_HEAD: N_("acting head"),
    PostRole.DEPUTY: N_("deputy"),
    PostRole.OFFICER: N_("officer"),
    PostRole.CLERK: N_("clerk"),
}

LANGUAGES: Mapping[Language, str] = {Language.VI: N_("Vietnamese"), Language.EN: N_("English")}

OWN_NAMES: Mapping[Language, str] = {Language.VI: "Tiếng Việt", Language.EN: "English"}
"""What each language is called in itself: who looks for theirs may not read the other."""

FIELDS: Mapping[str, str] = {
    "name": N_("Name"),
    "language": N_("Language"),
    "active": N_("Active"),
    "channels": N_("Channels"),
    "kind": N_("Kind"),
    "parent": N_("Stands under"),
    "aliases": N_("Other names in documents"),
    "supervises": N_("Fields of work it follows"),
    "title": N_("Title of the post"),
    "valid_from": N_("From"),
    "valid_to": N_("Until"),
    "audience": N_("Who is told"),
    "working": N_("Working day"),
    "document": N_("Document"),
    "provisional": N_("provisional"),
    "weekly": N_("With the first run of the week"),
}
"""What the fields are called in which a difference shows itself."""


def worded(speech: Speech, words: Mapping[Any, str]) -> dict[str, str]:
    """Return the words of an enumeration by its plain values, in the order of its members."""
    return {str(member): speech.say(said) for member, said in words.items()}


def called_in_full(speech: Speech, names: Mapping[str, str], code: str) -> str:
    """Name the unit, person or post that a difference names by a code."""
    person, at, post = code.partition("@")
    if not at:
        return f"{code} – {names[code]}"
    unit, _, role = post.rpartition(":")
    return f"{person} – {names[person]}, {speech.say(POST_ROLES[PostRole(role)])}, {names[unit]}"


def said(speech: Speech, name: str, plain: object) -> str:
    """Say the plain value of the field `name`, as a difference has it."""
    return in_words(speech, WORDED, name, plain)


def _day(speech: Speech, plain: str) -> str:
    return speech.date(dt.date.fromisoformat(plain))


def _yes_or_no(speech: Speech, plain: str) -> str:
    return speech.say(N_("yes") if plain == str(True) else N_("no"))


WORDED: Worded = {
    "kind": lambda speech, plain: speech.say(UNIT_KINDS[UnitKind(plain)]),
    "audience": lambda speech, plain: speech.say(AUDIENCES[Audience(plain)]),
    "weekly": _yes_or_no,
    "working": _yes_or_no,
    "provisional": _yes_or_no,
    "language": lambda speech, plain: speech.say(LANGUAGES[Language(plain)]),
    "valid_from": _day,
    "valid_to": _day,
}
"""Fields whose values are codes or days."""
