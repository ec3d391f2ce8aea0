"""`/health`: 200 where database, schedule and the last daily run are well, else 503 naming what is not."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from databases import engine_of
from dondoc import clock, db
from dondoc.services import operator
from dondoc.web.app import create_app
from fake_prefect import READY, fake_prefect
from models import DailyRun, Installation, RunState

if TYPE_CHECKING:
    from pathlib import Path

NOWHERE = "http://127.0.0.1:9/api"


@pytest.fixture
def folder(migrated_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder made just now: nothing is owed yet."""
    file = shutil.copy(migrated_sqlite, tmp_path)
    with engine_of(f"sqlite:///{file}") as engine, db.session(engine) as session:
        session.add(Installation(created_at=clock.now()))
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path))
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    return tmp_path


def ask(monkeypatch: pytest.MonkeyPatch, api: str | None) -> tuple[int, dict[str, Any]]:
    if api:
        monkeypatch.setenv("PREFECT_API_URL", api)
    answer = asyncio.run(_get("/health"))
    return answer.status_code, answer.json()


async def _get(path: str) -> httpx.Response:
    app = httpx.ASGITransport(create_app())
    async with httpx.AsyncClient(transport=app, base_url="http://dondoc") as client:
        return await client.get(path)


@pytest.mark.usefixtures("folder")
def test_all_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    fine = {"database": "bình thường", "schedule": "bình thường", "daily_run": "bình thường"}
    with fake_prefect(READY, runs=1) as api:
        assert ask(monkeypatch, api) == (200, {"well": True} | fine)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("deployment", "runs", "sentence"),
    [
        pytest.param(None, 0, "chưa có lịch", id="nobody has registered it"),
        pytest.param(READY | {"status": "NOT_READY"}, 1, "Không có tiến trình nào", id="no runner"),
        pytest.param(READY, 0, "lần chạy hằng ngày kế tiếp", id="the scheduler does nothing"),
    ],
)
def test_a_schedule_that_is_unwell_is_named(
    monkeypatch: pytest.MonkeyPatch, deployment: dict[str, Any] | None, runs: int, sentence: str
) -> None:
    with fake_prefect(deployment, runs) as api:
        status, said = ask(monkeypatch, api)
    assert (status, said["well"], said["database"]) == (503, False, "bình thường")
    assert sentence in said["schedule"]


@pytest.mark.usefixtures("folder")
def test_a_paused_schedule_needs_no_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    with fake_prefect(READY | {"paused": True}, runs=0) as api:
        assert ask(monkeypatch, api)[0] == 200


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("api", "sentence"),
    [
        pytest.param(NOWHERE, "không trả lời", id="a server that is away"),
        pytest.param(None, "Chưa nêu máy chủ Prefect", id="no server named"),
    ],
)
def test_no_server_is_named(monkeypatch: pytest.MonkeyPatch, api: str | None, sentence: str) -> None:
    status, said = ask(monkeypatch, api)
    assert status == 503
    assert sentence in said["schedule"]


def test_a_bad_day_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    day = dt.date(2026, 11, 20)
    row = DailyRun(on=day, working_day=True, state=RunState.PARTLY_FAILED, started_at=clock.now())
    row.completed_at = clock.now()
    with engine_of(f"sqlite:///{folder / 'dondoc.sqlite3'}") as engine, db.session(engine) as session:
        session.add(row)
    with fake_prefect(READY, runs=1) as api:
        assert ask(monkeypatch, api)[1]["daily_run"] == "Lần chạy ngày 20/11/2026 bị lỗi một phần."


def test_an_operator_who_could_not_be_told_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    day = dt.date(2026, 11, 20)
    row = DailyRun(on=day, working_day=True, state=RunState.PARTLY_FAILED, started_at=clock.now(), attempts=1)
    row.completed_at = clock.now()
    with engine_of(f"sqlite:///{folder / 'dondoc.sqlite3'}") as engine, db.session(engine) as session:
        session.add(row)
        session.flush()
        operator.note_unreached(session, day, "550 100% unknown", clock.now())
    with fake_prefect(READY, runs=1) as api:
        said = ask(monkeypatch, api)[1]["daily_run"]
    assert said.endswith("Không báo được cho người vận hành: 550 100% unknown")


def test_a_database_that_is_gone_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "dondoc.sqlite3").unlink()
    with fake_prefect(READY, runs=1) as api:
        status, said = ask(monkeypatch, api)
    assert status == 503
    assert "dondoc init" in said["database"]
    assert said["daily_run"] != "bình thường"


def test_a_database_that_is_damaged_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "dondoc.sqlite3").write_bytes(b"Kinh gui: " * 500)
    assert "not a database" in ask(monkeypatch, None)[1]["database"]
