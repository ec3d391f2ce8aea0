"""Processes of ours end when they are told to, with whatever they started, and never outlive their parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dondoc.hosting import child

if TYPE_CHECKING:
    from collections.abc import Callable

PARENT = """
import os, sys, time
from pathlib import Path
from dondoc.hosting import child
process = child.start("loiterer", environment=os.environ, log=Path(sys.argv[1]))
print(process.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of a child that can import tests/loiterer.py."""
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}


def until(true: Callable[[], bool], seconds: float = 10) -> bool:
    """Wait for something to become true."""
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


def is_gone(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z"


def pids_in(log: Path) -> list[int]:
    assert until(lambda: log.exists() and len(log.read_text().split()) == 2)
    return [int(word) for word in log.read_text().split()]


def test_it_ends_a_child_and_its_child(tmp_path: Path, environment: dict[str, str]) -> None:
    log = tmp_path / "logs" / "child.log"
    process = child.start("loiterer", environment=environment, log=log)
    pids = pids_in(log)
    child.end(process)
    assert until(lambda: all(map(is_gone, pids)))


def test_a_child_ends_with_a_parent_that_is_killed(tmp_path: Path, environment: dict[str, str]) -> None:
    log = tmp_path / "child.log"
    command = [sys.executable, "-c", PARENT, str(log)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as parent:
        pids = pids_in(log)
        parent.send_signal(signal.SIGKILL)
    assert until(lambda: all(map(is_gone, pids)))


def test_a_port_is_taken_once() -> None:
    with child.listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        first.listen()
        with pytest.raises(OSError, match="in use"):
            child.listen("127.0.0.1", port)
