"""Whole files of organisation and calendar: what one changes, and loading it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

from fastapi import APIRouter, Depends, File, Header, Request, Response, UploadFile

from dondoc.i18n import N_
from dondoc.reading.calendar import load_entries
from dondoc.reading.organisation import OrganisationFile, read_organisation
from dondoc.rules.calendar import Entry
from dondoc.rules.rights import Operation
from dondoc.services import calendar_entries, organisation
from dondoc.services.roles import require, roles
from dondoc.web.api.description import CHANGE, problems
from dondoc.web.api.door import Changer, Credentials, looking
from dondoc.web.api.errors import PreconditionFailed
from dondoc.web.api.shapes.files import Loaded, LoadedDays
from dondoc.web.api.tags import TAGGED
from dondoc.web.api.trial import undone
from dondoc.web.uploads import ReadFile, name_of, read_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pydantic import BaseModel

    from dondoc.web.api.door import Change

router = APIRouter(tags=["administration"])
Read = TypeVar("Read")
Sent = Annotated[
    UploadFile, File(description="The file, as `dondoc org load` or `dondoc calendar load` takes it: .yaml.")
]
AsCompared = Annotated[
    str | None,
    Header(
        alias="If-Match",
        description="The `ETag` under which this file was compared: exactly that is taken, or nothing (412). "
        "Left out: whatever it changes.",
    ),
]
COMPARED = {200: TAGGED, **CHANGE}
LOADED = CHANGE | problems(412)


class FileDoor(Generic[Read]):
    """Reads the files of those who may load them; before the change begins, so that nobody waits for it."""

    def __init__(self, operation: Operation, read: Callable[[Path], Read]) -> None:
        """Let in who may do an operation, with files that `read` understands."""
        self._operation = operation
        self._read = read

    def __call__(self, request: Request, credentials: Credentials, file: Sent) -> ReadFile[Read]:
        """Read a file."""
        name, content = name_of(file) or "-", file.file.read()
        with looking(request, credentials) as call:
            require(self._operation, roles(call.world, call.person), call.person)
        return read_file(name, content, self._read)


Organisation = Annotated[ReadFile[OrganisationFile], Depends(FileDoor(Operation.ORG_LOAD, read_organisation))]
Days = Annotated[ReadFile[list[Entry]], Depends(FileDoor(Operation.CALENDAR_LOAD, load_entries))]


@router.post(
    "/organisation/compare",
    summary="Show what an organisation file changes",
    response_model=Loaded,
    responses=COMPARED,
)
def compare_organisation(file: Organisation, change: Changer) -> Response:
    """Return what loading the file would change, and change nothing.

    With the `ETag` of the answer exactly that is loaded.
    """
    with undone(change):
        shape = _load(change, file)
    return change.answer(shape, _tag(file, shape))


@router.post("/organisation", summary="Load the organisation", response_model=Loaded, responses=LOADED)
def load_organisation(file: Organisation, change: Changer, if_match: AsCompared = None) -> Response:
    """Load units, people, posts and channels, all or nothing; what the file no longer holds has ended."""
    shape = _load(change, file)
    _require_match(file, shape, if_match)
    return change.answer(shape)


@router.post(
    "/calendar/compare",
    summary="Show what a calendar file changes",
    response_model=LoadedDays,
    responses=COMPARED,
)
def compare_calendar(file: Days, change: Changer) -> Response:
    """Return what loading the file would change, and change nothing.

    With the `ETag` of the answer exactly that is loaded.
    """
    with undone(change):
        shape = _load_days(change, file)
    return change.answer(shape, _tag(file, shape))


@router.post(
    "/calendar", summary="Load official entries of the calendar", response_model=LoadedDays, responses=LOADED
)
def load_calendar(file: Days, change: Changer, if_match: AsCompared = None) -> Response:
    """Load official entries, all or nothing; open counted terms follow, and their owners are told."""
    shape = _load_days(change, file)
    _require_match(file, shape, if_match)
    return change.answer(shape)


def _load(change: Change, file: ReadFile[OrganisationFile]) -> Loaded:
    return Loaded.of(organisation.take(change.world.session, file.said, change.occasion, file.name))


def _load_days(change: Change, file: ReadFile[list[Entry]]) -> LoadedDays:
    loaded = calendar_entries.load(change.world.session, file.said, change.occasion, file.name)
    return LoadedDays.model_validate(loaded)


def _tag(file: ReadFile[Read], shape: BaseModel) -> str:
    """Return the tag of a file with what follows from it."""
    return f'"{file.hash_with(shape.model_dump_json())[:32]}"'


def _require_match(file: ReadFile[Read], shape: BaseModel, known: str | None) -> None:
    """Raise PreconditionFailed where something else than this followed when the file was compared."""
    if known not in (None, "*", _tag(file, shape)):
        raise PreconditionFailed(
            N_("%(file)s changes something else now than when it was compared: compare it again."),
            file=file.name,
        )
