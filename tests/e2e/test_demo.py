"""The demo as a newcomer meets it: one command, nothing but the story, messages in a folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

DONDOC = Path(sys.executable).with_name("dondoc")
Story = tuple[Path, subprocess.CompletedProcess[str]]
STEPS = ("+1", "+3", "+5", "+10", "+20")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("demo") / "story"
    command = [str(DONDOC), "demo", "--dir", str(folder)]
    return folder, subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=180)


def test_it_ends_well_and_shows_nothing_but_the_story(
    story: Story,
) -> None:
    _, told = story
    assert told.returncode == 0, told.stderr
    assert not [word for word in ("Traceback", "WARNING", "prefect.") if word in told.stdout + told.stderr]


def test_it_climbs_to_the_director_general(story: Story) -> None:
    _, told = story
    climb = [line.split() for line in told.stdout.splitlines() if line.startswith(" LG-2014-01.3.2.1a ")]
    assert [word.rstrip(":") for line in climb for word in line if word.startswith("+")] == list(STEPS)
    assert "Đặng Minh Loan" in told.stdout


def test_it_lays_every_message_into_the_folder(
    story: Story,
) -> None:
    folder, _ = story
    (letter,) = folder.glob("messages/2014-07-28/*tc-dang-minh-loan*.eml")
    assert "LG-2014-01.3.2.1a" in letter.read_text(encoding="utf-8")
