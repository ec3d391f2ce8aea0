"""What browsers are called, by how they name themselves: enough to recognise one's own sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.words.speech import Speech

BROWSERS = (
    ("Edg", "Microsoft Edge"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Trident", "Internet Explorer"),
    ("Safari", "Safari"),
)
"""A mark in what a browser says of itself, and its name; many bear the marks of those below them, too."""
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
"""The same for what it runs on."""


def browser_name(speech: Speech, says: str) -> str:
    """Return the name of a browser that says this of itself, and on what it runs, as far as it is known."""
    browser = _first(BROWSERS, says) or speech.say(N_("Another browser or program"))
    system = _first(SYSTEMS, says)
    return speech.say(N_("%(browser)s on %(system)s"), browser=browser, system=system) if system else browser


def _first(marks: Iterable[tuple[str, str]], says: str) -> str:
    return next((name for mark, name in marks if mark in says), "")
