"""One person: name, language, posts and channels, each changed by a form of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Response

from dondoc.services import person_edits
from dondoc.services.person_card import person_card
from dondoc.web import changing
from dondoc.web.administrators import Administrator
from dondoc.web.changing import Sent, take, units_to_choose, words_in
from dondoc.web.door import Doer
from dondoc.web.render import page
from dondoc.words.organisation import LANGUAGES, POST_ROLES, worded
from dondoc.words.steps import CHANNELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.datastructures import FormData

    from dondoc.errors import AtField
    from dondoc.services.touched import Taken
    from dondoc.web.door import Visit

router = APIRouter(prefix="/admin/people/{code}")
Position = Annotated[int, Form(ge=1)]
NONE_YET = {"": "–"}


@router.get("")
def show(visit: Administrator, code: str) -> Response:
    """Show a person with the forms that change them."""
    return _page(visit, code, changing.Form())


@router.post("")
def change(deed: Doer, code: str, sent: Sent) -> Response:
    """Give a person another name or language, or say that they have left or are back."""
    fields, active = words_in(sent, "name", "language"), "active" in sent or "administrator" in sent
    edit = partial(person_edits.change_person, fields=fields, active=active)
    return _taken(deed, code, sent, "person", edit)


@router.post("/posts")
def add_post(deed: Doer, code: str, sent: Sent) -> Response:
    """Give a person a post."""
    fields = words_in(sent, "unit", "role", "title", "valid_from", "valid_to")
    return _taken(deed, code, sent, "post", partial(person_edits.add_post, fields=fields))


@router.post("/posts/{number}")
def change_post(deed: Doer, code: str, number: int, sent: Sent) -> Response:
    """Give a post another title or end."""
    edit = partial(person_edits.change_post, number=number, fields=words_in(sent, "title", "valid_to"))
    return _taken(deed, code, sent, f"post-{number}", edit)


@router.post("/channels")
def add_channel(deed: Doer, code: str, sent: Sent) -> Response:
    """Add a channel, to be tried after those there are."""
    address = str(sent.get("channels", "")).strip()
    edit = partial(person_edits.change_channels, order=lambda known: [*known, address])
    return _taken(deed, code, sent, "channel", edit)


@router.post("/channels/first")
def put_first(deed: Doer, code: str, sent: Sent, position: Position) -> Response:
    """Let a channel be tried before all others."""
    edit = partial(person_edits.change_channels, order=partial(person_edits.put_first, position=position))
    return _taken(deed, code, sent, "channel", edit)


@router.post("/channels/drop")
def drop_channel(deed: Doer, code: str, sent: Sent, position: Position) -> Response:
    """Take a channel away."""
    edit = partial(person_edits.change_channels, order=partial(person_edits.without, position=position))
    return _taken(deed, code, sent, "channel", edit)


def _taken(deed: Visit, code: str, sent: FormData, form: str, edit: Callable[..., Taken]) -> Response:
    def again(wrong: AtField) -> Response:
        return _page(deed, code, changing.Form(form, sent, wrong), status=422)

    change = partial(edit, deed.world.session, deed.occasion, code)
    return take(deed, sent, change, f"/admin/people/{code}", again)


def _page(visit: Visit, code: str, form: changing.Form, *, status: int = 200) -> Response:
    return page(
        visit,
        "admin/person.html",
        status=status,
        one=person_card(visit.world, code),
        units={**NONE_YET, **units_to_choose(visit.world)},
        form=form,
        languages=worded(visit.speech, LANGUAGES),
        roles=worded(visit.speech, POST_ROLES),
        CHANNELS=CHANNELS,
    )
