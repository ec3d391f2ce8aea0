"""`dondoc init`: a new data folder, made once, whatever database it uses."""

from __future__ import annotations

import stat
import tomllib
from typing import TYPE_CHECKING

import pytest
from alembic import command
from sqlalchemy import text
from sqlmodel import Session, col, select

import databases
from dondoc import db, settings
from dondoc.cli.main import run
from dondoc.reading.shipped_calendar import shipped_entries
from models import CalendarEntry, Installation, Ladder, LedgerLine, Person, Step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that is not there yet."""
    monkeypatch.setenv("DONDOC_LANGUAGE", "en")
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture(params=["sqlite", "postgresql"])
def made(request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """What `dondoc init` made, and a session in its database."""
    if request.param == "postgresql":
        url = databases.create_postgres(request.getfixturevalue("postgres_url"))
        monkeypatch.setenv("DONDOC_DATABASE_URL", url)
    assert run(["init"]) == 0
    with databases.engine_of(settings.load(folder).database_url) as engine, Session(engine) as session:
        yield session


def test_it_fills_the_database(made: Session) -> None:
    assert made.exec(select(Installation)).one().simulated is False
    assert [(p.code, p.administrator) for p in made.exec(select(Person))] == [("admin", True)]
    assert set(made.exec(select(col(CalendarEntry.day)))) == {entry.day for entry in shipped_entries()}
    line = made.exec(select(LedgerLine)).one()
    assert (line.operation, line.code, line.person_id, line.detail) == (
        "init",
        "admin",
        None,
        {"simulated": False},
    )


def test_it_seeds_the_ladders(made: Session) -> None:
    query = select(Step, Ladder.code).join(Ladder).order_by(col(Ladder.id), col(Step.position))
    found: dict[str, list[tuple[int, str]]] = {}
    for step, ladder in made.exec(query):
        found.setdefault(ladder, []).append((step.working_days, step.audience))
    reminded = [(days, "assignee") for days in (-7, -3, -1, 0)]
    late = (1, "assignee_and_head")
    assert found == {
        "default": [
            *reminded,
            late,
            (3, "department_head"),
            (5, "supervisor"),
            (10, "office"),
            (20, "director_general"),
        ],
        "authority": [*reminded, late, (5, "office"), (10, "director_general")],
        "director_general": [*reminded, (1, "office"), (3, "office"), (5, "office")],
        "review": [(0, "assignee"), (3, "department_head"), (5, "supervisor")],
    }
    weekly = made.exec(select(Step.audience).where(Step.weekly).distinct())
    assert list(weekly) == ["director_general"]


def test_twice_is_refused_and_changes_nothing(
    made: Session, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "dondoc.toml").read_bytes()
    capsys.readouterr()
    assert run(["init", "--simulated"]) == 1
    assert capsys.readouterr().err == "This data folder has been made already; nothing was changed.\n"
    assert (folder / "dondoc.toml").read_bytes() == before
    assert made.exec(select(Installation)).one().simulated is False
    assert len(made.exec(select(LedgerLine)).all()) == 1


def test_a_simulated_folder_says_so() -> None:
    assert run(["init", "--simulated"]) == 0
    with databases.engine_of(settings.load().database_url) as engine, Session(engine) as session:
        assert session.exec(select(Installation)).one().simulated is True


def test_the_secret_key_is_fresh_and_its_owners(folder: Path, tmp_path: Path) -> None:
    for place in (folder, tmp_path / "second"):
        assert run(["init", "--dir", str(place)]) == 0
        assert stat.S_IMODE((place / "dondoc.toml").stat().st_mode) == 0o600
    keys = {settings.load(place).secret_key for place in (folder, tmp_path / "second")}
    assert len(keys) == 2


def test_settings_written_before_are_kept(folder: Path) -> None:
    folder.mkdir()
    (folder / "dondoc.toml").write_text('base_url = "https://dondoc.example.vn"\n')
    assert run(["init"]) == 0
    kept = tomllib.loads((folder / "dondoc.toml").read_text())
    assert kept["base_url"] == "https://dondoc.example.vn"
    assert len(kept["secret_key"]) >= 32


def test_a_secret_key_of_the_environment_is_enough(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONDOC_SECRET_KEY", "s" * 32)
    assert run(["init"]) == 0
    assert not (folder / "dondoc.toml").exists()


def test_an_older_folder_is_brought_up_to_date(made: Session, capsys: pytest.CaptureFixture[str]) -> None:
    with databases.engine_of(settings.load().database_url) as engine:
        with engine.begin() as connection:
            command.downgrade(db._alembic(connection), "-1")
        assert run(["init"]) == 0
        assert "brought up to date from version" in capsys.readouterr().err
        db.check_version(engine)
    assert made.exec(select(Person)).one().code == "admin"


def test_a_newer_database_is_refused(made: Session, capsys: pytest.CaptureFixture[str]) -> None:
    made.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    made.commit()
    assert run(["init"]) == 1
    assert "of a newer Dondoc (9999)" in capsys.readouterr().err


def test_a_file_in_the_way_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.write_text("not a folder")
    assert run(["init"]) == 1
    assert str(folder) in capsys.readouterr().err


def test_an_unreachable_server_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DONDOC_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/none")
    assert run(["init"]) == 1
    assert "server cannot be reached" in capsys.readouterr().err
    assert not folder.exists()
