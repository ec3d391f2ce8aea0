"""Two provinces with plans alike at every stage: whoever is somebody to the one is nobody to the other."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING, Any

from sqlmodel import select

from dondoc import clock
from dondoc.reading.notice import read_text
from dondoc.services import accounts, api_tokens, approval, feeds, plan_life
from dondoc.services.drafts import draft
from dondoc.services.evidence import File, Folder
from dondoc.services.issuing import issue
from dondoc.services.occasion import Occasion
from dondoc.services.plan_edits import Edit, edit
from dondoc.services.submissions import submit
from models import ItemCoordinator, Person, PostRole, UnitKind
from site_of import TODAY, Site
from small_notice import NOTICE
from small_plan import BY_END_OF_JULY, SmallPlan
from stage import PDF

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine
    from sqlmodel import Session

    from small_world import SmallWorld

ROLES = {  # to the work of Hải Phòng
    "assignee": "vien",
    "colleague": "ban",
    "unit_head": "phong",
    "province_head": "cuc",
    "supervisor": "vu",
    "supervising_officer": "vu-vien",
    "coordinator": "ke-toan",
    "office_head": "chanh",
    "office_officer": "chanh-vien",
    "director_general": "tong",
    "deputy_general": "pho-tong",
    "administrator": "admin",
    "other_assignee": "vien-qn",
    "other_unit_head": "phong-qn",
    "other_province_head": "cuc-qn",
    "other_supervisor": "vu-qn",
}
UNITS = (
    ("TC-KT", "Vụ Kế hoạch - Tài chính", UnitKind.DEPARTMENT, "TC"),
    ("TC-NV", "Vụ Nghiệp vụ", UnitKind.DEPARTMENT, "TC"),
    ("QN", "Cục Quảng Ninh", UnitKind.PROVINCIAL_DEPARTMENT, "TC"),
    ("QN-TCCB", "Phòng Tổ chức cán bộ", UnitKind.ROOM, "QN"),
)
PEOPLE = (
    ("ban", "Bùi Bạn", "HP-TCCB", PostRole.OFFICER),
    ("vu-vien", "Vũ Viên", "TC-TCCB", PostRole.OFFICER),
    ("ke-toan", "Kha Kế", "TC-KT", PostRole.HEAD),
    ("chanh-vien", "Lê Viên", "TC-VP", PostRole.OFFICER),
    ("pho-tong", "Đỗ Phó", "TC", PostRole.DEPUTY),
    ("vien-qn", "Ân Quảng", "QN-TCCB", PostRole.OFFICER),
    ("phong-qn", "Mai Quảng", "QN-TCCB", PostRole.HEAD),
    ("cuc-qn", "Phạm Quảng", "QN", PostRole.HEAD),
    ("vu-qn", "Vũ Quảng", "TC-NV", PostRole.HEAD),
)
TWIN_UNITS = {"HP": "QN", "HP-TCCB": "QN-TCCB", "TC-TCCB": "TC-NV"}
TWIN_PEOPLE = {"vien": "vien-qn", "phong": "phong-qn", "cuc": "cuc-qn", "vu": "vu-qn"}
LIFE: dict[str, tuple[tuple[str, Callable[..., Any], tuple[str, ...]], ...]] = {
    "DRAFT": (),
    "OPENED": (("chanh", plan_life.open_plan, ()),),
    "CONSULTED": (("cuc", plan_life.consult, ()),),
    "ANSWERED": (("vu", plan_life.opine, ("Nhất trí.",)), ("chanh", plan_life.opine, ("Nhất trí.",))),
    "SUBMITTED": (("cuc", plan_life.submit, ()),),
    "APPROVED": (("tong", approval.approve, ()),),
    "ISSUED": (),
}
"""By whom a plan comes to a stage from the one before; the flow issues it."""
READ = "HP-READ"
PASSWORD = "mật khẩu của viên"
PROGRAM = "sổ tay"


def two_provinces(engine: Engine, evidence: Folder) -> Site:
    """Make the organisation, its plans at every stage, a task handed in, and everybody's accounts."""
    site = Site(engine)
    with site.session() as session:
        world = site.world
        world.session = session
        for unit in UNITS:
            world.unit(*unit)
        for person in PEOPLE:
            world.person(*person)
        session.add(Person(code="admin", name="Quản Trị", administrator=True))
        session.flush()
        for province, there in (("HP", world), ("QN", twin_of(world))):
            for stage in LIFE:
                _live(SmallPlan(session, there, f"{province}-{stage}"), stage, evidence)
        small = SmallPlan(session, world, "HP-SPARE")
        draft(*small.at("05-12", "chanh"), read_text(NOTICE), "thong-bao.txt", "HP", READ)
        edit(*small.at("05-12", "chanh"), READ, "2.1.2", Edit(coordinators=("TC-KT",)))
        _open_accounts(session, world)
    return site


def twin_of(world: SmallWorld) -> SmallWorld:
    """Return the same world as seen from the other province: its units and people under the same names."""
    there = copy.copy(world)
    there.units = world.units | {here: world.units[twin] for here, twin in TWIN_UNITS.items()}
    there.people = world.people | {here: world.people[twin] for here, twin in TWIN_PEOPLE.items()}
    return there


def _live(plan: SmallPlan, stage: str, evidence: Folder) -> None:
    """Add two items that another unit coordinates, and bring the plan to a stage."""
    twins = TWIN_PEOPLE if plan.plan.code.startswith("QN") else {}
    for ref in ("3.3", "3.4"):
        item = plan.item(ref, lead="HP-TCCB", person="vien", term=BY_END_OF_JULY)
        plan.session.add(ItemCoordinator(item_id=item.id, unit_id=plan.world.units["TC-KT"]))
    for reached in list(LIFE)[: list(LIFE).index(stage) + 1]:
        for person, deed, said in LIFE[reached]:
            deed(*plan.at("05-12", twins.get(person, person)), plan.plan.code, *said)
    if stage == "ISSUED":
        world, occasion = plan.at("05-12", twins.get("vien", "vien"))
        issue(plan.session, plan.plan.code, occasion.on, occasion.now)
        content = [File("bien-ban.pdf", io.BytesIO(PDF + plan.plan.code.encode()))]
        submit(world, occasion, f"{plan.plan.code}.3.4a", evidence, content)


def _open_accounts(session: Session, world: SmallWorld) -> None:
    now, today = clock.now(), world.on(TODAY)
    for person in session.exec(select(Person)).all():
        occasion = Occasion(person, "tester", TODAY, now)
        api_tokens.make_token(today, occasion, person.code, PROGRAM, 30, now)
        feeds.make_feed(today, occasion, person.code, now)
        if person.code == ROLES["assignee"]:
            accounts.set_password(today, occasion, person.code, PASSWORD, now)
