"""Whatever is written in a workbook: it is set as `dondoc plan set` would, or refused in a sentence."""

from __future__ import annotations

import os
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from damage import damaged
from dondoc.errors import DondocError
from dondoc.reading.cells import clean
from models import ItemKind, PeriodUnit
from plan_office import BESIDE, KIND, LEAD, NOTE, PERSON, PROOF, SUPERVISOR, TERM, PlanOffice
from workbooks import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

FULL = os.environ.get("SOAK") == "full"
ONCE = settings(
    max_examples=400 if FULL else 12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # every example is rolled back
)
ITEMS = {
    "3.1": ItemKind.DELIVERABLE,
    "3.2": ItemKind.STANDING,
    "3.6": ItemKind.DELIVERABLE,
    "3.7": ItemKind.AUTHORITY,
}
UNITS = {
    "HP": "Cục Hải Phòng",
    "HP-TCCB": "Phòng Tổ chức cán bộ (HP-TCCB)",
    "TC-VP": "TC-VP",
    "TC": "tổng cục",
}
PEOPLE = {"cuc": "Phạm Cục (cuc)", "phong": "phong", "vien": "An Viên", "vu": "Vũ Trưởng (vu)"}
KINDS = {ItemKind.TARGET: "chỉ tiêu", ItemKind.STANDING: "Nhiệm vụ thường xuyên"}
TERMS = (
    "trước ngày 30/6/2014",
    "trong tháng 8/2014",
    "5/6/2014",
    "10 ngày kể từ ngày kế hoạch được phê duyệt",
)
WORDS = st.text("abcđêộư ='-7/\n", max_size=12).map(clean).filter(bool)


class Deed(NamedTuple):
    """What is written in a cell, and what `plan set` is given for it."""

    heading: str
    written: str
    values: dict[str, Any]


def named(heading: str, option: str, names: dict[Any, str]) -> st.SearchStrategy[Deed]:
    return st.sampled_from(list(names)).map(lambda code: Deed(heading, names[code], {option: code}))


def worded(
    heading: str, option: str, words: st.SearchStrategy[str], form: str = "{}"
) -> st.SearchStrategy[Deed]:
    return words.map(lambda text: Deed(heading, form.format(text), {option: text}))


def beside(codes: list[str]) -> Deed:
    return Deed(BESIDE, "; ".join(UNITS[code] for code in codes), {"coordinators": tuple(codes)})


DEEDS = st.one_of(
    named(LEAD, "lead", UNITS),
    named(PERSON, "person", PEOPLE),
    named(SUPERVISOR, "supervisor", UNITS),
    named(TERM, "period", {PeriodUnit.WEEK: "hằng tuần", PeriodUnit.HALF_YEAR: "06 tháng một lần"}),
    st.lists(st.sampled_from(list(UNITS)), unique=True).map(beside),
    worded(TERM, "term", st.sampled_from(TERMS)),
    worded(TERM, "no_term", WORDS.map(str.strip), "chưa ấn định thời hạn: {}"),
    worded(PROOF, "proof", WORDS),
    worded(NOTE, "note", WORDS),
)


@st.composite
def fillings(draw: st.DrawFn) -> dict[str, list[Deed]]:
    """Draw what is written in the rows of some items: each cell once; a standing duty has a period."""
    rows: dict[str, list[Deed]] = {}
    for item, kind in draw(st.permutations(list(ITEMS.items())))[: draw(st.integers(0, len(ITEMS)))]:
        deeds = draw(st.lists(DEEDS, min_size=1, max_size=3, unique_by=lambda deed: deed.heading))
        other = draw(
            st.none() | named(KIND, "kind", {each: KINDS[each] for each in KINDS if each is not kind})
        )
        is_standing = (other.values["kind"] if other else kind) is ItemKind.STANDING
        written = [deed for deed in deeds if not (is_standing and "no_term" in deed.values)]
        rows[item] = [*written, other] if other else written
    return {item: deeds for item, deeds in rows.items() if deeds}


def outcome(office: PlanOffice, act: Callable[[], object]) -> dict[str, Any] | None:
    """Return how the items stand after a deed, None where it was refused; then it is rolled back."""
    trial = office.session.begin_nested()
    try:
        act()
        return office.stands()
    except DondocError:
        return None
    finally:
        trial.rollback()
        office.session.expire_all()


@pytest.mark.soak
@pytest.mark.timeout(1800)
@ONCE
@given(rows=fillings())
def test_what_is_written_is_what_plan_set_would_set(office: PlanOffice, rows: dict[str, list[Deed]]) -> None:
    def set_all() -> None:
        for item in sorted(rows):
            office.set(item, **{name: value for deed in rows[item] for name, value in deed.values.items()})

    desk = office.export()
    for item, deeds in rows.items():
        for deed in deeds:
            desk.write(item, deed.heading, deed.written)
    assert outcome(office, lambda: office.take(desk)) == outcome(office, set_all)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@ONCE
@given(rows=fillings())
def test_a_workbook_of_any_plan_is_no_change_in_it(office: PlanOffice, rows: dict[str, list[Deed]]) -> None:
    def fill_and_return() -> None:
        for item, deeds in rows.items():
            with suppress(DondocError), office.session.begin_nested():
                office.set(item, **{name: value for deed in deeds for name, value in deed.values.items()})
        assert office.take(office.export()).changes == ()

    assert outcome(office, fill_and_return) is not None


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_it_answers_for_every_damaged_workbook(office: PlanOffice) -> None:
    before, content = office.stands(), office.export().save()
    for seed in range(2_000 if FULL else 60):
        broken = damaged(content, Random(seed))  # noqa: S311 - repeatable
        after = outcome(office, lambda broken=broken: office.take(broken))  # type: ignore[misc]
        assert after is None or after.keys() == before.keys()
        assert office.stands() == before


ODD = (None, "", "x", 3, -2.5, True, "=1/0", "#REF!", "STT", "Mã nội dung", "HP-2014-01.3.1", "\u00a0")
MANGLES: tuple[Callable[[Desk, Random], object], ...] = (
    lambda desk, chance: desk.sheet.delete_rows(chance.randrange(1, 10)),
    lambda desk, chance: desk.sheet.insert_rows(chance.randrange(1, 10)),
    lambda desk, chance: desk.sheet.delete_cols(chance.randrange(1, 16)),
    lambda desk, chance: desk.sheet.insert_cols(chance.randrange(1, 16)),
    lambda desk, chance: desk.sheet.move_range(f"A{chance.randrange(2, 9)}:N9", rows=chance.randrange(-1, 3)),
    lambda desk, chance: desk.sheet.merge_cells(f"B{chance.randrange(1, 7)}:{chance.choice('BCN')}8"),
    lambda desk, chance: desk.sheet.cell(
        chance.randrange(1, 12), chance.randrange(1, 18), chance.choice(ODD)
    ),
    lambda desk, chance: desk.book.remove(chance.choice(desk.book.worksheets[1:] or desk.book.worksheets)),
    lambda desk, _chance: desk.book.copy_worksheet(desk.sheet),
)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_it_answers_for_every_mangled_sheet(office: PlanOffice) -> None:
    before, content = office.stands(), office.export().save()
    for seed in range(2_000 if FULL else 60):
        chance, desk = Random(seed), Desk(content)  # noqa: S311 - repeatable
        for _each in range(chance.randrange(1, 4)):
            with suppress(AttributeError):  # openpyxl writes in no merged cell
                chance.choice(MANGLES)(desk, chance)
        if desk.book.worksheets:
            outcome(office, lambda desk=desk: office.take(desk))  # type: ignore[misc]
        assert office.stands() == before
