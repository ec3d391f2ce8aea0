"""Organisation files in: units, people, the posts they hold and the channels that reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from dondoc.reading.organisation_checks import refuse_contradictions
from dondoc.reading.yamlfile import Day, Entry, Words, YamlFile
from models import Language, PostRole, UnitKind

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Several = Field(default=(), strict=False)


class PostEntry(Entry):
    """A post; without `valid_from` it begins with the file, or goes on if it is held already."""

    unit: Words
    role: Annotated[PostRole, Field(strict=False)]
    title: Words
    valid_from: Day | None = None
    valid_to: Day | None = None


class PersonEntry(Entry):
    """A person; `language` or `channels` left out leave alone what the person has (ADR 0020)."""

    code: Words
    name: Words
    language: Annotated[Language, Field(strict=False)] | None = None
    posts: tuple[PostEntry, ...] = Several
    channels: Annotated[tuple[Words, ...], Field(strict=False)] | None = None


class UnitEntry(Entry):
    """A unit; its parent may stand anywhere in the file."""

    code: Words
    name: Words
    kind: Annotated[UnitKind, Field(strict=False)]
    parent: Words | None = None
    aliases: tuple[Words, ...] = Several
    supervises: tuple[Words, ...] = Several
    valid_from: Day | None = None
    valid_to: Day | None = None


class OrganisationFile(Entry):
    """The whole organisation as one file says it is; `valid_from` is the day of what names none itself."""

    valid_from: Day | None = None
    units: Annotated[tuple[UnitEntry, ...], Field(strict=False, min_length=1)]
    people: tuple[PersonEntry, ...] = Several


def read_organisation(path: Traversable) -> OrganisationFile:
    """Read an organisation file (.yaml), all or nothing.

    Raises BadInput naming file, line, entry and reason of the first mistake.
    """
    file = YamlFile.read(path)
    organisation = file.check(OrganisationFile)
    refuse_contradictions(organisation, file)
    return organisation
