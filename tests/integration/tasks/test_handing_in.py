from __future__ import annotations

import datetime as dt
import hashlib
import io
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from cast import LADDER_IDS, PERSON_IDS, UNIT_IDS, codes, post
from dondoc.errors import BadInput, Refused
from dondoc.services import submissions
from dondoc.services.evidence import File
from dondoc.services.reviews import open_review
from models import Evidence, NewsKind, PostRole, Submission, TaskKind, TaskState
from stage import CODE, PDF, REPORT, may

if TYPE_CHECKING:
    from stage import Stage


def test_handing_in_quiets_the_ladder(stage: Stage) -> None:
    task = stage.give()
    stage.submit("room-officer", may(20))
    assert (task.state, task.quiet_since, task.next_look_on) == (TaskState.HANDED_IN, may(20), None)
    assert task.handed_in_at == dt.datetime(2014, 5, 20, 1, tzinfo=dt.UTC)


def test_accepting_becomes_a_task_of_the_acceptor(stage: Stage) -> None:
    stage.give()
    acceptance = stage.submit("room-officer", may(20))
    assert (acceptance.code, acceptance.kind) == (f"{CODE}.NT1", TaskKind.ACCEPTANCE)
    assert codes((acceptance.assignee_id,)) == {"nv1-head"}
    assert (acceptance.lead_unit_id, acceptance.supervisor_unit_id) == (UNIT_IDS["NV1"], UNIT_IDS["VP"])
    assert (acceptance.due_on, acceptance.ladder_id) == (may(27), LADDER_IDS["authority"])
    assert stage.news("nv1-head", acceptance.code) == [(NewsKind.GIVEN, None)]


def test_evidence_is_kept_under_its_hash(stage: Stage) -> None:
    stage.give()
    stage.submit("room-officer", may(20), b"content")
    sha256 = hashlib.sha256(PDF + b"content").hexdigest()
    assert (stage.folder / sha256[:2] / sha256).read_bytes() == PDF + b"content"
    kept = stage.session.exec(select(Evidence).order_by(Evidence.id)).all()  # type: ignore[arg-type]
    assert [(one.file_name, one.document) for one in kept] == [
        ("bien-ban.pdf", None),
        (None, REPORT),
    ]
    assert [path for path in stage.folder.iterdir() if path.is_file()] == []


def test_the_ledger_names_the_hash_over_all_evidence(stage: Stage) -> None:
    stage.give()
    stage.submit("room-officer", may(20))
    (line,) = stage.ledger()
    submission = stage.session.exec(select(Submission)).one()
    assert line.operation == "task.submit"
    assert line.detail == {
        "round": 1,
        "evidence_sha256": submission.evidence_sha256,
        "acceptance": f"{CODE}.NT1",
    }


@pytest.mark.parametrize(
    ("document", "kept"),
    [
        pytest.param(" 152/BC-CTHADS ,  2014-05-20", "152/BC-CTHADS, 20/5/2014", id="an ISO date"),
        pytest.param("07/QĐ-CTHADS, 03/1/2014", "07/QĐ-CTHADS, 03/01/2014", id="a month written short"),
    ],
)
def test_a_document_is_cited_in_one_form(stage: Stage, document: str, kept: str) -> None:
    stage.give()
    submissions.submit(
        stage.world(may(20)), stage.by("room-officer", may(20)), CODE, stage.store, (), [document]
    )
    assert stage.session.exec(select(Evidence.document)).one() == kept


@pytest.mark.parametrize(
    "documents",
    [
        pytest.param([], id="no evidence at all"),
        pytest.param(["152/BC-CTHADS"], id="no date"),
        pytest.param([", 20/5/2014"], id="no number"),
        pytest.param(["152/BC-CTHADS, 31/4/2014"], id="no such day"),
        pytest.param(["152/BC-CTHADS, 21/5/2014"], id="dated tomorrow"),
    ],
)
def test_it_refuses_to_be_handed_in_without_evidence(stage: Stage, documents: list[str]) -> None:
    stage.give()
    world, occasion = stage.world(may(20)), stage.by("room-officer", may(20))
    with pytest.raises(BadInput):
        submissions.submit(world, occasion, CODE, stage.store, (), documents)
    assert stage.task().state is TaskState.ASSIGNED


def test_an_empty_file_proves_nothing(stage: Stage) -> None:
    stage.give()
    world, occasion = stage.world(may(20)), stage.by("room-officer", may(20))
    with pytest.raises(BadInput, match=r"bao-cao\.pdf is empty"):
        submissions.submit(world, occasion, CODE, stage.store, [File("bao-cao.pdf", io.BytesIO())])
    assert stage.task().state is TaskState.ASSIGNED


@pytest.mark.parametrize(
    ("person", "allowed"),
    [
        pytest.param("room-officer", True, id="the assignee"),
        pytest.param("room-head", True, id="the head of the unit"),
        pytest.param("hp-head", True, id="the head of the department"),
        pytest.param("lc-officer", False, id="a colleague"),
        pytest.param("nv1-head", False, id="the acceptor"),
        pytest.param("dg", False, id="the Director General"),
    ],
)
def test_the_assignee_and_the_heads_hand_in(stage: Stage, person: str, allowed: bool) -> None:
    stage.give()
    if allowed:
        stage.submit(person, may(20))
        return
    with pytest.raises(Refused):
        stage.submit(person, may(20))
    assert stage.session.exec(select(Submission)).all() == []


def test_it_is_handed_in_once(stage: Stage) -> None:
    stage.give()
    stage.submit("room-officer", may(20))
    with pytest.raises(Refused, match="waits to be accepted"):
        stage.submit("room-head", may(20))


@pytest.mark.parametrize("kind", [kind for kind in TaskKind if kind is not TaskKind.ITEM])
def test_a_duty_of_the_process_says_how_it_is_done(stage: Stage, kind: TaskKind) -> None:
    stage.give(kind=kind)
    with pytest.raises(Refused, match=r"is done by \w+ing "):
        stage.submit("room-officer", may(20))


def test_a_review_is_not_asked_for_while_the_acceptor_has_the_task(stage: Stage) -> None:
    task = stage.give(due=None)
    review = open_review(stage.world(may(9)), task)
    assert review is not None
    stage.submit("room-officer", may(20))
    assert (review.state, review.next_look_on) == (TaskState.CANCELLED, None)
    assert open_review(stage.world(may(20)), task) is None


@pytest.mark.parametrize(
    ("lead", "assignee", "acceptor", "ladder"),
    [
        pytest.param("NV1", "nv1-officer", "vp-head", "authority", id="the Office for a Vụ"),
        pytest.param("VP", "vp-officer", "dg", "director_general", id="the Director General for the Office"),
    ],
)
def test_the_acceptor_of_the_authoritys_own_duties(
    stage: Stage, lead: str, assignee: str, acceptor: str, ladder: str
) -> None:
    stage.give(lead_unit_id=UNIT_IDS[lead], assignee_id=PERSON_IDS[assignee])
    acceptance = stage.submit(assignee, may(20))
    assert codes((acceptance.assignee_id,)) == {acceptor}
    assert acceptance.ladder_id == LADDER_IDS[ladder]


def test_accepting_passes_upwards_where_the_acceptor_is_the_owner(stage: Stage) -> None:
    stage.session.add(post("vp-head", "NV1", PostRole.DEPUTY))
    stage.give(lead_unit_id=UNIT_IDS["NV1"], assignee_id=PERSON_IDS["nv1-officer"])
    assert codes((stage.submit("nv1-officer", may(20)).assignee_id,)) == {"dg"}


def test_the_hash_does_not_depend_on_the_order(stage: Stage) -> None:
    hashes = []
    for code, names in (("HP.1a", ("a.txt", "b.txt")), ("HP.2a", ("b.txt", "a.txt"))):
        stage.give(code)
        files = [File(name, io.BytesIO(name.encode())) for name in names]
        submissions.submit(stage.world(may(20)), stage.by("room-officer", may(20)), code, stage.store, files)
        hashes.append(stage.ledger(code)[0].detail["evidence_sha256"])
    assert hashes[0] == hashes[1]
