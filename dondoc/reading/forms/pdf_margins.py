"""What stands in the margins of PDF pages: page numbers, running heads, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from dondoc.reading.forms.furniture import is_secrecy_mark
from dondoc.reading.forms.pdf_pieces import Piece, rows

PAGE_NUMBER = re.compile(r"(?:trang|page)?[-–\s.]*\d{1,3}(?:\s*/\s*\d{1,3})?[-–\s.]*", re.IGNORECASE)
EDGE = 2
"""So many rows at the top and at the bottom of a page may run over all pages."""
SMALL = 0.9
"""Footnotes are set in letters smaller than this part of the others."""
APART = 6
"""Points; what runs over all pages stands no farther from where it stood on the others."""


class Page(NamedTuple):
    """The pieces of a page that are its text, and its footnotes as lines."""

    pieces: list[Piece]
    notes: list[str]


def without_margins(pages: list[list[Piece]]) -> list[Page]:
    """Take page numbers, running heads and footnotes out of the pages; a mark of secrecy stays."""
    running = _running(pages)
    usual = _usual(pages)
    return [
        _noted([piece for piece in _numberless(page) if _key(piece) not in running], usual) for page in pages
    ]


def _usual(pages: list[list[Piece]]) -> float:
    """Return the size of letter that most of a document is set in."""
    letters: Counter[float] = Counter()
    for page in pages:
        for piece in page:
            letters[piece.size] += len(piece.text)
    return max(letters, key=lambda size: letters[size], default=0)


def _numberless(page: list[Piece]) -> list[Piece]:
    """Leave out a number that stands alone at the top or at the bottom."""
    lines = rows(page)
    edges = [line[0] for line in (lines[:1] + lines[-1:]) if len(line) == 1]
    numbers = [piece for piece in edges if PAGE_NUMBER.fullmatch(piece.text)]
    return [piece for piece in page if piece not in numbers]


def _running(pages: list[list[Piece]]) -> set[tuple[str, int]]:
    """Return what stands at the same place at the top or bottom of at least half of the pages."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        lines = rows(_numberless(page))
        counts.update({_key(piece) for line in lines[:EDGE] + lines[-EDGE:] for piece in line})
    least = max(2, len(pages) / 2)
    return {key for key, count in counts.items() if count >= least and not is_secrecy_mark(key[0])}


def _key(piece: Piece) -> tuple[str, int]:
    return re.sub(r"\d+", "#", piece.text), round(piece.base / APART)


def _noted(page: list[Piece], usual: float) -> Page:
    """Part the footnotes from the text above them: small letters down to the end of the page."""
    lines = rows(page)
    start = next((place for place, line in enumerate(lines) if _is_note(lines, place, usual)), len(lines))
    notes: list[str] = []
    for line in lines[start:]:
        words = " ".join(piece.text for piece in line)
        if line[0].note:
            notes.append(f"[{line[0].note}] {words}")
        else:
            notes[-1] += f" {words}"
    return Page([piece for line in lines[:start] for piece in line], notes)


def _is_note(lines: list[list[Piece]], place: int, usual: float) -> bool:
    below = [piece for line in lines[place:] for piece in line]
    return bool(lines[place][0].note) and all(piece.size < SMALL * usual for piece in below)
