"""How long the command takes as a whole process, beside a bare Typer program started in turns with it."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7
BARE = """
import typer
app = typer.Typer()
@app.command()
def report(task: str, percent: int = 0) -> None:
    print(task)
app()
"""
DONDOC = [str(Path(sys.executable).with_name("dondoc"))]
CASES = {"dondoc --help": (["--help"], 3.0)}  # arguments, and how many times as long as bare they may take


def seconds(command: list[str]) -> float:
    """Run a command to its end and return how long that took."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"TERM": "dumb"})
    return time.perf_counter() - start


def measure(case: str, arguments: list[str], limit: float, bare: list[str]) -> bool:
    """Print the medians' ratio as one JSON line; return whether it is within the limit."""
    rounds = [(seconds(bare), seconds([*DONDOC, *arguments])) for _ in range(ROUNDS)]
    plain, ours = (sorted(column)[ROUNDS // 2] for column in zip(*rounds, strict=True))
    line = {
        "case": case,
        "database": None,
        "tasks": None,
        "seconds": round(ours, 3),
        "limit_seconds": round(plain * limit, 3),
        "ratio": round(ours / plain, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
    }
    print(json.dumps(line))
    return ours <= plain * limit


def main() -> None:
    """Measure every case; exit 1 where one is over its limit."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "bare.py"
        program.write_text(BARE)
        bare = [sys.executable, str(program), "HP-2014-01.3.2.2a"]
        within = [measure(case, arguments, limit, bare) for case, (arguments, limit) in CASES.items()]
    sys.exit(not all(within))


if __name__ == "__main__":
    main()
