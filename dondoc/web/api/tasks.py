"""Tasks: listed and shown."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from dondoc.services.allowed import allowed
from dondoc.services.task_story import story
from dondoc.services.visible import find_task
from dondoc.services.visible_lists import Filter, tasks_after
from dondoc.web.api.asked import Cursor, Limit, TaskCode, page_of
from dondoc.web.api.description import problems
from dondoc.web.api.door import Call, Caller
from dondoc.web.api.shapes.base import Code, Given, Page, Searched
from dondoc.web.api.shapes.task import TaskInFull, TaskLine
from dondoc.web.api.tags import TAGGED, UNCHANGED, IfNoneMatch, tagged
from dondoc.web.attachments import ANY_KIND, attachment
from models import TaskState

if TYPE_CHECKING:
    from models import Task

router = APIRouter(prefix="/tasks", tags=["tasks"])
FILE = {
    "description": "The file.",
    "content": {ANY_KIND: {"schema": {"type": "string", "format": "binary"}}},
}


class TaskQuery(Given):
    """Which tasks are wanted, and which page of them."""

    unit: Code | None = Field(default=None, description="Only of this unit and those below it.")
    person: Code | None = Field(default=None, description="Only of this assignee.")
    plan: Code | None = Field(default=None, description="Only of this plan.")
    state: TaskState | None = Field(default=None, description="Only in this state.")
    late: bool = Field(default=False, description="Only overdue on the day.")
    q: Searched = Field(
        default="", description="Only with these words in title, code, unit or assignee; tone marks may lack."
    )
    limit: Limit = 50
    cursor: Cursor = ""


@router.get("", summary="List tasks")
def list_tasks(call: Caller, asked: Annotated[TaskQuery, Query()]) -> Page[TaskLine]:
    """Return the tasks that the person may see, by code."""
    wanted = Filter(asked.unit, asked.person, asked.plan, asked.state, asked.q, late=asked.late)
    rows = tasks_after(call.world, call.person, wanted, asked.cursor, asked.limit + 1)
    return page_of(TaskLine, rows, asked.limit, lambda row: row.task)


@router.get(
    "/{code}",
    summary="Show a task",
    response_model=TaskInFull,
    responses={200: TAGGED, 304: UNCHANGED, **problems(404)},
)
def show(call: Caller, code: TaskCode, if_none_match: IfNoneMatch = None) -> Response:
    """Return everything about a task, with its state as `ETag`."""
    return tagged(shape_of(call, find_task(call.world, call.person, code)), if_none_match)


@router.get(
    "/{code}/evidence/{sha256}",
    summary="Fetch a file that was handed in",
    response_class=Response,
    responses={200: FILE, **problems(404, 409)},
)
def fetch_evidence(
    call: Caller,
    code: TaskCode,
    sha256: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$", description="Hash of its content.")],
) -> Response:
    """Return a file under its own name; refuse one that is no longer what was handed in."""
    return attachment(call, code, sha256)


def shape_of(call: Call, task: Task) -> TaskInFull:
    """Return a task as the person of the call sees it."""
    told = asdict(story(call.world, task.code))
    line = told.pop("line")
    return TaskInFull(**(line | told), may=list(allowed(call.world, call.person, task)))
