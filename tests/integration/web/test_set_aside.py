"""What a run set aside is told in words: what it is, what that means, and in small print the reason."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from dondoc import clock
from dondoc.services.meanings import MEANINGS
from dondoc.services.outbox import Carriers
from dondoc.words.speech import Speech
from mailed import Mailed
from models import Fault, FaultKind, Language, Person, Task
from notifications.memory import MemorySender
from notifications.sender import SendError
from site_of import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from notifications.sender import Letter
    from site_of import Site

SMALL = re.compile(r"<small>(.*?)</small>", re.DOTALL)


class Refusing(MemorySender):
    """Takes no letter for the officer."""

    def send(self, address: str, letter: Letter) -> str:
        """Refuse for good what is for the officer."""
        if address == "memory://vien":
            raise SendError("550 mailbox unknown", permanent=True)
        return super().send(address, letter)


def read(site: Site, language: Language) -> tuple[str, str]:
    """Return the page of the run as an administrator reads it, and apart from it the small print."""
    code = f"admin-{language}"
    with site.session() as session:
        session.add(Person(code=code, name="Quản Trị", administrator=True, language=language))
    with site.browser(code) as browser:
        html = browser.get(f"/admin/runs/{TODAY}").text.partition("<main")[2]
    return unescape(SMALL.sub("", html)), " ".join(SMALL.findall(html))


@pytest.mark.parametrize("language", Language)
def test_each_kind_is_told_in_words(site: Site, language: Language) -> None:
    why = "ValueError: bad\nSELECT 1"
    with site.session() as session:
        for kind in FaultKind:
            fault = Fault(on=TODAY, kind=kind, what="HP", reason=why, attempt=1, happened_at=clock.now())
            session.add(fault)
    said, small = read(site, language)
    for kind in FaultKind:
        assert Speech(language).say(MEANINGS[kind]) in said
    assert "ValueError" not in said
    assert small.count("ValueError: bad") == len(FaultKind)
    assert "SELECT" not in small


def test_a_damaged_row_and_an_address_that_takes_nothing_are_told_by_a_run(
    site: Site, tmp_path: Path
) -> None:
    with site.session() as session:
        session.exec(select(Task).where(Task.code == "T-1a")).one().quiet_days = "nonsense"
    site.task("T-2a", TODAY, TODAY)
    mailed = Mailed(site, tmp_path / "slips")
    mailed.days.carriers = Carriers(Refusing(), mailed.days.carriers.printer, mailed.days.carriers.addresses)
    mailed.run()
    said, small = read(site, Language.EN)
    assert "T-1a" in said
    assert "What is kept of the task is damaged" in said
    assert '<a href="/admin/people/vien">An Viên</a>' in said
    assert "channel does not take messages" in said
    assert "550 mailbox unknown" in small


def test_a_run_that_only_could_not_send_leads_to_what_it_could_not(site: Site, tmp_path: Path) -> None:
    mailed = Mailed(site, tmp_path / "slips")
    mailed.days.carriers = Carriers(Refusing(), mailed.days.carriers.printer, mailed.days.carriers.addresses)
    mailed.run()
    read(site, Language.VI)
    with site.browser("admin-vi") as browser:
        assert f'href="/admin/runs/{TODAY}"' in browser.get("/admin").text
