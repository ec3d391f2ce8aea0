"""Which unit a name in a document means, in the shipped organisation and a notice about one province."""

from __future__ import annotations

import datetime as dt
from importlib import resources

import pytest

from dondoc.reading.organisation import read_organisation
from dondoc.reading.unit_names import UnitNames
from dondoc.rules.organisation import Organisation
from models import Unit

SINCE = dt.date(2013, 1, 1)


@pytest.fixture(scope="module")
def organisation() -> Organisation:
    entries = read_organisation(resources.files("dondoc") / "data" / "organisation-2014.yaml").units
    ids = {entry.code: number for number, entry in enumerate(entries, start=1)}
    units = (
        Unit(
            id=ids[entry.code],
            code=entry.code,
            name=entry.name,
            kind=entry.kind,
            parent_id=ids[entry.parent] if entry.parent else None,
            aliases=list(entry.aliases),
            valid_from=SINCE,
        )
        for entry in entries
    )
    return Organisation(units, [], SINCE)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("Cục THADS tỉnh Lam Giang", "LG", id="alias"),
        pytest.param("CỤC THI HÀNH ÁN DÂN SỰ TỈNH LAM GIANG", "LG", id="capitals"),
        pytest.param("Lãnh đạo Cục THADS Lam Giang", "LG", id="its leaders"),
        pytest.param("đồng chí Phó Cục trưởng phụ trách Cục", "LG", id="its acting head"),
        pytest.param("Cục", "LG", id="the subject's short name"),
        pytest.param("Phòng Tổ chức cán bộ của Cục", "LG-TCCB", id="its own room, not another's"),
        pytest.param("Vụ Tổ chức cán bộ của Tổng cục", "TC-TCCB", id="of the unit above"),
        pytest.param("Vụ Kế hoạch, Tài chính", "TC-KHTC", id="commas do not count"),
        pytest.param("Tổng cục trưởng", "TC", id="the Director General"),
        pytest.param("Văn phòng Tổng cục", "TC-VP", id="the longer name wins"),
        pytest.param("Cục THADS thành phố Hải Phòng", "HP", id="another province by its full name"),
        pytest.param("các đơn vị thuộc Tổng cục", None, id="several units"),
        pytest.param("các Chi cục", None, id="all district offices"),
        pytest.param("Văn phòng Bộ", None, id="a body above the organisation"),
        pytest.param("Ủy ban nhân dân tỉnh", None, id="a body outside"),
        pytest.param("Cục và Vụ Tổ chức cán bộ", None, id="two units"),
        pytest.param("", None, id="no name"),
    ],
)
def test_it_knows_the_unit(organisation: Organisation, name: str, code: str | None) -> None:
    subject = organisation.unit("LG")
    assert subject is not None
    found = UnitNames(organisation, subject.id).unit_of(name)
    assert (None if found is None else organisation.units[found].code) == code


@pytest.mark.parametrize(
    ("name", "code", "score", "rule"),
    [
        pytest.param("Phòng Tổ chức cán bộ", "LG-TCCB", 1.0, "name", id="as it is called"),
        pytest.param("Phòng NVTCTHA", "LG-NV", 0.9, "initials", id="by its initials"),
        pytest.param("Phòng TC-KT của Cục", "LG-TCKT", 1.0, "name", id="an alias of two halves"),
        pytest.param("Vu To chuc can bo", "TC-TCCB", 0.9, "no_tones", id="typed without tone marks"),
        pytest.param("Lanh dao Cuc THADS tinh Lam Giang", "LG", 0.9, "no_tones", id="its leaders, likewise"),
    ],
)
def test_it_says_how_sure_it_is_and_why(
    organisation: Organisation, name: str, code: str, score: float, rule: str
) -> None:
    subject = organisation.unit("LG")
    assert subject is not None
    match = UnitNames(organisation, subject.id).match(name)
    assert match.unit_id is not None
    assert (organisation.units[match.unit_id].code, match.score, match.rule) == (code, score, rule)


def test_a_name_that_is_only_alike_is_proposed_and_never_taken(organisation: Organisation) -> None:
    subject = organisation.unit("LG")
    assert subject is not None
    match = UnitNames(organisation, subject.id).match("Vụ Tổ chức và cán bộ")
    assert match.unit_id is None
    assert match.proposed is not None
    assert organisation.units[match.proposed].code == "TC-TCCB"
    assert match.score < 1


@pytest.mark.parametrize("name", ["các đơn vị trên", "Ủy ban nhân dân tỉnh", "Phòng A"])
def test_what_no_unit_is_called_like_is_left_to_a_person(organisation: Organisation, name: str) -> None:
    subject = organisation.unit("LG")
    assert subject is not None
    match = UnitNames(organisation, subject.id).match(name)
    assert (match.unit_id, match.proposed, match.rule) == (None, None, "none")
