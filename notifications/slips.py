"""Slips: a message on paper for somebody no channel reaches; the office of their unit hands it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notifications.sender import SendError

if TYPE_CHECKING:
    from pathlib import Path

    from notifications.sender import Letter


class SlipPrinter:
    """Lays each slip down as a page to print, under a name that a repeat overwrites."""

    def __init__(self, folder: Path) -> None:
        """Take the folder the slips of all days go to."""
        self.folder = folder

    def print(self, letter: Letter) -> str:
        """Write the page and return its path within the folder; SendError where that fails."""
        name = letter.message_id.strip("<>").partition("@")[0]
        place = self.folder / letter.day.isoformat() / f"{name}.html"
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(letter.html or letter.text, encoding="utf-8")
        except OSError as failure:
            raise SendError(str(failure), permanent=False) from failure
        return str(place.relative_to(self.folder))
