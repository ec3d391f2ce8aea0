"""Units as a tree, adding one, and loading the organisation's file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Response

from dondoc.i18n import N_, translate
from dondoc.reading.organisation import OrganisationFile, read_organisation
from dondoc.rules.rights import Operation
from dondoc.services import organisation, unit_edits
from dondoc.services.names import by_code
from dondoc.services.units_page import units_page
from dondoc.services.world import World
from dondoc.web import changing
from dondoc.web.administrators import Administrator
from dondoc.web.changing import Sent, take, unit_fields, units_to_choose, words_in
from dondoc.web.door import Doer
from dondoc.web.file_change import FileDoor, SentFile, show_or_take
from dondoc.web.paging import PageNumber
from dondoc.web.render import page
from dondoc.words.organisation import UNIT_KINDS, called_in_full, worded

if TYPE_CHECKING:
    from dondoc.errors import AtField
    from dondoc.services.loading import Difference
    from dondoc.services.touched import Taken
    from dondoc.web.door import Visit
    from dondoc.words.speech import Speech

router = APIRouter(prefix="/admin/units")
FILES = FileDoor(Operation.ORG_LOAD, read_organisation)
Chosen = Annotated[SentFile[OrganisationFile], Depends(FILES.chosen)]
Shown = Annotated[SentFile[OrganisationFile], Depends(FILES.shown)]
COUNTS = N_("%(new)s new, %(changed)s changed, %(ended)s ended, %(same)s as before.")
NOTHING = {"name": "", "kind": "room", "aliases": (), "supervises": (), "valid_to": None}


@router.get("")
def show(visit: Administrator, q: str = "", number: PageNumber = 1) -> Response:
    """Show a page of the units of the day."""
    return _page(visit, changing.Form(), q, number)


@router.post("")
def compare(sent: Chosen, deed: Doer) -> Response:
    """Show what an organisation file changes; nothing is changed yet."""
    return _file(deed, sent)


@router.post("/take")
def load(sent: Shown, deed: Doer) -> Response:
    """Load the organisation file that was shown, all or nothing."""
    return _file(deed, sent)


@router.post("/add")
def add(deed: Doer, sent: Sent) -> Response:
    """Add a unit."""

    def again(wrong: AtField) -> Response:
        return _page(deed, changing.Form("unit", sent, wrong), status=422)

    fields = words_in(sent, "code") | unit_fields(sent)
    edit = partial(unit_edits.add_unit, deed.world.session, deed.occasion, fields)
    return take(deed, sent, edit, f"/admin/units/{fields['code']}", again)


def _file(deed: Visit, sent: SentFile[OrganisationFile]) -> Response:
    session, occasion = deed.world.session, deed.occasion

    def change() -> Taken:
        return organisation.take(session, sent.file.said, occasion, sent.file.name)

    def words(taken: Taken) -> changing.Words:
        as_loaded = World(session, occasion.on)
        lacking = tuple(translate(gap, deed.speech.language) for gap in organisation.gaps(as_loaded))
        called = partial(called_in_full, deed.speech, by_code(session))
        return changing.Words(COUNTS, _counts(deed.speech, taken.difference), called, lacking)

    return show_or_take(deed, sent, change, "/admin/units", words)


def _counts(speech: Speech, difference: Difference) -> dict[str, str]:
    found = {"new": difference.added, "changed": difference.changed}
    found |= {"ended": difference.ended, "same": difference.unchanged}
    return {name: speech.count(len(codes)) for name, codes in found.items()}


def _page(visit: Visit, form: changing.Form, q: str = "", number: int = 1, *, status: int = 200) -> Response:
    return page(
        visit,
        "admin/units.html",
        status=status,
        units=units_page(visit.world, q, number),
        q=q,
        form=form,
        new=NOTHING | {"valid_from": visit.world.on},
        parents={"": "–", **units_to_choose(visit.world)},
        kinds=worded(visit.speech, UNIT_KINDS),
    )
