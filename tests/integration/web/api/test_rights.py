"""Who may do what by the API: every route, for all of the small world and for somebody from elsewhere."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest
from fastapi import FastAPI
from starlette.routing import Mount

from api_of import CALENDAR, LADDER, ORGANISATION, UNREAD, Program, draft, program
from dondoc.web.api.app import create_api
from dondoc.web.app import create_app
from dondoc.web.house import House
from rehearsal import Rehearsal
from routes_of import ways
from small_notice import NOTICE
from small_plan import CODE

if TYPE_CHECKING:
    import httpx

    from site_of import Site

PEOPLE = ("tong", "chanh", "vu", "cuc", "phong", "vien", "other")
# a stage of the plan, a request, and what each of PEOPLE is answered; what was done is undone each time
MATRIX = """
draft     GET   /me                          200 200 200 200 200 200 200
draft     GET   /my-work                     200 200 200 200 200 200 200
draft     GET   /tasks                       200 200 200 200 200 200 200
draft     GET   /tasks/T-1a                  200 200 200 200 200 200 404
draft     GET   /tasks/T-1a/why              200 200 200 200 200 200 404
draft     POST  /tasks/T-1a/report           403 403 403 200 200 200 404
draft     POST  /tasks/T-1a/submit           403 403 403 200 200 200 404
draft     POST  /tasks/T-1a/assign           403 403 403 200 200 403 404
draft     GET   /tasks/T-2a/evidence/{hash}  200 200 200 200 200 200 404
draft     POST  /tasks/T-2a/accept           403 403 200 403 403 403 404
draft     POST  /tasks/T-2a/return           403 403 200 403 403 403 404
draft     GET   /plans                       200 200 200 200 200 200 200
draft     GET   /plans/{plan}                200 200 200 200 200 200 404
draft     GET   /plans/{plan}/document       200 200 200 200 200 200 404
draft     GET   /plans/{plan}/workbook.xlsx  200 200 200 200 200 200 404
draft     POST  /plans                       403 200 403 403 403 403 403
draft     POST  /plans/{plan}/document       403 200 403 403 403 403 403
draft     POST  /plans/{plan}/workbook/compare 403 200 403 403 403 403 404
draft     POST  /plans/{plan}/workbook/take  403 200 403 403 403 403 404
draft     PATCH /plans/{plan}/items/3.1      403 200 403 403 403 403 404
draft     POST  /plans/{plan}/items          403 200 403 403 403 403 404
draft     POST  /plans/{plan}/items/3.1/mend 403 200 403 403 403 403 404
draft     POST  /plans/{plan}/items/3.1/split 403 200 403 403 403 403 404
draft     POST  /plans/{plan}/items/3.1/join 403 200 403 403 403 403 404
draft     POST  /plans/{plan}/open           403 200 403 403 403 403 404
open      PATCH /plans/{plan}/items/3.1      403 200 403 200 403 403 404
open      POST  /plans/{plan}/consult        403 200 403 200 403 403 404
consulted POST  /plans/{plan}/opine          403 200 200 403 403 403 404
answered  POST  /plans/{plan}/submit         403 403 403 200 403 403 404
open      POST  /plans/{plan}/workbook/take  403 200 403 200 403 403 404
submitted POST  /plans/{plan}/approve        200 403 403 403 403 403 404
submitted POST  /plans/{plan}/return         200 403 403 403 403 403 404
submitted POST  /plans/{plan}/close          409 409 403 403 403 403 404
approved  POST  /plans/{plan}/issue          200 200 403 403 403 403 404
draft     GET   /units                       200 200 200 200 200 200 200
draft     GET   /units/HP-TCCB               200 200 404 200 200 200 404
draft     GET   /units/HP-TCCB/load          200 200 404 200 200 200 404
draft     GET   /inbox                       200 200 200 200 200 200 200
draft     GET   /national                    200 200 200 404 404 404 404
draft     GET   /people                      200 200 200 200 200 200 200
draft     GET   /people/vien                 200 200 404 200 200 200 404
draft     GET   /people/vien/why             200 200 404 200 200 200 404
draft     GET   /calendar/2014               200 200 200 200 200 200 200
draft     POST  /readings                    200 200 200 200 200 200 200
draft     GET   /ladders                     403 403 403 403 403 403 403
draft     PUT   /ladders/default             403 403 403 403 403 403 403
draft     POST  /organisation                403 403 403 403 403 403 403
draft     POST  /calendar                    403 200 403 403 403 403 403
draft     POST  /people/vien/test            403 403 404 403 403 200 404
draft     POST  /outbox/hasten               403 200 403 403 403 403 403
"""
NAMES = re.compile(r"T-.a|HP-TCCB|vien|2014|default|3\.1|{\w+}")
ROWS = [line.split() for line in MATRIX.strip().splitlines()]
STAGES: dict[str, list[tuple[str, str, dict[str, str] | None]]] = {  # how each is reached from the one before
    "draft": [],
    "open": [("chanh", "open", None)],
    "consulted": [("cuc", "consult", None)],
    "answered": [("vu", "opine", {"text": "Nhất trí."}), ("chanh", "opine", {"text": "Nhất trí."})],
    "submitted": [("cuc", "submit", None)],
    "approved": [("tong", "approve", {})],
}
ANY_STATE = {"if-match": "*"}
EVIDENCE = {"evidence": ("a.txt", b"da xong")}
HASH = hashlib.sha256(b"da xong").hexdigest()
DOCUMENT = {"file": ("tb.txt", NOTICE.encode())}
BODIES: dict[str, dict[str, Any]] = {
    "report": {"json": {"percent": 10}},
    "return": {"json": {"reason": "làm lại"}},
    "assign": {"json": {"person": "cuc"}},
    "opine": {"json": {"text": "Nhất trí."}},
    "approve": {"json": {}},
    "3.1": {"json": {"proof": "Báo cáo"}},
    "/items": {"json": {"words": UNREAD}},
    "mend": {"json": {"ends": "Nội dung"}},
    "split": {"json": {"before": "3.1"}},
    "/plans": {"files": DOCUMENT, "data": {"subject": "HP", "plan": "HP-2014-09"}},
    "document": {"files": DOCUMENT},
    "T-1a/submit": {"files": EVIDENCE},
    "default": {"json": LADDER},
    "/organisation": {"files": {"file": ("tc.yaml", ORGANISATION)}},
    "/calendar": {"files": {"file": ("lich.yaml", CALENDAR)}},
    "readings": {"files": {"file": ("a.txt", "Nội dung một văn bản.".encode())}},
}


@pytest.fixture
def world(site: Site, request: pytest.FixtureRequest) -> Site:
    """The small world with somebody from elsewhere, a task handed in, and a plan at a stage of its life."""
    site.outsider("other")
    site.task("T-2a", dt.date(2014, 8, 1), dt.date(2014, 5, 9))
    draft(site)
    with ExitStack() as stack:
        people = {code: stack.enter_context(program(site, code)) for code in PEOPLE}
        people["vien"].send("POST", "/tasks/T-2a/submit", ANY_STATE, files=EVIDENCE)
        for stage, deeds in STAGES.items():
            for person, deed, body in deeds:
                assert people[person].on_plan(f"/{deed}", body).status_code == 200
            if stage == request.param:
                break
    return site


def test_it_names_every_route() -> None:
    named = {(method, NAMES.sub("{}", path)) for _, method, path, *_ in ROWS}
    assert named == {(way.method, NAMES.sub("{}", way.path)) for way in ways(create_api(House()))}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # rules decide here
@pytest.mark.parametrize("world", STAGES, indirect=True)
def test_everybody_is_answered_as_the_matrix_says(world: Site, request: pytest.FixtureRequest) -> None:
    stage = request.node.callspec.params["world"]
    with ExitStack() as stack:
        people = [stack.enter_context(program(world, code, rehearsing())) for code in PEOPLE]
        for at, method, path, *expected in ROWS:
            if at == stage:
                answered = [str(asked(person, method, path).status_code) for person in people]
                assert answered == expected, (method, path)


def asked(person: Program, method: str, path: str) -> httpx.Response:
    path = path.format(plan=CODE, hash=HASH)
    body = next((BODIES[end] for end in BODIES if path.endswith(end)), {})
    if "/workbook/" in path:
        exported = person.get(f"/plans/{CODE}/workbook.xlsx").content
        body = {"files": {"workbook": ("a.xlsx", exported)}}
    return person.send(method, path, ANY_STATE, **body)


def rehearsing() -> FastAPI:
    app = create_app()
    for one in (app, *(route.app for route in app.routes if isinstance(route, Mount))):
        if isinstance(one, FastAPI):
            one.state.house = Rehearsal()
    return app
