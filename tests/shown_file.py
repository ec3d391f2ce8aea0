"""A file of the administration that was shown on the page, and taking it as its button does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

    from site_of import Browser

HIDDEN = re.compile(r'<input type="hidden" name="(name|content|seal)" value="([^"]*)">')


def kept_in(shown: httpx.Response) -> dict[str, str]:
    """Return what a page carries of the file it shows."""
    return dict(HIDDEN.findall(shown.text))


def take(browser: Browser, path: str, shown: httpx.Response, **changed: str) -> httpx.Response:
    """Send what a page carries, or something else in its place."""
    return browser.post(f"{path}/take", **kept_in(shown) | changed)
