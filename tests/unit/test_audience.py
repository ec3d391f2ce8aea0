from __future__ import annotations

import datetime as dt

import pytest

from cast import PERSON_IDS, UNIT_IDS, codes, organisation, post, steps
from dondoc.rules.audience import Parties, members, told
from dondoc.rules.organisation import Organisation
from models import Audience, PostRole

TODAY = dt.date(2014, 5, 9)
CAST = organisation(TODAY)


def parties(assignee: str = "room-officer", lead: str = "HP-NV", supervisor: str = "NV1") -> Parties:
    return Parties(UNIT_IDS[lead], UNIT_IDS[supervisor], PERSON_IDS[assignee])


@pytest.mark.parametrize(
    ("audience", "people"),
    [
        (Audience.ASSIGNEE, {"room-officer"}),
        (Audience.ASSIGNEE_AND_HEAD, {"room-officer", "room-head"}),
        (Audience.HEAD, {"room-head"}),
        (Audience.DEPARTMENT_HEAD, {"hp-head"}),
        (Audience.SUPERVISOR, {"nv1-head"}),
        (Audience.OFFICE, {"vp-head"}),
        (Audience.DIRECTOR_GENERAL, {"dg"}),
    ],
)
def test_it_finds_the_people_of_an_audience(audience: Audience, people: set[str]) -> None:
    assert codes(members(audience, parties(), CAST)) == people


def test_the_assignee_who_is_the_head_is_there_once() -> None:
    people = members(Audience.ASSIGNEE_AND_HEAD, parties("room-head"), CAST)
    assert people == (PERSON_IDS["room-head"],)


def test_an_assignee_who_serves_no_more_is_not_told() -> None:
    assert members(Audience.ASSIGNEE, parties(), organisation(TODAY, without="room-officer")) == ()


LEFT = organisation(TODAY, without="room-head")
NO_PROVINCE = Organisation(
    CAST.units.values(), [one for one in CAST.posts if one.unit_id != UNIT_IDS["HP"]], TODAY
)
DOUBLE = organisation(TODAY, post("hp-head", "NV1", PostRole.HEAD), without="nv1-head")


@pytest.mark.parametrize(
    ("days", "who", "there", "told_days", "people"),
    [
        pytest.param(0, parties(), CAST, 0, {"room-officer"}, id="a reminder is the assignee's"),
        pytest.param(1, parties(), CAST, 1, {"room-officer", "room-head"}, id="assignee and head"),
        pytest.param(
            1, parties(), LEFT, 3, {"hp-head"}, id="no head: only the assignee is left, so it passes"
        ),
        pytest.param(1, parties("room-head"), CAST, 3, {"hp-head"}, id="the assignee is the head: it passes"),
        pytest.param(
            3, parties("hp-head", "HP"), CAST, 5, {"nv1-head"}, id="the department's head is the assignee"
        ),
        pytest.param(3, parties(), NO_PROVINCE, 5, {"nv1-head"}, id="an empty audience passes"),
        pytest.param(
            5, parties("hp-head", "HP"), DOUBLE, 10, {"vp-head"}, id="the supervisor is the assignee"
        ),
        pytest.param(3, parties(lead="HP-LC"), CAST, 3, {"hp-head"}, id="a district office's department"),
        pytest.param(
            1, parties("lc-deputy-1", "HP-LC"), CAST, 1, {"lc-deputy-1", "lc-deputy-2"}, id="all deputies"
        ),
        pytest.param(20, parties(), CAST, 20, {"dg"}, id="the top"),
    ],
)
def test_a_step_tells_its_audience_or_passes_on(
    days: int, who: Parties, there: Organisation, told_days: int, people: set[str]
) -> None:
    step = next(step for step in steps() if step.working_days == days)
    found = told(steps(), step, who, there)
    assert found is not None
    assert (found.step.working_days, codes(found.people)) == (told_days, people)


def test_a_reminder_nobody_takes_passes_to_the_head() -> None:
    found = told(steps(), steps()[0], parties(), organisation(TODAY, without="room-officer"))
    assert found is not None
    assert (found.step.working_days, codes(found.people)) == (1, {"room-head"})


def test_nobody_is_told_at_the_top_if_the_assignee_is_the_top() -> None:
    assert told(steps(), steps()[-1], parties("dg", "TC"), CAST) is None
