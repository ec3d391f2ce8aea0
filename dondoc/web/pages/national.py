"""The national board: who is how late, in which field, what climbed; a view of it is an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from dondoc import clock
from dondoc.i18n import N_
from dondoc.services.board import climbed, standing, trend
from dondoc.services.task_page import Part, Wanted, task_page
from dondoc.services.visible_board import board_of
from dondoc.web.chart import chart
from dondoc.web.door import Visit, Visitor
from dondoc.web.render import page
from dondoc.web.turns import BoardTurn, WorkbookTurn
from dondoc.words.boards import CELL_HEADINGS
from dondoc.writing.tables import Table, workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dondoc.services.board import Row
    from dondoc.services.conditions import Condition

router = APIRouter()
MOST_LINES = 10_000
"""Tasks in a workbook: what Excel and a person can still work with."""
COLUMNS = (N_("Code"), N_("Task"), N_("Lead unit"), N_("Assignee"), N_("Due date"), N_("State"))
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class View(BaseModel):
    """What of the board is asked for; department and supervisor are codes of units."""

    department: str = ""
    supervisor: str = ""
    part: Part = Part.LATE
    q: str = ""
    number: Annotated[int, Field(ge=1)] = 1

    @property
    def wanted(self) -> Wanted:
        """The part of the tasks."""
        return Wanted(self.part, self.q, self.number)

    @property
    def kept(self) -> dict[str, str]:
        """What a form or a link of the list keeps."""
        return {"department": self.department, "supervisor": self.supervisor}


Asked = Annotated[View, Query()]


@router.get("/national")
def show(_turn: BoardTurn, visit: Visitor, view: Asked) -> Response:
    """Show the board: its figures and its list each as they were counted last, if that took long."""
    board = board_of(visit.world, visit.reach, visit.person, view.department, view.supervisor)
    kept, around = visit.house.kept, visit.world.organisation
    figures = kept.get((around, board), clock.now, lambda: _figures(visit, board.which))
    listed = kept.get(
        (around, board, view.wanted), clock.now, lambda: task_page(visit.world, board.which, view.wanted)
    )
    counted_at = min((one.at for one in (figures, listed) if one.is_kept), default=None)
    return page(
        visit,
        "national.html",
        view=view,
        **figures.figures,
        tasks=listed.figures,
        counted_at=counted_at and visit.in_folder(counted_at),
        units=visit.world.organisation.units,
        names=visit.world.organisation.names,
    )


@router.get("/national.xlsx")
def as_workbook(_turn: WorkbookTurn, visit: Visitor, view: Asked) -> Response:
    """Give what is on the screen as a workbook, its list of tasks on one page."""
    disposition = f'attachment; filename="toan-quoc-{visit.world.on.isoformat()}.xlsx"'
    content = workbook(_tables(visit, view))
    return Response(content, media_type=WORKBOOK, headers={"content-disposition": disposition})


def _figures(visit: Visit, which: Condition) -> dict[str, Any]:
    """Count what stands on the board."""
    departments, supervisors = standing(visit.world, which)
    return {
        "departments": departments,
        "supervisors": supervisors,
        "chart": chart(trend(visit.world, which)),
        "climbed": climbed(visit.world, which),
    }


def _tables(visit: Visit, view: View) -> Iterator[Table]:
    board = board_of(visit.world, visit.reach, visit.person, view.department, view.supervisor)
    which, say = board.which, visit.speech.say
    cells = [say(N_("Unit")), *map(say, CELL_HEADINGS.values()), say(N_("No term set"))]
    departments, supervisors = standing(visit.world, which)
    yield Table(say(N_("Departments")), cells, _cells(visit, departments))
    yield Table(say(N_("Fields of work")), cells, _cells(visit, supervisors))
    yield Table(say(N_("Tasks")), [*map(say, COLUMNS)], _lines(visit, which, view))


def _cells(visit: Visit, rows: Iterable[Row]) -> Iterator[Sequence[object]]:
    units = visit.world.organisation.units
    for row in rows:
        yield units[row.unit_id].name, *(row.cells[cell] for cell in CELL_HEADINGS), row.undated


def _lines(visit: Visit, which: Condition, view: View) -> Iterator[Sequence[object]]:
    found, speech = task_page(visit.world, which, view.wanted, MOST_LINES), visit.speech
    names = visit.world.organisation.names
    for line in found.lines:
        unit, assignee = names.get(line.unit, line.unit), found.people[line.assignee]
        yield line.task, speech.title(line), unit, assignee, line.due_on, speech.state(line)
