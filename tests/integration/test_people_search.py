"""People found by words: as the folded name or the code holds them, whoever wrote the name."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert
from sqlmodel import select

from dondoc.services.people_page import people_found_after, people_page
from dondoc.services.statements import table_of
from dondoc.services.world import World
from models import Person
from models.search import searchable

if TYPE_CHECKING:
    from sqlmodel import Session

TODAY = dt.date(2014, 5, 23)
NAMES = {
    "hp-dang-thi-dao": "Đặng Thị  Đào",
    "hp-tran-van-a": "Trần Văn Á",
    "hp_le": "LÊ 100% THẬT",
    "tc-nguyen": "Nguyê\u0303n Văn\u00a0Bình",  # marks that are letters of their own, a hard blank
    "tc-x\\y": r"Ông \ Ngoại",
}


@pytest.fixture
def world(session: Session) -> World:
    session.add_all(Person(code=code, name=name) for code, name in NAMES.items())
    session.flush()
    return World(session, TODAY)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("", id="nothing: everybody"),
        pytest.param("  ", id="blanks: everybody"),
        pytest.param("Văn", id="with its tone mark"),
        pytest.param("van", id="without"),
        pytest.param("ĐĂNG THI", id="another case, other tone marks"),
        pytest.param("dang thi dao", id="two blanks in the name"),
        pytest.param("nguyen van binh", id="a name of composed letters"),
        pytest.param("hp-", id="part of codes"),
        pytest.param("HP-TRAN", id="part of a code in capitals"),
        pytest.param("%", id="a wildcard is a plain character"),
        pytest.param("_", id="so is the other"),
        pytest.param("\\", id="so is what takes their meaning"),
        pytest.param("a hp", id="not across name and code"),
        pytest.param("nobody", id="nobody"),
    ],
)
def test_it_finds_whose_folded_name_or_code_holds_the_words(world: World, words: str) -> None:
    wanted = searchable(words)
    held = [
        code
        for code, name in sorted(NAMES.items())
        if wanted in searchable(name) or wanted in code.casefold()
    ]
    page = people_page(world, words, 1)
    assert sorted(line.code for line in page.lines) == held
    assert page.total == len(held)
    assert [line.code for line in people_found_after(world, words, "", 50)] == [
        line.code for line in page.lines
    ]


def test_it_pages_by_code(session: Session) -> None:
    session.add_all(Person(code=f"p{number:03}", name="Lê Văn") for number in range(102))
    session.flush()
    world = World(session, TODAY)
    last = people_page(world, "le van", 3)
    assert ([line.code for line in last.lines], last.total, last.pages) == (["p100", "p101"], 102, 3)
    assert people_page(world, "le van", 4).lines == ()
    after = people_found_after(world, "le van", "p049", 2)
    assert [line.code for line in after] == ["p050", "p051"]


def test_another_name_is_found_and_the_old_one_no_more(world: World) -> None:
    person = world.session.exec(select(Person).where(Person.code == "hp_le")).one()
    person.name = "Phạm Ửng"
    world.session.flush()
    assert people_page(world, "pham ung", 1).total == 1
    assert people_page(world, "le 100", 1).total == 0


def test_what_is_inserted_at_once_is_found(session: Session) -> None:
    session.exec(insert(Person).values(code="moi", name="Đỗ Mười"))
    session.execute(insert(table_of(Person)).values(code="hai", name="Đỗ Hai"))
    assert people_page(World(session, TODAY), "do m", 1).total == 1
    assert people_page(World(session, TODAY), "do hai", 1).total == 1
