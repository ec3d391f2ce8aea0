"""A change by a form of the administration: shown first where open tasks feel it, mistakes at their field."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData

from dondoc.errors import AtField
from dondoc.i18n import N_
from dondoc.services.names import by_code
from dondoc.web.render import page
from dondoc.web.said import done
from dondoc.words.organisation import FIELDS, called_in_full, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from fastapi import Response

    from dondoc.rules.organisation import Organisation
    from dondoc.services.loading import Difference
    from dondoc.services.touched import Taken
    from dondoc.services.world import World
    from dondoc.web.door import Visit
    from dondoc.words.speech import Speech

CONFIRMED = "confirmed"
OPTIONAL = ("parent", "valid_from", "valid_to")
DONE = N_("%(code)s: the change is taken.")
SAME = N_("%(code)s: everything was so already; nothing is changed.")


async def _sent(request: Request) -> FormData:
    return await request.form()


Sent = Annotated[FormData, Depends(_sent)]
"""A form as it was sent."""


@dataclass(frozen=True)
class Words:
    """What is said of a change: in all, how codes are called, what else to know, and where it is taken."""

    msgid: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    called: Callable[[str], str] = str
    notes: tuple[str, ...] = ()
    action: str = ""


@dataclass(frozen=True)
class Form:
    """The form of a page that was sent with a mistake: its name, what was typed, what is wrong where."""

    name: str = ""
    typed: FormData = field(default_factory=FormData)
    wrong: AtField | None = None

    def is_wrong(self, form: str) -> bool:
        """Say whether it is this form."""
        return self.wrong is not None and form == self.name

    def fault(self, speech: Speech, form: str, name: str) -> str:
        """Return the sentence about a field of a form; "" where nothing is wrong with it."""
        if self.wrong is None or form != self.name or name != self.wrong.field:
            return ""
        return speech.sentence(self.wrong)

    def value(self, form: str, name: str, kept: object = "") -> str:
        """Return what was typed into a field; what is kept where it was not sent."""
        typed = self.typed.get(name) if form == self.name else None
        return typed if isinstance(typed, str) else "" if kept is None else str(kept)


def words_in(sent: FormData, *names: str) -> dict[str, str | None]:
    """Return the named fields of a form, None for what may be left empty and is."""
    said = {name: str(sent.get(name, "")).strip() for name in names}
    return {name: None if name in OPTIONAL and not value else value for name, value in said.items()}


def unit_fields(sent: FormData) -> dict[str, object]:
    """Return what a form says of a unit, all but its code."""
    words = words_in(sent, "name", "kind", "parent", "valid_from", "valid_to")
    lists = {name: str(sent.get(name, "")).splitlines() for name in ("aliases", "supervises")}
    return words | {name: tuple(filter(None, map(str.strip, said))) for name, said in lists.items()}


def units_to_choose(world: World) -> Mapping[str, str]:
    """Return the units of the day as a form offers them, by code."""
    return _offered(world.organisation)


@lru_cache(1)
def _offered(organisation: Organisation) -> Mapping[str, str]:
    """Write them once for as long as the organisation stays as it is."""
    return {unit.code: f"{unit.code} – {unit.name}" for unit in organisation.by_code}


def take(
    deed: Visit,
    sent: FormData,
    change: Callable[[], Taken],
    to: str,
    again: Callable[[AtField], Response],
    name: str | None = None,
) -> Response:
    """Make a change and lead to `to`; where open tasks feel it, show it first, until it is confirmed.

    What is wrong is shown by `again`, and nothing is changed. `name` is of what is changed: else the end of
    `to`.
    """
    trial = deed.world.session.begin_nested()
    try:
        taken = change()
    except AtField as wrong:
        trial.rollback()
        return again(wrong)
    if taken.touches and CONFIRMED not in sent:
        trial.rollback()
        return _ask(deed, sent, taken, to)
    trial.commit()
    said = DONE if taken.difference else SAME
    return done(deed, to, said, code=called(deed.speech, name or to.rpartition("/")[2]))


def _ask(deed: Visit, sent: FormData, taken: Taken, to: str) -> Response:
    kept = [(name, value) for name, value in sent.multi_items() if name not in ("csrf", CONFIRMED)]
    return ask(deed, taken, [*kept, (CONFIRMED, "yes")], to, _words(deed))


def _words(deed: Visit) -> Words:
    known = by_code(deed.world.session)

    def in_full(code: str) -> str:
        named = code in known or "@" in code
        return called_in_full(deed.speech, known, code) if named else called(deed.speech, code)

    return Words(action=deed.request.url.path, called=in_full)


def called(speech: Speech, code: str) -> str:
    """Write a day as people do; every other code stands for itself."""
    try:
        return speech.date(dt.date.fromisoformat(code))
    except ValueError:
        return code


def ask(deed: Visit, taken: Taken, kept: Iterable[tuple[str, object]], to: str, words: Words) -> Response:
    """Show what a change does before it is taken, by sending what is `kept`."""
    speech = deed.speech
    touches = [
        speech.say(touch.msgid, code=words.called(touch.code), count=speech.count(touch.tasks))
        for touch in taken.touches
    ]
    return page(
        deed,
        "admin/confirm.html",
        touches=touches,
        changes=list(rows(speech, taken.difference, words.called)),
        added=list(map(words.called, taken.difference.added)),
        ended=list(map(words.called, taken.difference.ended)),
        summary=speech.say(words.msgid, **words.params) if words.msgid else "",
        notes=words.notes,
        kept=kept,
        action=words.action,
        back=to,
    )


def rows(
    speech: Speech, difference: Difference, called: Callable[[str], str] = str
) -> Iterator[tuple[str, str, str, str]]:
    """Go through what is another than before: whose, what, before, after; `called` says a code in words."""
    for name, fields in difference.changed.items():
        for one, (before, after) in fields.items():
            yield called(name), speech.say(FIELDS[one]), said(speech, one, before), said(speech, one, after)
