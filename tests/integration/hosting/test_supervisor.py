"""The supervisor keeps its children alive, waits longer after each death, and leaves nobody behind."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dondoc.hosting import supervisor
from dondoc.hosting.supervisor import Child, Supervisor, pause


def sleeper() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)


@pytest.mark.parametrize(
    ("deaths", "seconds"),
    [
        pytest.param(1, 1, id="the first death may be chance"),
        pytest.param(2, 2, id="then twice as long"),
        pytest.param(4, 8, id="and again"),
        pytest.param(40, 60, id="but never longer than a minute"),
    ],
)
def test_it_waits_longer_after_each_death(deaths: int, seconds: float) -> None:
    assert pause(deaths) == seconds


def test_it_restarts_after_its_pause() -> None:
    child = Child("sleeper", sleeper)
    assert child.look(now=0)
    assert child.process is not None
    assert not child.look(now=5)
    child.process.kill()
    child.process.wait()
    assert child.look(now=10)  # it is seen to be dead
    assert not child.look(now=10.5)
    assert child.look(now=11)
    child.end()


def test_old_deaths_are_forgotten() -> None:
    child = Child("sleeper", sleeper, deaths=5)
    child.look(now=0)
    assert child.process is not None
    child.process.kill()
    child.process.wait()
    child.look(now=supervisor.STEADY + 1)
    assert child.deaths == 1


def test_whatever_ends_it_ends_its_children() -> None:
    started: list[subprocess.Popen[bytes]] = []

    def interrupt(child: Child) -> None:
        assert child.process is not None
        started.append(child.process)
        if len(started) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Supervisor({"first": sleeper, "second": sleeper}, interrupt).run()
    assert [process.returncode for process in started] == [-15, -15]
