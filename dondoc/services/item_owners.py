"""Who owns an item: its lead unit, the units beside it, its assignee and its supervising unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, delete, select

from dondoc.errors import BadInput, Refused
from models import Item, ItemCoordinator, Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.services.world import World


def unit_id(world: World, code: str) -> int:
    """Return the row id of a unit that is valid on the day; raises BadInput where there is none."""
    unit = world.organisation.unit(code)
    if unit is None:
        raise BadInput("There is no unit %(unit)s: the organisation lists them.", unit=code)
    return unit.id


def supervisor_id(world: World, code: str) -> int:
    """Return the row id of a supervising unit; raises Refused for one outside the General Department."""
    found = unit_id(world, code)
    if not world.organisation.is_authority(found):
        name = world.organisation.units[found].name
        raise Refused("%(unit)s is no unit of the General Department and cannot supervise.", unit=name)
    return found


def person_id(world: World, code: str) -> int:
    """Return the row id of a person who serves; raises BadInput for nobody, Refused for one who left."""
    person = world.session.exec(select(Person).where(Person.code == code)).one_or_none()
    if person is None:
        raise BadInput("There is no person %(person)s: the organisation lists them.", person=code)
    if not world.organisation.serves(person.id):
        raise Refused("%(person)s holds no post and cannot be given work.", person=person.name)
    return person.id


def set_coordinators(world: World, item: Item, unit_ids: Iterable[int]) -> None:
    """Put these units, and no others, beside the lead."""
    world.session.exec(delete(ItemCoordinator).where(col(ItemCoordinator.item_id) == item.id))
    rows = (ItemCoordinator(item_id=item.id, unit_id=unit) for unit in dict.fromkeys(unit_ids))
    world.session.add_all(rows)


def require_fit(world: World, item: Item) -> None:
    """Refuse an assignee who is not one of the lead unit's own people."""
    lead, assignee = item.lead_unit_id, item.assignee_id
    if lead is None or assignee is None or world.organisation.is_own(assignee, lead):
        return
    raise Refused(
        "%(person)s does not serve in %(unit)s, which leads %(item)s: give it another person.",
        person=world.session.get_one(Person, assignee).name,
        unit=world.unit_named(lead).name,
        item=item.code,
    )
