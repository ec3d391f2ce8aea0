"""Changing one person in the organisation: name, language, posts and channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.errors import Absent, AtField, BadInput, Refused
from dondoc.i18n import N_
from dondoc.reading.organisation import PersonEntry, PostEntry
from dondoc.services.form_entry import entry_of
from dondoc.services.organisation_edits import begin, take, with_person
from models import Channel, Person

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlmodel import Session

    from dondoc.reading.organisation import OrganisationFile
    from dondoc.services.occasion import Occasion
    from dondoc.services.touched import Taken


def add_person(session: Session, occasion: Occasion, fields: Mapping[str, object]) -> Taken:
    """Add a person from `code`, `name` and `language`; raises AtField for what is wrong."""
    code = str(fields["code"])
    file = begin(session, occasion)
    if session.exec(select(Person.id).where(Person.code == code)).first() is not None:
        raise AtField("code", BadInput(N_("the code %(code)s stands twice"), code=code))
    return take(session, occasion, with_person(file, entry_of(PersonEntry, fields)), code)


def change_person(
    session: Session, occasion: Occasion, code: str, fields: Mapping[str, object], *, active: bool
) -> Taken:
    """Give a person another `name` or `language`; one who is no longer active holds no post any more.

    An administrator stays active: they are appointed by who runs the machine. Raises AtField.
    """
    file = begin(session, occasion)
    entry = _entry(session, file, code)
    if not active:
        others = tuple(one for one in file.people if one.code != code)
        return take(session, occasion, file.model_copy(update={"people": others}), code)
    changed = entry_of(PersonEntry, {**dict(entry), **fields})
    return take(session, occasion, with_person(file, changed), code)


def add_post(session: Session, occasion: Occasion, code: str, fields: Mapping[str, object]) -> Taken:
    """Give a person a post: `unit`, `role`, `title`, `valid_from` and `valid_to`. Raises AtField."""
    return _posts(session, occasion, code, lambda held: (*held, entry_of(PostEntry, fields)))


def change_post(
    session: Session, occasion: Occasion, code: str, number: int, fields: Mapping[str, object]
) -> Taken:
    """Give a post another `title` or `valid_to`; `number` is its place among the person's, from 0.

    Raises AtField; Absent where there is no such post.
    """

    def changed(held: Sequence[PostEntry]) -> tuple[PostEntry, ...]:
        if not 0 <= number < len(held):
            raise Absent("There is no such post any more: open the page again.")
        post = entry_of(PostEntry, {**held[number].model_dump(mode="json"), **fields})
        return (*held[:number], *held[number + 1 :], post)

    return _posts(session, occasion, code, changed)


def change_channels(
    session: Session, occasion: Occasion, code: str, order: Callable[[list[str]], Sequence[str]]
) -> Taken:
    """Let `order` say a person's addresses anew, in the order to try them. Raises AtField."""
    file = begin(session, occasion)
    entry = _entry(session, file, code)
    known = select(Channel.address).join(Person).where(Person.code == code).order_by(col(Channel.position))
    channels = tuple(order(list(session.exec(known))))
    return take(session, occasion, with_person(file, entry.model_copy(update={"channels": channels})), code)


def put_first(known: list[str], position: int) -> list[str]:
    """Return channels with the one at a position, from 1, before all others; raises what `without` raises."""
    rest = without(known, position)
    return [known[position - 1], *rest]


def without(known: list[str], position: int) -> list[str]:
    """Return channels without the one at a position, from 1; raises Refused where there is none."""
    if position > len(known):
        raise Refused(
            "There is no channel %(position)s any more: look at the person again.", position=position
        )
    return [*known[: position - 1], *known[position:]]


def _posts(
    session: Session,
    occasion: Occasion,
    code: str,
    say: Callable[[tuple[PostEntry, ...]], tuple[PostEntry, ...]],
) -> Taken:
    file = begin(session, occasion)
    entry = _entry(session, file, code)
    changed = entry.model_copy(update={"posts": say(entry.posts)})
    return take(session, occasion, with_person(file, changed), code)


def _entry(session: Session, file: OrganisationFile, code: str) -> PersonEntry:
    """Return what the file says of a person; of one who had left, that they are back without a post."""
    known = next((entry for entry in file.people if entry.code == code), None)
    if known is not None:
        return known
    person = session.exec(select(Person).where(Person.code == code)).one_or_none()
    if person is None:
        raise Absent("There is no person %(person)s.", person=code)
    return PersonEntry(code=person.code, name=person.name, language=person.language)
