"""A changing command in one transaction, and a looking one: the world of a day, and who acts in it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc import clock
from dondoc.cli.acting import occasion
from dondoc.cli.edge import load_settings, transaction
from dondoc.services.evidence import Folder
from dondoc.services.world import World
from dondoc.workplace import EVIDENCE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from dondoc.services.occasion import Occasion


@dataclass(frozen=True)
class Deed:
    """What a changing service is given."""

    world: World
    occasion: Occasion
    store: Folder


@contextmanager
def acting_in(folder: Path | None, acting: str | None, on: dt.date | None) -> Iterator[Deed]:
    """Give a changing command its surroundings; everything it does is committed at the end, or nothing."""
    loaded = load_settings(folder)
    with transaction(loaded) as session:
        circumstances = occasion(session, acting or loaded.person, on)
        yield Deed(World(session, circumstances.on), circumstances, Folder(loaded.dir / EVIDENCE))


@contextmanager
def looking_at(folder: Path | None, on: dt.date | None) -> Iterator[World]:
    """Give a command that only lists and shows the world of a day, past and future ones too."""
    with transaction(load_settings(folder), read_only=True) as session:
        yield World(session, on or clock.today())
