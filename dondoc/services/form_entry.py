"""What a form says, as the entry of a file that would say the same: checked by the same model."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from dondoc.errors import AtField
from dondoc.reading.yamlfile import Entry, first_mistake

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Read = TypeVar("Read", bound=Entry)


def entry_of(model: type[Read], fields: Mapping[str, object]) -> Read:
    """Return what the fields of a form say; raises AtField for the first mistake."""
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        place, reason = first_mistake(error)
        raise AtField(field_at(place), reason) from error


def field_at(place: Sequence[str | int]) -> str:
    """Return the name of the field in which a form says what stands at a place."""
    return next((step for step in reversed(place) if isinstance(step, str)), "")
