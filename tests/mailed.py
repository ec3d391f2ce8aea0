"""What the daily run has sent to the people of a site, and the links in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from days import ADDRESSES, Days
from site_of import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from notifications.sender import Letter
    from site_of import Site

ADDRESS = re.compile(rf"{re.escape(ADDRESSES.base_url)}(/[^\s\"<]*)")


class Mailed:
    """Runs days of a site and keeps their letters in memory."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.site = site
        self.days = Days(site.engine, folder)

    def run(self) -> None:
        """Run the site's day."""
        self.days.run(TODAY)

    def letter(self, person: str) -> Letter:
        """Return the last letter to a person."""
        return [letter for to, letter in self.days.sender.sent if to == f"memory://{person}"][-1]

    def paths(self, person: str) -> set[str]:
        """Return every address in the last letter to a person, its text and its page."""
        return paths_in(self.letter(person))

    def link(self, person: str) -> str:
        """Return the one signed link in the last letter to a person."""
        (link,) = [path for path in self.paths(person) if path.startswith("/s/")]
        return link


def paths_in(letter: Letter) -> set[str]:
    """Return every address in a letter."""
    return set(ADDRESS.findall(letter.text)) | set(ADDRESS.findall(letter.html or ""))
