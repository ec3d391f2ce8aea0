"""A program of an administrator, in the small world."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from api_of import program
from models import Channel, Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api_of import Program
    from site_of import Site


@pytest.fixture
def admin(site: Site) -> Iterator[Program]:
    with site.session() as session:
        session.add(Person(code="admin", name="Quản Trị", administrator=True))
        session.exec(select(Channel).where(Channel.address == "memory://vien")).one().address = "folder:///a"
    with program(site, "admin") as admin:
        yield admin
