"""The check of a plan beside its document: each item lit up in its text, and what puts it right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Response

from dondoc.i18n import N_
from dondoc.services import item_cuts
from dondoc.services.checking import checking
from dondoc.services.choices import choices
from dondoc.services.directory import directory
from dondoc.services.item_view import view_of
from dondoc.services.plan_edits import edit
from dondoc.services.plans import find_item
from dondoc.services.visible import find_plan
from dondoc.web.cut_words import edges, openings
from dondoc.web.door import Doer, Visitor
from dondoc.web.item_form import Sent, edit_of
from dondoc.web.marked_text import Holds, stretches
from dondoc.web.render import page
from dondoc.web.said import done
from dondoc.words.documents import DOCUMENT_KINDS
from dondoc.words.plans import BECAME, FIELDS, KINDS, LACKS, LIKENESSES, PERIODS, STATES

if TYPE_CHECKING:
    from dondoc.web.door import Visit

router = APIRouter(prefix="/plans/{code}/check")
Text = Annotated[str, Form()]
WORDS = {
    "became": BECAME,
    "document": DOCUMENT_KINDS,
    "fields": FIELDS,
    "kinds": KINDS,
    "lacks": LACKS,
    "likenesses": LIKENESSES,
    "periods": PERIODS,
    "states": STATES,
}


@router.get("")
def show(visit: Visitor, code: str) -> Response:
    """Show the text on one side and the items on the other."""
    plan = find_plan(visit.world, visit.person, code)
    checked = checking(visit.world, visit.person, plan)
    return page(
        visit,
        "check.html",
        checked=checked,
        stretches=stretches(checked),
        edges=edges,
        openings=openings,
        holds=Holds,
        known=choices(visit.world, plan.subject_unit_id, (card.view.assignee for card in checked.cards)),
        words=WORDS,
    )


@router.post("/{item}/set")
def set_(deed: Doer, code: str, item: str, sent: Sent) -> Response:
    """Set what the form changes in an item."""
    plan = find_plan(deed.world, deed.person, code)
    row = find_item(deed.world.session, plan, item)
    change = edit_of(sent, view_of(deed.world, plan, row), directory(deed.world, plan.subject_unit_id))
    if not change.given:
        return _back(deed, code, row.ref, N_("%(item)s is as it was."), row.code)
    edit(deed.world, deed.occasion, code, item, change)
    return _back(deed, code, row.ref, N_("%(item)s is set."), row.code)


@router.post("/{item}/mend")
def mend(deed: Doer, code: str, item: str, begins: Text = "", ends: Text = "") -> Response:
    """Let an item begin or end elsewhere."""
    find_plan(deed.world, deed.person, code)
    view = item_cuts.mend(deed.world, deed.occasion, code, item, begins, ends)
    return _back(deed, code, view.ref, N_("%(item)s is mended."), view.item)


@router.post("/{item}/split")
def split(deed: Doer, code: str, item: str, before: Text = "") -> Response:
    """Make two items of one, and lead to the second."""
    find_plan(deed.world, deed.person, code)
    first, second = item_cuts.split(deed.world, deed.occasion, code, item, before)
    said = N_("%(item)s is split: what follows is %(second)s.")
    return _back(deed, code, second.ref, said, first.item, second=second.item)


@router.post("/{item}/join")
def join(deed: Doer, code: str, item: str) -> Response:
    """Make one item of two."""
    find_plan(deed.world, deed.person, code)
    view = item_cuts.join(deed.world, deed.occasion, code, item)
    return _back(deed, code, view.ref, N_("%(item)s is joined with the next item."), view.item)


@router.post("/add")
def add(deed: Doer, code: str, words: Text = "") -> Response:
    """Make an item of words that were read into none."""
    find_plan(deed.world, deed.person, code)
    view = item_cuts.add(deed.world, deed.occasion, code, words)
    return _back(deed, code, view.ref, N_("%(item)s is added."), view.item)


def _back(deed: Visit, code: str, ref: str, msgid: str, item: str, **more: str) -> Response:
    """Lead back to the card of an item."""
    return done(deed, f"/plans/{code}/check#i-{quote(ref)}", msgid, item=item, **more)
