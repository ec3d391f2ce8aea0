"""The demo's script and its organisation, as shipped."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    import datetime as dt

DATA = Path(__file__).parent.parent / "data"
NOTICE = DATA / "notice-sample.txt"


@dataclass(frozen=True)
class Chapter:
    """One day: what it is about in each language, and the commands people give."""

    on: dt.date
    say: dict[str, str]
    do: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Script:
    """The story from its first to its last day."""

    plan: str
    first: dt.date
    last: dt.date
    chapters: tuple[Chapter, ...]


def shipped_script() -> Script:
    """Return the story that `dondoc demo` tells; NOTICE in a command stands for the sample notice."""
    told = yaml.safe_load((DATA / "demo.yaml").read_text(encoding="utf-8"))
    chapters = tuple(_chapter(chapter) for chapter in told["chapters"])
    return Script(told["plan"], told["first"], told["last"], chapters)


def reachable_organisation(address: str) -> str:
    """Return the shipped organisation as YAML, everybody but a clerk reached by `address`."""
    organisation = yaml.safe_load((DATA / "organisation-2014.yaml").read_text(encoding="utf-8"))
    for person in organisation["people"]:
        if not any(post["role"] == "clerk" for post in person["posts"]):
            person["channels"] = [address]
    text: str = yaml.safe_dump(organisation, allow_unicode=True, sort_keys=False)
    return text


def _chapter(told: dict[str, object]) -> Chapter:
    lines = [shlex.split(line.replace("NOTICE", str(NOTICE))) for line in told.get("do", ())]  # type: ignore[attr-defined]
    return Chapter(told["day"], told["say"], tuple(tuple(line) for line in lines))  # type: ignore[arg-type]
