"""Units of the organisation, and who supervises which field."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import JSON, CheckConstraint
from sqlmodel import Field, SQLModel

from models.base import one_of


class UnitKind(StrEnum):
    """What a unit is; the ladder finds its audiences by these."""

    GENERAL_DEPARTMENT = "general_department"
    DEPARTMENT = "department"
    OFFICE = "office"
    CENTRE = "centre"
    PROVINCIAL_DEPARTMENT = "provincial_department"
    ROOM = "room"
    DISTRICT_OFFICE = "district_office"


class Unit(SQLModel, table=True):
    """A body with a head, valid from a day and, once abolished, until a day."""

    __tablename__ = "units"
    __table_args__ = (
        CheckConstraint("id <> parent_id", name="not_its_own_parent"),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="validity"),
    )

    id: int = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=40)
    name: str
    kind: UnitKind = Field(sa_type=one_of(UnitKind))
    parent_id: int | None = Field(default=None, foreign_key="units.id", index=True)
    aliases: list[str] = Field(default_factory=list, sa_type=JSON)
    """Other names documents use for it, longest first."""
    supervises: list[str] = Field(default_factory=list, sa_type=JSON)
    """Fields of work whose tasks this unit of the General Department follows."""
    valid_from: dt.date
    valid_to: dt.date | None = None
