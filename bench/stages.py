"""Where measurements take place: an empty database, a copy of it from before, a process of their own."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import databases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True)
class Stage:
    """A migrated database, and what copies it as it is now to the address it returns."""

    name: str
    url: str
    copy: Callable[[], str]

    def analyse(self) -> None:
        """Let the database learn how its rows are spread, as autovacuum would have by the morning."""
        with databases.engine_of(self.url) as engine:
            outside = engine.execution_options(isolation_level="AUTOCOMMIT")
            with outside.connect() as connection:
                connection.exec_driver_sql(
                    "VACUUM ANALYZE" if self.name == "postgresql" else "PRAGMA optimize"
                )


@dataclass(frozen=True)
class Measured:
    """A line of `make bench`; `rows` is how many were written; `load` says how busy the machine was."""

    case: str
    database: str | None
    tasks: int
    seconds: float
    limit_seconds: float
    peak_mb: int
    rows: int = 0

    def print(self) -> None:
        """Print it as one JSON object."""
        line = asdict(self) | {"ratio": round(self.seconds / self.limit_seconds, 2)}
        line |= {"seconds": round(self.seconds, 2), "limit_seconds": round(self.limit_seconds, 2)}
        print(json.dumps(line | {"load": round(os.getloadavg()[0], 1)}), flush=True)


def apart(work: Callable[..., float], *arguments: Any) -> tuple[float, int]:
    """Do something in a process of its own; return the seconds it says it took, and its peak memory in MB."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_watched, (work, arguments))


def _watched(work: Callable[..., float], arguments: tuple[Any, ...]) -> tuple[float, int]:
    return work(*arguments), peak()


def peak() -> int:
    """Return the most memory this process has held, in MB; what `getrusage` says holds its parent's too."""
    held = re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    assert held is not None
    return int(held[1]) // 1024


@contextmanager
def sqlite() -> Iterator[Stage]:
    """Give an empty SQLite database."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stage.sqlite3"

        def copy() -> str:
            return f"sqlite:///{shutil.copyfile(file, file.with_name('before.sqlite3'))}"

        yield Stage("sqlite", databases.migrated(f"sqlite:///{file}"), copy)


@contextmanager
def postgresql() -> Iterator[Stage]:
    """Give an empty PostgreSQL database."""
    with databases.postgres_server() as server:
        url = databases.migrated(databases.create_postgres(server))
        yield Stage("postgresql", url, lambda: databases.create_postgres(server, template=url))


STAGES = (sqlite, postgresql)
