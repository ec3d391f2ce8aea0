"""Organisation files: what is read, and the one sentence each mistake gets."""

from __future__ import annotations

import datetime as dt
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from dondoc.errors import BadInput
from dondoc.reading.organisation import read_organisation
from models import Language, PostRole, UnitKind

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
valid_from: 2013-01-01
units:
  - code: TC
    name: Tổng cục
    kind: general_department
  - code: HP
    name: Cục
    kind: provincial_department
    parent: TC
people:
  - code: hp-an
    name: Trần Văn An
    language: en
    channels: [mailto://an@example.vn]
    posts:
      - {unit: HP, role: head, title: Cục trưởng, valid_from: 2014-02-01}
  - code: hp-binh
    name: Lê Văn Bình
"""
TWO_HEADS = "    posts:\n      - {unit: HP, role: head, title: Cục trưởng}\n"


def written(folder: Path, text: str) -> Path:
    file = folder / "organisation.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_it_reads_units_people_and_posts(tmp_path: Path) -> None:
    file = read_organisation(written(tmp_path, WHOLE))
    an, binh = file.people
    assert file.valid_from == dt.date(2013, 1, 1)
    assert [(unit.code, unit.kind, unit.parent) for unit in file.units] == [
        ("TC", UnitKind.GENERAL_DEPARTMENT, None),
        ("HP", UnitKind.PROVINCIAL_DEPARTMENT, "TC"),
    ]
    assert (an.language, an.channels) == (Language.EN, ("mailto://an@example.vn",))
    assert (an.posts[0].role, an.posts[0].valid_from) == (PostRole.HEAD, dt.date(2014, 2, 1))
    assert (binh.language, binh.channels, binh.posts) == (None, None, ())


def test_it_reads_the_shipped_organisation() -> None:
    file = read_organisation(resources.files("dondoc") / "data" / "organisation-2014.yaml")
    heads = {post.unit for person in file.people for post in person.posts if post.role is PostRole.HEAD}
    assert {"HP", "HP-TCKT"}.isdisjoint(heads), "as in 2014: an acting head, and a room without any"
    assert {"TC", "TC-VP", "LG"} <= heads


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        pytest.param(
            "parent: TC", "parent: TX", "line 9, units[2].parent: there is no unit TX.", id="unknown parent"
        ),
        pytest.param(
            "parent: TC", "parent: HP", "line 9, units[2].parent: the unit HP would stand above", id="a loop"
        ),
        pytest.param("    parent: TC\n", "", "line 6, units[2].parent: every unit but", id="a second root"),
        pytest.param(
            "code: HP", "code: TC", "line 6, units[2].code: the code TC stands twice", id="a code twice"
        ),
        pytest.param(
            "code: HP", "code: hp", "units[2].code: the code hp of a unit must be", id="small letters"
        ),
        pytest.param(
            "code: HP", "code: Hải-P", "units[2].code: the code Hải-P of a unit must", id="marked letters"
        ),
        pytest.param(
            "code: HP", "code: HP-2014-01", "looks like that of a plan or a request", id="like a plan"
        ),
        pytest.param("code: HP", "code: R-17", "looks like that of a plan or a request", id="like a request"),
        pytest.param(
            "code: hp-an", "code: HP-AN", "people[1].code: the code HP-AN of a person", id="capitals"
        ),
        pytest.param(
            "unit: HP", "unit: XX", "line 16, people[1].posts[1].unit: there is no unit XX", id="post nowhere"
        ),
        pytest.param(
            "role: head", "role: king", "role: it must be one of 'head', 'acting_head'", id="unknown role"
        ),
        pytest.param(
            "2014-02-01", "2014-02-30", "valid_from: it must be a day, written as YYYY", id="no such day"
        ),
        pytest.param(
            "2013-01-01", "2013", "line 1, valid_from: it must be a day, written as", id="a bare year"
        ),
        pytest.param(
            "name: Cục", "nmae: Cục", "line 6, units[2].name: this key is missing", id="a slip of the pen"
        ),
        pytest.param("name: Cục", "name: 17", "units[2].name: it must be text", id="a number for a name"),
        pytest.param(
            "language: en", "colour: red", "line 13, people[1].colour: this key is not known", id="own key"
        ),
        pytest.param(
            "mailto://an", "an", "people[1].channels[1]: a channel must be an Apprise", id="no address"
        ),
        pytest.param(
            "Lê Văn Bình\n", f"B\n{TWO_HEADS}", "the unit HP has another head at that time", id="two heads"
        ),
        pytest.param(
            "kind: provincial_department",
            "kind: general_department",
            "only those, has a parent",
            id="two tops",
        ),
        pytest.param(
            "2014-02-01", "2014-02-01, valid_to: 2014-01-31", "the end lies before", id="ends too early"
        ),
        pytest.param(
            "name: Cục\n", "name: Cục\n    name: B\n", "the key name stands twice", id="a key twice"
        ),
        pytest.param("units:", "units: [", "line 3: this is not YAML", id="an open bracket"),
        pytest.param("people:", "people: no\nx:", "people: it must be a list", id="no list"),
    ],
)
def test_it_names_the_mistake(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in WHOLE
    with pytest.raises(BadInput) as refused:
        read_organisation(written(tmp_path, WHOLE.replace(old, new, 1)))
    assert str(refused.value).startswith("organisation.yaml, line ")
    assert sentence in str(refused.value)


def test_heads_may_follow_each_other(tmp_path: Path) -> None:
    first = WHOLE.replace("2014-02-01", "2013-01-01, valid_to: 2014-01-31")
    second = TWO_HEADS.replace("Cục trưởng", "Cục trưởng, valid_from: 2014-02-01")
    file = read_organisation(written(tmp_path, f"{first}{second}"))
    assert len([post for person in file.people for post in person.posts]) == 2


def test_a_channel_is_not_repeated_in_the_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        read_organisation(written(tmp_path, WHOLE.replace("mailto://an@example.vn", "an:secret@example.vn")))
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "organisation.yaml is empty.", id="empty"),
        pytest.param(b"# nothing yet\n", "organisation.yaml is empty.", id="only a remark"),
        pytest.param("units: Tổng".encode("utf-16"), "is not text in UTF-8", id="another encoding"),
        pytest.param(b"\x00\x01\x02", "is not text in UTF-8", id="binary"),
        pytest.param(b"- a\n- b\n", "line 1, -: it must be a group of keys", id="a list"),
        pytest.param(b"&a [*a]", "it must be a group of keys", id="a list that holds itself"),
        pytest.param(b"units: []", "units: ", id="no unit"),
        pytest.param(b"[" * 3000, "this is not YAML", id="nested without end"),
    ],
)
def test_it_refuses_what_is_no_organisation(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "organisation.yaml"
    file.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        read_organisation(file)
    assert sentence in str(refused.value)


def test_it_says_when_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"none.yaml cannot be read: there is no such file"):
        read_organisation(tmp_path / "none.yaml")
