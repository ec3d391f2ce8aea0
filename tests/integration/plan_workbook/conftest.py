"""What tests of a plan's workbook share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plan_office import PlanOffice

if TYPE_CHECKING:
    from sqlmodel import Session


@pytest.fixture
def office(session: Session) -> PlanOffice:
    return PlanOffice(session)
