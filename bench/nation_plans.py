"""The plans that the nation's tasks come from: each of one department, fifty items of one document."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models import DocumentKind, ItemKind, PlanState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ITEMS = 50
DAY = dt.date(2014, 2, 20)
READ_AT = dt.datetime.combine(DAY, dt.time(), dt.UTC)
SENTENCE = "Giao đơn vị rà soát, giải quyết việc số {} và báo cáo kết quả, bảo đảm đúng trình tự, thủ tục."
SENTENCES = [SENTENCE.format(place) for place in range(1, ITEMS + 1)]
TEXT = "\n".join(SENTENCES)
STARTS = [sum(len(sentence) + 1 for sentence in SENTENCES[:place]) for place in range(ITEMS)]


@dataclass(frozen=True)
class Place:
    """Where a task stands: its department by number, and its plan and place among all the department's."""

    department: int
    plan: int
    item: int

    @property
    def plan_code(self) -> str:
        """The plan's code."""
        return f"P{self.department}-2014-{self.plan + 1:02}"

    @property
    def item_code(self) -> str:
        """The item's code."""
        return f"{self.plan_code}.{self.item + 1}"


class Plans:
    """The plans of an empty database: their row ids, and those of their items, count from one."""

    def __init__(self, offices: Sequence[int], departments: int, tasks: int) -> None:
        """Take the department's number of each office; the tasks go to the offices in turns."""
        self.tasks = tasks
        self._offices = offices
        self._before: list[int] = []  # offices of the same department that have their turn earlier
        seen = [0] * departments
        for department in offices:
            self._before.append(seen[department])
            seen[department] += 1
        self._in_a_round = seen
        totals = [0] * departments
        rounds, rest = divmod(tasks, len(offices))
        for number, department in enumerate(offices):
            totals[department] += rounds + (number < rest)
        self.counts = [-(-total // ITEMS) for total in totals]
        self._first = [sum(self.counts[:number]) for number in range(departments)]

    def place(self, number: int) -> Place:
        """Return where a task stands, by its number."""
        turn, office = divmod(number, len(self._offices))
        department = self._offices[office]
        plan, item = divmod(turn * self._in_a_round[department] + self._before[office], ITEMS)
        return Place(department, plan, item)

    def columns(self, number: int) -> dict[str, Any]:
        """Return what a task says of its plan."""
        place = self.place(number)
        plan = self._first[place.department] + place.plan + 1
        title = SENTENCES[place.item]
        return {"code": f"{place.item_code}a", "title": title, "plan_id": plan, "item_id": number + 1}

    def documents(self) -> Iterator[dict[str, Any]]:
        """Go through a document for each plan."""
        for number in range(sum(self.counts)):
            yield {
                "sha256": f"{number:064}", "text_sha256": f"{number:064}", "file_name": f"{number}.txt",
                "kind": DocumentKind.CONCLUSION, "number": f"{number}/TB-TCTHADS", "date": DAY,
                "subject": "Kết luận kiểm tra", "text": TEXT, "read_at": READ_AT,
            }  # fmt: skip

    def plans(self, departments: Sequence[int]) -> Iterator[dict[str, Any]]:
        """Go through the plans; `departments` are row ids in the order of their numbers."""
        for department, count in enumerate(self.counts):
            for plan in range(count):
                yield {
                    "code": Place(department, plan, 0).plan_code,
                    "document_id": self._first[department] + plan + 1,
                    "subject_unit_id": departments[department], "state": PlanState.IN_FORCE, "round": 1,
                    "drafted_on": DAY, "approved_on": DAY, "in_force_on": DAY,
                }  # fmt: skip

    def items(self, tasks: Iterator[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """Go through the items that the nation's tasks, given in their order, were issued from."""
        for number, task in enumerate(tasks):
            place = self.place(number)
            start = STARTS[place.item]
            yield {
                "code": place.item_code, "plan_id": task["plan_id"], "document_id": task["plan_id"],
                "position": place.item, "ref": str(place.item + 1), "kind": ItemKind.DELIVERABLE,
                "text": task["title"], "span_start": start, "span_end": start + len(task["title"]),
                "lead_unit_id": task["lead_unit_id"], "assignee_id": task["assignee_id"],
                "supervisor_unit_id": task["supervisor_unit_id"], "orders_plan": False,
                "term_phrase": "chậm nhất ngày", "term_operator": "by", "term_date": task["due_on"],
                "questions": {}, "edited": [],
            }  # fmt: skip
