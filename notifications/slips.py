"""Slips: a message on paper for somebody no channel reaches; the office of their unit hands it over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from notifications.sender import SendError

if TYPE_CHECKING:
    from jinja2 import Environment

    from notifications.sender import Letter


@dataclass(frozen=True)
class Slip:
    """A letter with what the page around it needs: the unit whose office hands it over, and its templates."""

    letter: Letter
    unit: str
    templates: Environment


class SlipPrinter:
    """Lays each slip down as a page to print, under a name that a repeat overwrites."""

    def __init__(self, folder: Path) -> None:
        """Take the folder the slips of all days go to."""
        self.folder = folder

    def print(self, slip: Slip) -> str:
        """Write the page and return its path within the folder; SendError where that fails."""
        letter = slip.letter
        name = letter.message_id.strip("<>").partition("@")[0]
        place = Path(letter.day.isoformat(), f"{name}.html")
        page = slip.templates.get_template("slip.html").render(letter=letter, unit=slip.unit)
        try:
            (self.folder / place).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / place).write_text(page, encoding="utf-8")
        except OSError as failure:
            raise SendError(str(failure), permanent=False) from failure
        return place.as_posix()
