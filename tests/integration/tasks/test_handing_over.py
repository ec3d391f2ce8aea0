from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cast import PERSON_IDS, UNIT_IDS, codes, post
from dondoc.errors import BadInput, Refused
from models import NewsKind, PostRole, TaskKind
from stage import CODE, may

if TYPE_CHECKING:
    from stage import Stage

ACCEPTANCE = f"{CODE}.NT1"


def test_the_clock_goes_on(stage: Stage) -> None:
    task = stage.give()
    before = (task.version, task.last_step, task.clock_from, task.due_on, task.next_look_on, task.state)
    assert stage.assign("room-head", may(15), "lc-officer")
    after = (task.version, task.last_step, task.clock_from, task.due_on, task.next_look_on, task.state)
    assert codes((task.assignee_id,)) == {"lc-officer"}
    assert after == before


def test_both_hear_of_it(stage: Stage) -> None:
    stage.give()
    stage.assign("room-head", may(15), "lc-officer")
    assert stage.news("room-officer") == [(NewsKind.GIVEN, None), (NewsKind.HANDED_OVER, None)]
    assert stage.news("lc-officer") == [(NewsKind.GIVEN, None)]
    (line,) = stage.ledger()
    assert (line.operation, line.detail) == ("task.assign", {"from": "room-officer", "to": "lc-officer"})


def test_the_same_person_again_changes_nothing(stage: Stage) -> None:
    stage.give()
    assert not stage.assign("room-head", may(15), "room-officer")
    assert stage.ledger() == []
    assert stage.news("room-officer") == [(NewsKind.GIVEN, None)]


@pytest.mark.parametrize(
    ("person", "allowed"),
    [
        pytest.param("room-head", True, id="the head of the unit"),
        pytest.param("hp-head", True, id="the head of the department"),
        pytest.param("room-officer", False, id="the assignee, who cannot pass it on"),
        pytest.param("lc-deputy-1", False, id="a head beside it"),
        pytest.param("nv1-head", False, id="the acceptor"),
        pytest.param("dg", False, id="the Director General"),
    ],
)
def test_the_owners_heads_hand_over(stage: Stage, person: str, allowed: bool) -> None:
    stage.give()
    if allowed:
        assert stage.assign(person, may(15), "lc-officer")
        return
    with pytest.raises(Refused, match=f"{person} may not"):
        stage.assign(person, may(15), "lc-officer")


@pytest.mark.parametrize(
    ("lead", "head", "heir", "allowed"),
    [
        pytest.param("HP-NV", "hp-head", "hp-deputy", True, id="within the province"),
        pytest.param("HP-NV", "hp-head", "qn-head", False, id="to another province"),
        pytest.param("HP-NV", "hp-head", "nv1-officer", False, id="to the supervising unit"),
        pytest.param("NV1", "nv1-head", "nv1-officer", True, id="within the Vụ"),
        pytest.param("NV1", "nv1-head", "vp-officer", False, id="to another unit of the General Department"),
    ],
)
def test_the_heir_is_one_of_the_owners_people(
    stage: Stage, lead: str, head: str, heir: str, allowed: bool
) -> None:
    stage.give(lead_unit_id=UNIT_IDS[lead], assignee_id=PERSON_IDS[head])
    if allowed:
        assert stage.assign(head, may(15), heir)
        return
    with pytest.raises(Refused, match=f"{heir} does not serve"):
        stage.assign(head, may(15), heir)


def test_it_refuses_a_person_there_is_not(stage: Stage) -> None:
    stage.give()
    with pytest.raises(BadInput, match="no person nobody"):
        stage.assign("room-head", may(15), "nobody")


def test_an_ended_task_stays_where_it_is(stage: Stage) -> None:
    stage.give()
    stage.submit("room-officer", may(15))
    stage.accept("nv1-head", may(16))
    with pytest.raises(Refused, match="has been accepted"):
        stage.assign("room-head", may(19), "lc-officer")


def test_a_task_is_handed_over_while_it_waits_for_the_acceptor(stage: Stage) -> None:
    task = stage.give()
    stage.submit("room-officer", may(15))
    assert stage.assign("room-head", may(16), "lc-officer")
    assert (task.quiet_since, task.next_look_on) == (may(15), None)


def test_the_owner_side_has_no_hand_in_the_acceptance(stage: Stage) -> None:
    stage.session.add(post("vp-head", "NV1", PostRole.DEPUTY))
    stage.session.add(post("nv1-officer", "VP", PostRole.OFFICER))
    stage.give(lead_unit_id=UNIT_IDS["NV1"], assignee_id=PERSON_IDS["nv1-officer"])
    stage.submit("nv1-officer", may(15))
    with pytest.raises(Refused, match="owner's side"):
        stage.assign("vp-head", may(16), "vp-officer", ACCEPTANCE)


def test_the_acceptor_names_nobody_of_the_owner_side(stage: Stage) -> None:
    stage.session.add(post("room-officer", "NV1", PostRole.OFFICER))
    stage.give()
    stage.submit("room-officer", may(15))
    with pytest.raises(Refused, match="owner's side"):
        stage.assign("nv1-head", may(16), "room-officer", ACCEPTANCE)


def test_a_duty_of_the_process_is_handed_over_too(stage: Stage) -> None:
    stage.give(kind=TaskKind.OPINION)
    assert stage.assign("room-head", may(15), "lc-officer")
