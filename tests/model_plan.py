"""The life of the small plan, done to the model: made, put to the units, submitted, decided on, issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model_deeds import MAKING, PLAN
from model_world import OFFICE, TOP
from small_plan import day

if TYPE_CHECKING:
    from collections.abc import Callable

    from model import Duty
    from model_deeds import Lives


def open_(lives: Lives, _person: str) -> None:
    lives.give(
        code=MAKING,
        kind="make_plan",
        lead="HP",
        assignee=lives.answerable("HP"),
        supervisor=OFFICE,
        ladder="default",
        due=day("05-22"),
    )


def consult(lives: Lives, _person: str) -> None:
    for unit in (OFFICE, "TC-TCCB"):
        lives.give(
            code=f"{PLAN}.YK-{unit}{_suffix(lives.round + 1)}",
            kind="opinion",
            lead=unit,
            assignee=lives.answerable(unit),
            supervisor=OFFICE,
            ladder="authority",
            counted=(lives.on, 3, "working_day"),
        )


def opine(lives: Lives, person: str) -> None:
    for duty in _opinions(lives):
        if person in (duty.assignee, *lives.staff.heads(duty.lead)):
            duty.ended = True


def submit(lives: Lives, _person: str) -> None:
    for duty in _opinions(lives):
        duty.ended = True
        lives.tell(duty, "cancelled")
    lives.round += 1
    making = lives.duties[MAKING]
    making.handed_in = lives.on
    lives.give(
        code=f"{PLAN}.PD{_suffix(lives.round)}",
        kind="approval",
        lead=TOP,
        assignee=lives.answerable(TOP),
        supervisor=OFFICE,
        ladder="director_general",
        counted=(lives.on, 5, "working_day"),
        about=making,
    )


def return_(lives: Lives, person: str) -> None:
    lives.return_(lives.duties[MAKING], person, "approval")


def approve(lives: Lives, _person: str) -> None:
    making = lives.duties[MAKING]
    lives.decided(making, "approval")
    making.ended, making.handed_in = True, None
    lives.tell(making, "accepted")
    lives.approved_on = lives.on


def issue(lives: Lives, _person: str) -> None:
    assert lives.approved_on is not None
    lives.in_force_on = lives.on
    lives.item(f"{PLAN}.3.1a", "HP-TCCB", **lives.stated)
    lives.item(f"{PLAN}.3.7a", "TC-TCCB", "vu", counted=(lives.approved_on, 10, "day"))


def close(lives: Lives, _person: str) -> None:
    lives.in_force_on = None


def _opinions(lives: Lives) -> list[Duty]:
    return [duty for duty in lives.duties.values() if duty.kind == "opinion" and not duty.ended]


def _suffix(number: int) -> str:
    return "" if number == 1 else f".{number}"


STEPS: dict[str, Callable[[Lives, str], None]] = {
    "open": open_,
    "consult": consult,
    "opine": opine,
    "submit": submit,
    "return": return_,
    "approve": approve,
    "issue": issue,
    "close": close,
}
