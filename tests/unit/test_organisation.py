from __future__ import annotations

import datetime as dt

import pytest

from cast import PERSON_IDS, SINCE, UNIT_IDS, codes, organisation, post, units
from dondoc.rules.organisation import Organisation
from models import PostRole

TODAY = dt.date(2014, 5, 9)
YESTERDAY = TODAY - dt.timedelta(days=1)
CAST = organisation(TODAY)
NAMES = {number: code for code, number in UNIT_IDS.items()}


@pytest.mark.parametrize(
    ("unit", "people"),
    [
        pytest.param("HP", {"hp-head"}, id="the head, not the deputy"),
        pytest.param("HP-NV", {"room-head"}, id="an acting head where there is no head"),
        pytest.param("HP-LC", {"lc-deputy-1", "lc-deputy-2"}, id="all deputies where there is neither"),
        pytest.param("TC", {"dg"}, id="the Director General"),
    ],
)
def test_it_knows_who_answers_for_a_unit(unit: str, people: set[str]) -> None:
    assert codes(CAST.answering_for(UNIT_IDS[unit])) == people


def test_nobody_answers_for_a_unit_of_officers() -> None:
    assert organisation(TODAY, without="tccb-head").answering_for(UNIT_IDS["TCCB"]) == ()


@pytest.mark.parametrize(
    ("first", "last", "answers"),
    [
        pytest.param(SINCE, None, True, id="open-ended"),
        pytest.param(TODAY, TODAY, True, id="for this one day"),
        pytest.param(SINCE, YESTERDAY, False, id="until yesterday"),
        pytest.param(TODAY + dt.timedelta(days=1), None, False, id="from tomorrow"),
    ],
)
def test_a_post_counts_while_it_is_valid(first: dt.date, last: dt.date | None, answers: bool) -> None:
    acting = post("nv1-officer", "TCCB", PostRole.ACTING_HEAD, first, last)
    found = organisation(TODAY, acting, without="tccb-head").answering_for(UNIT_IDS["TCCB"])
    assert codes(found) == ({"nv1-officer"} if answers else set())


def test_an_abolished_unit_is_not_there() -> None:
    rows = units()
    rows[UNIT_IDS["QN"] - 1].valid_to = YESTERDAY
    after = Organisation(rows, [post("qn-head", "QN", PostRole.HEAD)], TODAY)
    assert after.unit("QN") is None
    assert not after.serves(PERSON_IDS["qn-head"])


@pytest.mark.parametrize(
    ("unit", "department", "authority"),
    [
        pytest.param("HP", "HP", False, id="a provincial department"),
        pytest.param("HP-NV", "HP", False, id="its room"),
        pytest.param("HP-LC", "HP", False, id="its district office"),
        pytest.param("NV1", "TC", True, id="a unit of the General Department"),
        pytest.param("VP", "TC", True, id="the Office"),
        pytest.param("TC", "TC", True, id="the General Department"),
    ],
)
def test_it_knows_the_department_of_a_unit(unit: str, department: str, authority: bool) -> None:
    assert NAMES[CAST.department_of(UNIT_IDS[unit])] == department
    assert CAST.is_authority(UNIT_IDS[unit]) is authority


@pytest.mark.parametrize(
    ("person", "unit", "works", "own"),
    [
        pytest.param("room-officer", "HP-NV", True, True, id="of the unit"),
        pytest.param("room-officer", "HP", True, True, id="of a room below"),
        pytest.param("hp-deputy", "HP-LC", False, True, id="of the same province, above"),
        pytest.param("lc-officer", "HP-NV", False, True, id="of the same province, beside"),
        pytest.param("qn-head", "HP-NV", False, False, id="of another province"),
        pytest.param("nv1-head", "HP-NV", False, False, id="of the supervising unit"),
        pytest.param("nv1-officer", "NV1", True, True, id="of a unit of the General Department"),
        pytest.param("tccb-head", "NV1", False, False, id="of the unit beside it"),
        pytest.param("dg", "NV1", False, False, id="above a unit of the General Department"),
        pytest.param("ddg", "TC", True, True, id="a leader of the General Department"),
        pytest.param("room-officer", "TC", True, False, id="somewhere below the General Department"),
    ],
)
def test_it_knows_a_units_own_people(person: str, unit: str, works: bool, own: bool) -> None:
    assert CAST.works_in(PERSON_IDS[person], UNIT_IDS[unit]) is works
    assert CAST.is_own(PERSON_IDS[person], UNIT_IDS[unit]) is own


@pytest.mark.parametrize(
    ("lead", "acceptor"),
    [
        pytest.param("HP-NV", "TCCB", id="the supervising unit for a province"),
        pytest.param("NV1", "VP", id="the Office for a unit of the General Department"),
        pytest.param("TC", "VP", id="the Office for the General Department itself"),
        pytest.param("VP", "TC", id="the Director General for the Office"),
    ],
)
def test_it_knows_the_acceptor(lead: str, acceptor: str) -> None:
    assert NAMES[CAST.acceptor_of(UNIT_IDS[lead], UNIT_IDS["TCCB"])] == acceptor


@pytest.mark.parametrize(
    ("field", "unit"),
    [
        pytest.param("Về công tác Tổ chức cán bộ", "TCCB", id="a field within a heading"),
        pytest.param("tài chính", "VP", id="a field nobody supervises"),
        pytest.param("", "VP", id="an empty field"),
        pytest.param(None, "VP", id="no field"),
    ],
)
def test_it_knows_the_supervisor_of_a_field(field: str | None, unit: str) -> None:
    assert NAMES[CAST.supervisor_of(field)] == unit


def test_it_goes_up_to_the_top() -> None:
    assert [unit.code for unit in CAST.above(UNIT_IDS["HP-LC"])] == ["HP-LC", "HP", "TC"]
    assert list(CAST.above(10_000)) == []


def test_the_top_stands_in_for_an_office_there_is_not() -> None:
    without_office = Organisation([unit for unit in units() if unit.code != "VP"], [], TODAY)
    assert without_office.office == UNIT_IDS["TC"]
