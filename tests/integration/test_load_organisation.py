"""Loading an organisation twice is a difference, and nothing is ever deleted."""

from __future__ import annotations

import datetime as dt
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import col, select

from dondoc.errors import BadInput, Refused
from dondoc.reading.organisation import OrganisationFile, read_organisation
from dondoc.services.occasion import Occasion
from dondoc.services.organisation import gaps, load
from dondoc.services.world import World
from models import Channel, LedgerLine, Person, Post, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel import Session

    from dondoc.services.loading import Difference

DAY = dt.date(2014, 5, 9)
LATER = dt.date(2014, 6, 2)
TC = {"code": "TC", "name": "Tổng cục", "kind": "general_department"}
HP = {"code": "HP", "name": "Cục", "kind": "provincial_department", "parent": "TC"}
AN: dict[str, Any] = {
    "code": "hp-an",
    "name": "An",
    "posts": [{"unit": "HP", "role": "head", "title": "Cục trưởng"}],
}
BINH = {
    "code": "hp-binh",
    "name": "Bình",
    "posts": [{"unit": "HP", "role": "deputy", "title": "Phó Cục trưởng"}],
}
BINH_HEAD = BINH | {"posts": AN["posts"]}


@pytest.fixture
def admin(session: Session) -> Person:
    person = Person(code="admin", name="Quản trị viên", administrator=True)
    session.add(person)
    session.flush()
    return person


def loaded(
    session: Session, acting: Person, units: Sequence[object], people: Sequence[object], on: dt.date = DAY
) -> Difference:
    file = OrganisationFile.model_validate({"units": units, "people": people})
    now = dt.datetime.combine(on, dt.time(1), dt.UTC)
    return load(session, file, Occasion(acting, "os", on, now), "organisation.yaml")


def posts(session: Session) -> list[tuple[str, str, dt.date, dt.date | None]]:
    query = select(Post, Person.code).join(Person).order_by(col(Post.id))
    return [(code, post.role, post.valid_from, post.valid_to) for post, code in session.exec(query)]


def test_it_loads_units_wherever_their_parents_stand(session: Session, admin: Person) -> None:
    difference = loaded(session, admin, [HP, TC], [AN])
    assert difference.added == ["HP", "TC", "hp-an", "hp-an@HP:head"]
    parent = session.exec(select(Unit.parent_id).where(Unit.code == "HP")).one()
    assert parent == session.exec(select(Unit.id).where(Unit.code == "TC")).one()


def test_the_same_file_again_changes_nothing(session: Session, admin: Person) -> None:
    loaded(session, admin, [TC, HP], [AN])
    difference = loaded(session, admin, [TC, HP], [AN], on=LATER)
    assert not difference
    assert difference.unchanged == ["TC", "HP", "hp-an", "hp-an@HP:head"]
    assert len(session.exec(select(LedgerLine)).all()) == 1, "what changes nothing leaves no line"


def test_it_notes_what_was_and_what_is(session: Session, admin: Person) -> None:
    loaded(session, admin, [TC, HP], [AN])
    room = {"code": "TC-VP", "name": "Văn phòng", "kind": "office", "parent": "TC"}
    moved = HP | {"name": "Cục THADS", "parent": "TC-VP"}
    difference = loaded(session, admin, [TC, room, moved], [AN], on=LATER)
    assert difference.changed == {"HP": {"name": ["Cục", "Cục THADS"], "parent": ["TC", "TC-VP"]}}
    line = session.exec(select(LedgerLine).where(LedgerLine.on == LATER)).one()
    assert (line.operation, line.code, line.detail["changed"]) == (
        "org.load",
        "organisation.yaml",
        difference.changed,
    )


def test_what_is_gone_ends_on_the_day_before(session: Session, admin: Person) -> None:
    loaded(session, admin, [TC, HP], [AN])
    difference = loaded(session, admin, [TC], [], on=LATER)
    assert sorted(difference.ended) == ["HP", "hp-an", "hp-an@HP:head"]
    assert session.exec(select(Unit).where(Unit.code == "HP")).one().valid_to == dt.date(2014, 6, 1)
    assert posts(session) == [("hp-an", "head", DAY, dt.date(2014, 6, 1))]
    assert not session.exec(select(Person.active).where(Person.code == "hp-an")).one()
    assert admin.active, "an administrator needs no place in the file"


def test_a_head_is_followed_by_the_deputy(session: Session, admin: Person) -> None:
    loaded(session, admin, [TC, HP], [AN, BINH])
    loaded(session, admin, [TC, HP], [BINH_HEAD], on=LATER)
    assert posts(session) == [
        ("hp-an", "head", DAY, dt.date(2014, 6, 1)),
        ("hp-binh", "deputy", DAY, dt.date(2014, 6, 1)),
        ("hp-binh", "head", LATER, None),
    ]


def test_two_heads_change_places(session: Session, admin: Person) -> None:
    own = BINH | {"posts": [{"unit": "TC", "role": "head", "title": "Tổng cục trưởng"}]}
    loaded(session, admin, [TC, HP], [AN, own])
    difference = loaded(session, admin, [TC, HP], [AN | {"posts": own["posts"]}, BINH_HEAD], on=LATER)
    assert sorted(difference.added) == ["hp-an@TC:head", "hp-binh@HP:head"]
    assert sorted(difference.ended) == ["hp-an@HP:head", "hp-binh@TC:head"]


def test_who_comes_back_begins_anew(session: Session, admin: Person) -> None:
    loaded(session, admin, [TC, HP], [AN])
    loaded(session, admin, [TC, HP], [], on=LATER)
    loaded(session, admin, [TC, HP], [AN], on=dt.date(2014, 9, 1))
    assert [first for _code, _role, first, _last in posts(session)] == [DAY, dt.date(2014, 9, 1)]
    assert session.exec(select(Person.active).where(Person.code == "hp-an")).one()


def test_a_succession_can_be_taken_back(session: Session, admin: Person) -> None:
    since = AN | {"posts": [AN["posts"][0] | {"valid_from": "2014-05-09"}]}
    loaded(session, admin, [TC, HP], [since, BINH | {"posts": []}])
    loaded(session, admin, [TC, HP], [BINH_HEAD], on=LATER)
    difference = loaded(session, admin, [TC, HP], [since, BINH | {"posts": []}], on=dt.date(2014, 6, 3))
    assert difference.changed["hp-an@HP:head"] == {"valid_to": ["2014-06-01", None]}
    assert difference.ended == ["hp-binh@HP:head"]


@pytest.mark.parametrize(
    ("channels", "kept"),
    [
        pytest.param({}, ["folder:///a", "folder:///b"], id="left out: those there are stay"),
        pytest.param({"channels": ["folder:///c"]}, ["folder:///c"], id="named: replaced"),
        pytest.param({"channels": []}, [], id="an empty list: none"),
    ],
)
def test_channels(session: Session, admin: Person, channels: dict[str, list[str]], kept: list[str]) -> None:
    loaded(session, admin, [TC, HP], [AN | {"channels": ["folder:///a", "folder:///b"]}])
    difference = loaded(session, admin, [TC, HP], [AN | channels], on=LATER)
    assert list(session.exec(select(Channel.address).order_by(col(Channel.position)))) == kept
    assert "folder" not in str(difference.changed), "an address may hold a password"


@pytest.mark.parametrize(
    "channel",
    [
        pytest.param("zalo://0912345678", id="a scheme that nobody carries"),
        pytest.param("dmail://mail.example.vn/?from=a@b.vn", id="no recipient"),
    ],
)
def test_a_channel_that_can_never_be_used_is_refused(session: Session, admin: Person, channel: str) -> None:
    with pytest.raises(BadInput, match=r"organisation\.yaml: channel 2 of hp-an") as refusal:
        loaded(session, admin, [TC, HP], [AN | {"channels": ["folder:///a", channel]}])
    assert channel not in str(refusal.value), "an address may hold a password"
    assert session.exec(select(Unit)).all() == []


def test_what_the_general_department_lacks_is_said(session: Session, admin: Person) -> None:
    loaded(session, admin, [TC, HP], [AN])
    said = [str(gap) for gap in gaps(World(session, DAY))]
    assert [sentence.partition(":")[0] for sentence in said] == [
        "TC has no Office (a unit of the kind office directly under it)",
        "Nobody answers for TC",
    ]


def test_only_an_administrator_loads(session: Session, admin: Person) -> None:
    loaded(session, admin, [TC, HP], [AN])
    an = session.exec(select(Person).where(Person.code == "hp-an")).one()
    with pytest.raises(Refused):
        loaded(session, an, [TC], [])


def test_the_shipped_organisation_loads(session: Session, admin: Person) -> None:
    file = read_organisation(resources.files("dondoc") / "data" / "organisation-2014.yaml")
    occasion = Occasion(admin, "os", DAY, dt.datetime(2014, 5, 9, 1, tzinfo=dt.UTC))
    assert len(load(session, file, occasion, "organisation-2014.yaml").added) > 200
    assert not load(session, file, occasion, "organisation-2014.yaml")
