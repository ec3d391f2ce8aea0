"""How long a page of text takes to read, and `dondoc read` as a whole process beside a bare Typer program."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from command_line import BARE, TASK, measure
from dondoc.reading.notice import read_text
from small_notice import NOTICE

ROUNDS = 15
PAGE = 2500
"""Characters of a page."""
LIMIT = 0.050
FIRST_NOTICE = Path(__file__).parents[2] / "shared" / "notices" / "hai-phong-2014-05-09.txt"


def sample() -> str:
    """Return the first notice where the real ones are at hand, else our own as often as makes pages."""
    if FIRST_NOTICE.exists():
        return FIRST_NOTICE.read_bytes().decode()
    return NOTICE


def measure_page(words: str) -> bool:
    """Print how long a page takes, as one JSON line; return whether it is within the limit."""
    read_text(words)
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        read_text(words)
        rounds.append(time.perf_counter() - start)
    page = median(rounds) / max(1.0, len(words) / PAGE)
    line = {
        "case": "a page of text read",
        "database": None,
        "tasks": 0,
        "seconds": round(page, 4),
        "limit_seconds": LIMIT,
        "ratio": round(page / LIMIT, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(line))
    return page <= LIMIT


def main() -> None:
    """Measure both; exit 1 where one is over its limit."""
    words = sample()
    with tempfile.TemporaryDirectory() as name:
        notice, program = Path(name) / "notice.txt", Path(name) / "bare.py"
        notice.write_text(words, encoding="utf-8")
        program.write_text(BARE)
        bare = [sys.executable, str(program), TASK]
        within = [measure_page(words), measure("dondoc read", ["read", str(notice)], 5, bare)]
    sys.exit(not all(within))


if __name__ == "__main__":
    main()
