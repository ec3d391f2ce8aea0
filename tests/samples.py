"""What stands for the names in an address of the page: things of Hải Phòng, and some of Quảng Ninh."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc import clock
from dondoc.services import accounts, feeds
from dondoc.services.occasion import Occasion
from dondoc.services.plan_export import export
from mailed import Mailed
from models import Evidence, Person, SignIn
from plan_office import NOTE
from site_of import TODAY
from two_provinces import LIFE, READ
from workbooks import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from site_of import Site

Names = dict[str, str]


def samples(site: Site, slips: Path) -> dict[str, Names]:
    """Return the names in an address by what they are of; makes the secrets among them."""
    secrets = {what: {"token": token} for what, token in _secrets(site, slips).items()}
    return _things() | _workbooks(site) | _rows(site) | secrets


def _things() -> dict[str, Names]:
    return {stage.lower(): {"code": f"HP-{stage}"} for stage in LIFE} | {
        "": {},
        "other_plan": {"code": "QN-DRAFT"},
        "item": {"code": READ, "item": "2.1.2"},
        "task": {"code": "HP-ISSUED.3.3a"},
        "post": {"code": "vien", "number": "0"},
        "unreached": {"code": "admin", "position": "1"},
        "channel": {"code": "vien", "position": "1"},
        "year": {"year": str(TODAY.year)},
        "ladder": {"code": "default"},
        "other_task": {"code": "QN-ISSUED.3.3a"},
        "handed_in": {"code": "HP-ISSUED.3.4a"},
        "room": {"code": "HP-TCCB"},
        "other_room": {"code": "QN-TCCB"},
        "province": {"code": "HP"},
        "person": {"code": "vien"},
        "section": {"section": "late"},
        "day": {"on": TODAY.isoformat()},
    }


def _workbooks(site: Site) -> dict[str, Names]:
    """Return plans with a workbook in which something was written; forms carry it as text."""
    found = {}
    with site.session() as session:
        site.world.session = session
        for stage in ("draft", "opened"):
            code = f"HP-{stage.upper()}"
            desk = Desk(export(site.world.on(TODAY), code))
            desk.write("3.3", NOTE, "Hỏi lại.")
            filled_in = base64.b64encode(desk.save()).decode()
            found[stage] = {"code": code, "item": "3.3", "workbook": filled_in}
    return found


def _rows(site: Site) -> dict[str, Names]:
    """Return what is named by a row: what the officer handed in, and the session they have opened."""
    site.token("vien")
    with site.session() as session:
        handed_in = session.exec(select(Evidence.sha256).order_by(col(Evidence.id))).first()
        opened = session.exec(select(SignIn.id).join(Person).where(Person.code == "vien")).first()
    return {
        "evidence": {"code": "HP-ISSUED.3.4a", "sha256": str(handed_in)},
        "session": {"number": str(opened)},
    }


def _secrets(site: Site, slips: Path) -> dict[str, str]:
    """Return the secrets of the officer: of the day's letter, of a sign-in link, of the feed."""
    mailed = Mailed(site, slips)
    mailed.run()
    link = min(path for path in mailed.paths("vien") if path.startswith("/s/"))
    now = clock.now()
    with site.session() as session:
        site.world.session = session
        world = site.world.on(TODAY)
        admin, officer = (
            Occasion(session.exec(select(Person).where(Person.code == one)).one(), "tester", TODAY, now)
            for one in ("admin", "vien")
        )
        return {
            "link": link.removeprefix("/s/"),
            "sign_in": accounts.link_for(world, admin, "vien", now),
            "feed": feeds.make_feed(world, officer, "vien", now),
        }
