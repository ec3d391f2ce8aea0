"""One person as administrators change them: name, language, posts and channels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Path, Response

from dondoc.errors import AtField
from dondoc.services import person_edits
from dondoc.services.organisation import hold
from dondoc.web.api.administrators import Administrator
from dondoc.web.api.asked import PersonCode
from dondoc.web.api.description import CHANGE, HELD_CHANGE, problems
from dondoc.web.api.door import Changer
from dondoc.web.api.held_organisation import HeldPerson, person_shape
from dondoc.web.api.shapes.administered import ChannelNew, PersonEdit, PersonInFull, PostEdit, PostNew
from dondoc.web.api.shapes.files import Changed
from dondoc.web.api.tags import TAGGED, UNCHANGED, IfNoneMatch, tagged
from dondoc.web.api.trial import undone

if TYPE_CHECKING:
    from dondoc.services.touched import Taken
    from dondoc.web.api.door import Change

router = APIRouter(prefix="/admin/people/{code}", tags=["administration"])
HELD = {200: TAGGED, **HELD_CHANGE}
Number = Annotated[int, Path(ge=0, le=999, description="Place of the post among the person's, from 0.")]
Position = Annotated[int, Path(ge=1, le=999, description="Place of the channel among the person's, from 1.")]


@router.get(
    "",
    summary="Show a person in full",
    response_model=PersonInFull,
    responses={200: TAGGED, 304: UNCHANGED, **problems(404)},
)
def show_person_in_full(call: Administrator, code: PersonCode, if_none_match: IfNoneMatch = None) -> Response:
    """Return a person with posts and channels, and their state as `ETag`; for administrators only."""
    return tagged(person_shape(call, code), if_none_match)


@router.patch("", summary="Change a person", response_model=PersonInFull, responses=HELD)
def change_person(person: HeldPerson, given: PersonEdit) -> Response:
    """Give a person another name or language, or say that they have left or are back."""
    _edit(person.change, person.code, given)
    return person.answer()


@router.post(
    "/compare", summary="Show what changing a person changes", response_model=Changed, responses=CHANGE
)
def compare_person(change: Changer, code: PersonCode, given: PersonEdit) -> Response:
    """Return what this change of a person would do, and whose open tasks feel it; change nothing."""
    with undone(change):
        hold(change.world.session, change.occasion)
        shape = Changed.of(_edit(change, code, given))
    return change.answer(shape)


def _edit(change: Change, code: str, given: PersonEdit) -> Taken:
    fields = given.model_dump(mode="json", exclude={"active"}, exclude_none=True)
    active = person_shape(change, code).active if given.active is None else given.active
    return person_edits.change_person(change.world.session, change.occasion, code, fields, active=active)


@router.post("/posts", summary="Add a post", response_model=PersonInFull, responses=HELD)
def add_post(person: HeldPerson, given: PostNew) -> Response:
    """Give a person a post."""
    fields = given.model_dump(mode="json")
    person_edits.add_post(person.world.session, person.occasion, person.code, fields)
    return person.answer()


@router.patch("/posts/{number}", summary="Change a post", response_model=PersonInFull, responses=HELD)
def change_post(person: HeldPerson, number: Number, given: PostEdit) -> Response:
    """Give a post another title or end."""
    _edit_post(person.change, person.code, number, given)
    return person.answer()


@router.post(
    "/posts/{number}/compare",
    summary="Show what changing a post changes",
    response_model=Changed,
    responses=CHANGE,
)
def compare_post(change: Changer, code: PersonCode, number: Number, given: PostEdit) -> Response:
    """Return what this change of a post would do, and whose open tasks feel it; change nothing."""
    with undone(change):
        shape = Changed.of(_edit_post(change, code, number, given))
    return change.answer(shape)


def _edit_post(change: Change, code: str, number: int, given: PostEdit) -> Taken:
    fields = given.model_dump(mode="json", exclude_unset=True)
    if fields.get("title", "") is None:
        del fields["title"]
    return person_edits.change_post(change.world.session, change.occasion, code, number, fields)


@router.post("/channels", summary="Add a channel", response_model=PersonInFull, responses=HELD)
def add_channel(person: HeldPerson, given: ChannelNew) -> Response:
    """Add a channel, to be tried after those there are."""
    session, known_and = person.world.session, lambda known: [*known, given.address]
    try:
        person_edits.change_channels(session, person.occasion, person.code, known_and)
    except AtField as wrong:
        raise AtField("address", wrong) from wrong
    return person.answer()


@router.post(
    "/channels/{position}/first",
    summary="Try a channel first",
    response_model=PersonInFull,
    responses=HELD,
)
def put_channel_first(person: HeldPerson, position: Position) -> Response:
    """Let a channel be tried before all others."""
    first = partial(person_edits.put_first, position=position)
    person_edits.change_channels(person.world.session, person.occasion, person.code, first)
    return person.answer()


@router.delete(
    "/channels/{position}", summary="Take a channel away", response_model=PersonInFull, responses=HELD
)
def drop_channel(person: HeldPerson, position: Position) -> Response:
    """Take a channel away."""
    rest = partial(person_edits.without, position=position)
    person_edits.change_channels(person.world.session, person.occasion, person.code, rest)
    return person.answer()
