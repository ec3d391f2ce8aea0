"""Provinces beside the small one, each with a room, its head, and officers who are late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from days import DUE, GIVEN
from models import PostRole, UnitKind

if TYPE_CHECKING:
    import datetime as dt

    from small_world import SmallWorld


def provinces(world: SmallWorld, names: tuple[str, ...], officers: int, *dues: dt.date) -> None:
    """Add provinces with so many officers each; each officer has a task for every due date."""
    for name in names:
        room = f"{name}-TCCB"
        world.unit(name, f"Cục {name}", UnitKind.PROVINCIAL_DEPARTMENT, "TC")
        world.unit(room, f"Phòng {name}", UnitKind.ROOM, name)
        world.person(f"phong-{name.lower()}", f"Mai {name}", room, PostRole.HEAD)
        for number in range(officers):
            officer = f"vien-{name.lower()}-{number}"
            world.person(officer, f"An {name} {number}", room, PostRole.OFFICER)
            owner = {"lead_unit_id": world.units[room], "assignee_id": world.people[officer]}
            for turn, due in enumerate(dues or (DUE,)):
                world.task(f"{name}-{number}.{turn}a", due, GIVEN, **owner)
