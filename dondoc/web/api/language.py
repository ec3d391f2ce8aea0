"""The language an answer is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import LANGUAGES
from dondoc.web.door import house_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import Request


def language_of(request: Request) -> str:
    """Return the language the request prefers, else that of its person, else that of the data folder."""
    accepted = request.headers.get("accept-language", "")
    best = max(_known(accepted), default=(0.0, ""))
    if best[0] > 0:
        return best[1]
    return getattr(request.state, "language", None) or house_of(request).settings.language


def _known(accepted: str) -> Iterator[tuple[float, str]]:
    """Yield the weight and the name of each language that we have: "en-GB;q=0.8" is (0.8, "en")."""
    for each in accepted.split(","):
        tag, _, weight = each.partition(";")
        language = tag.strip().partition("-")[0].lower()
        if language in LANGUAGES:
            yield _weight(weight), language


def _weight(text: str) -> float:
    name, _, value = text.strip().partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
