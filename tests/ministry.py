"""A ministry on one machine: the commands of docs/deploy.md, each in a process of its own."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

import psutil

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = (Path(__file__).parents[1] / "docs" / "deploy.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    """Return the lines of all blocks of one kind on the page."""
    found = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    return [line for block in found for line in block.splitlines()]


@dataclass
class Ministry:
    """Runs commands in one environment; what it has started ends with it."""

    folder: Path
    environment: dict[str, str]
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, command: str) -> subprocess.Popen[bytes]:
        """Start a command; what it says goes to a file."""
        with (self.folder / "processes.log").open("ab") as log:
            process = subprocess.Popen(
                self._words(command),
                env=self._variables(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.started.append(process)
        return process

    def alive(self, command: str) -> list[subprocess.Popen[bytes]]:
        """Return what was started by this command, whatever its options, and still lives."""
        given = self._words(command)
        return [one for one in self.started if words(one)[: len(given)] == given and one.poll() is None]

    def run(self, command: str) -> str:
        """Run a command to its end, which must be a good one; return what it printed."""
        done = subprocess.run(
            self._words(command),
            env=self._variables(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}\n{self.log()}"
        return done.stdout

    def log(self) -> str:
        """Return the end of what the processes have said."""
        return (self.folder / "processes.log").read_text(encoding="utf-8")[-5000:]

    def close(self) -> None:
        """End everything, the last one first."""
        for process in reversed(self.started):
            kill(process)

    def _words(self, command: str) -> list[str]:
        program, *arguments = shlex.split(command)
        return [str(Path(sys.executable).with_name(program)), *arguments]

    def _variables(self) -> dict[str, str]:
        return os.environ | self.environment


def words(process: subprocess.Popen[bytes]) -> list[str]:
    """Return the command that a process was started by."""
    return cast("list[str]", process.args)


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process with everything it started, as a machine does that loses its power."""
    with suppress(psutil.NoSuchProcess):
        doomed = psutil.Process(process.pid)
        for one in [doomed, *doomed.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):
                one.kill()
    process.wait()


def at(run: str, workers: Sequence[subprocess.Popen[bytes]]) -> subprocess.Popen[bytes]:
    """Return the worker that has taken a flow run."""
    for worker in workers:
        for one in psutil.Process(worker.pid).children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                if one.environ().get("PREFECT__FLOW_RUN_ID") == run:
                    return worker
    raise LookupError(run)
