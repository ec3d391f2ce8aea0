from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cast
from stage import Stage

if TYPE_CHECKING:
    from pathlib import Path

    from sqlmodel import Session


@pytest.fixture
def stage(session: Session, tmp_path: Path) -> Stage:
    cast.store(session)
    return Stage(session, tmp_path / "evidence")
