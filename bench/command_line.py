"""How long the command takes as a whole process, beside a bare Typer program started in turns with it."""

from __future__ import annotations

import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from dondoc import db
from small_world import SmallWorld

ROUNDS = 7
BARE = """
import typer
app = typer.Typer()
@app.command()
def report(task: str, percent: int = 0) -> None:
    print(task)
app()
"""
DONDOC = str(Path(sys.executable).with_name("dondoc"))
TASK = "HP-2014-01.3.2.2a"
REPORT = ["task", "report", TASK, "--percent", "40", "--as", "vien", "--dir"]


def seconds(command: list[str]) -> float:
    """Run a command to its end and return how long that took."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def measure(case: str, arguments: list[str], limit: float, bare: list[str]) -> bool:
    """Print the medians' ratio as one JSON line; return whether it is within the limit."""
    rounds = [(seconds(bare), seconds([DONDOC, *arguments])) for _ in range(ROUNDS)]
    plain = median(bare_time for bare_time, _ in rounds)
    ours = median(our_time for _, our_time in rounds)
    line = {
        "case": case,
        "database": "sqlite",
        "tasks": 1,
        "seconds": round(ours, 3),
        "limit_seconds": round(plain * limit, 3),
        "ratio": round(ours / plain, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
    }
    print(json.dumps(line))
    return ours <= plain * limit


def data_folder(folder: Path) -> Path:
    """Make a data folder with one task."""
    engine = db.engine(f"sqlite:///{folder / 'dondoc.sqlite3'}")
    db.migrate(engine)
    with db.session(engine) as session:
        SmallWorld(session).task(TASK, dt.date(2014, 5, 22), dt.date(2014, 5, 9))
    engine.dispose()
    return folder


def main() -> None:
    """Measure each command; exit 1 where one is over its limit."""
    with tempfile.TemporaryDirectory() as name:
        folder = data_folder(Path(name))
        program = folder / "bare.py"
        program.write_text(BARE)
        bare = [sys.executable, str(program), TASK]
        within = [
            measure("dondoc --help", ["--help"], 3, bare),
            measure("dondoc task report", [*REPORT, name], 10, bare),
        ]
    sys.exit(not all(within))


if __name__ == "__main__":
    main()
