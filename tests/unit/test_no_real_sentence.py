"""The real notices are test data beside the project: none of their sentences is in it."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTICES = ROOT.parent / "shared" / "notices"
WORDS = 12
"""So many words in a row on one line are a sentence of somebody; names of bodies are shorter."""


def runs(text: str) -> set[tuple[str, ...]]:
    lines = (re.findall(r"\w+", line) for line in unicodedata.normalize("NFC", text).casefold().splitlines())
    return {tuple(words[at : at + WORDS]) for words in lines for at in range(len(words) - WORDS + 1)}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    return [ROOT / name for name in listed.stdout.split("\0") if name and not name.endswith(".lock")]


@pytest.mark.skipif(not NOTICES.is_dir(), reason="the real notices are not beside this checkout")
def test_no_sentence_of_a_real_notice_is_in_the_project() -> None:
    real = set().union(*(runs(notice.read_text(encoding="utf-8")) for notice in NOTICES.glob("*.txt")))
    found = {
        f"{file.relative_to(ROOT)}: {' '.join(run)}"
        for file in tracked()
        if file.is_file()
        for run in runs(file.read_bytes().decode("utf-8", "ignore")) & real
    }
    assert sorted(found) == []
