"""The plan of the real notice as the stories find it: read, checked, opened, every item given to somebody.

Skips where the notice is not at hand. The people are those of the shipped organisation, all of them invented.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from inbox import DOMAIN
from story import Story

if TYPE_CHECKING:
    from smtp_server import SmtpServer

PROJECT = Path(__file__).parent.parent
NOTICE = PROJECT.parent / "shared" / "notices" / "hai-phong-2014-05-09.txt"
ORGANISATION = PROJECT / "dondoc" / "data" / "organisation-2014.yaml"
MEETING = "05-09"

PLAN = "HP-2014-01"
MAKING = f"{PLAN}.3.6a"
APPROVAL = f"{PLAN}.PD"

DIRECTOR_GENERAL = "tc-dang-minh-loan"
OFFICE = "tc-chu-viet-dat"
OFFICE_DEPUTY = "tc-ho-huu-kien"
OFFICER = "tc-hoang-ngoc-xuan"
PERSONNEL = "tc-vu-hai-cuong"
COMPLAINTS = "tc-ta-thuy-ngan"
PROFESSION = "tc-phan-thanh-trang"
PROFESSION_DEPUTY = "tc-ngo-phuong-nhung"

HEAD = "hp-chu-quoc-hung"
DEPUTY = "hp-bui-ba-hai"
ROOM_OFFICE = "hp-vo-ba-viet"
ROOM_PERSONNEL = "hp-ho-manh-loi"
ROOM_PERSONNEL_OFFICER = "hp-mai-minh-van"
ROOM_PROFESSION_OFFICER = "hp-quach-ngoc-thuy"
ROOM_COMPLAINTS = "hp-chu-xuan-lam"
ROOM_COMPLAINTS_OFFICER = "hp-luu-thanh-ha"
ROOM_FINANCE_OFFICER = "hp-ha-duy-cuong"

ENGLISH = COMPLAINTS
"""Who reads English."""

BY_THE_OFFICE = f"""
3.1.0 --drop "Yêu cầu chung, đã cụ thể hóa ở các nội dung sau"
3.2.0 --drop "Yêu cầu chung, đã cụ thể hóa ở các nội dung sau"
3.6 --orders-plan --lead HP --person {DEPUTY} --coordinator TC-VP --coordinator TC-TCCB
3.7 --lead TC-NV1 --person {PROFESSION_DEPUTY} --term "trong tháng 7/2014"
4.2 --lead TC-VP --person {OFFICE_DEPUTY} --no-term "Theo chương trình làm việc của Lãnh đạo Bộ"
"""

BY_THE_HEAD = f"""
3.1.1 --lead HP-TCCB --person {ROOM_PERSONNEL}
3.1.2 --lead HP-TCCB --person {ROOM_PERSONNEL_OFFICER} --term "trước ngày 01/7/2014"
3.1.3 --lead HP-TCCB --person {ROOM_PERSONNEL_OFFICER} --term "trước ngày 03/9/2014"
3.1.4 --lead HP-TCCB --person {ROOM_PERSONNEL_OFFICER} --no-term "Thực hiện khi phát sinh"
3.1.5 --lead HP --person {HEAD}
3.2.1 --lead HP --person {DEPUTY} --term "trong 30 ngày kể từ ngày kế hoạch được phê duyệt"
3.2.2 --lead HP-NV --person {ROOM_PROFESSION_OFFICER} --term "trước ngày 01/10/2014"
3.2.3 --lead HP-NV --person {ROOM_PROFESSION_OFFICER}
3.3.1 --lead HP-KNTC --person {ROOM_COMPLAINTS_OFFICER}
3.3.2 --lead HP-KNTC --person {ROOM_COMPLAINTS_OFFICER} --term "chậm nhất ngày 06/9/2014"
3.4.1 --lead HP-TCKT --person {ROOM_FINANCE_OFFICER} --term "trong Quý III/2014"
3.4.2 --lead HP-VP --person {ROOM_OFFICE} --no-term "Phụ thuộc nguồn vốn được giao"
3.5.1 --lead HP --person {HEAD} --no-term "Phụ thuộc cấp ủy địa phương"
3.5.2 --lead HP-VP --person {ROOM_OFFICE} --term "trước ngày 01/7/2014"
3.5.3 --lead HP --person {DEPUTY}
4.1 --lead HP --person {HEAD}
"""


def opened(folder: Path, server: SmtpServer, database_url: str | None) -> Story:
    """Make a data folder and live 9 May: the notice is read, checked and opened, its items are given out."""
    if not NOTICE.exists():
        pytest.skip("the real notices are not at hand")
    folder.mkdir()
    if database_url:
        (folder / "dondoc.toml").write_text(f'database_url = "{database_url}"\n')
    story = Story(folder, server, MEETING)
    assert story.command("init --simulated")[0] == 0
    organisation = folder / "organisation.yaml"
    organisation.write_text(_reached_by_mail(server), encoding="utf-8")
    story.does("admin", f"org load {organisation}")
    story.does(OFFICER, f"draft {NOTICE} --subject HP --plan {PLAN}")
    for line in BY_THE_OFFICE.split("\n")[1:-1]:
        story.does(OFFICE, f"plan set {PLAN} {line}")
    story.does(OFFICE, f"plan open {PLAN}")
    for line in BY_THE_HEAD.split("\n")[1:-1]:
        story.does(HEAD, f"plan set {PLAN} {line}")
    return story


def _reached_by_mail(server: SmtpServer) -> str:
    organisation = yaml.safe_load(ORGANISATION.read_text(encoding="utf-8"))
    for person in organisation["people"]:
        person["channels"] = [server.address(person["code"] + DOMAIN)]
        person["language"] = "en" if person["code"] == ENGLISH else "vi"
    text: str = yaml.safe_dump(organisation, allow_unicode=True)
    return text
