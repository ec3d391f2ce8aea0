"""Word's automatic numbers and bullets, restored to the text that Word shows."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from dondoc.reading.forms.word_numerals import written
from dondoc.reading.forms.word_xml import child, number, switch, value

if TYPE_CHECKING:
    from dondoc.reading.forms.word_styles import Styles
    from dondoc.reading.forms.word_xml import Element

LEVELS = 9
PLACE = re.compile(r"%([1-9])")
PLAIN_BULLETS = "-–—+*•"


@dataclass(frozen=True)
class Level:
    """One level of a list: how it is written and where it starts; `restarts` is None for the usual way."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    restarts: int | None = None
    decimal_only: bool = False
    style: str | None = None

    @classmethod
    def of(cls, element: Element) -> Level:
        """Read the element w:lvl."""
        start = number(element, "w:start")
        return cls(
            form=value(element, "w:numFmt") or "decimal",
            pattern=value(element, "w:lvlText") or "",
            start=0 if start is None else start,
            restarts=number(element, "w:lvlRestart"),
            decimal_only=bool(switch(element, "w:isLgl")),
            style=value(element, "w:pStyle"),
        )


@dataclass
class Listing:
    """A list as paragraphs use it (w:num): its levels and where this use starts some of them anew.

    Lists made from the same definition go on counting together, as in Word; `counts` is theirs.
    """

    levels: dict[int, Level]
    counts: list[int | None]
    anew: dict[int, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def label(self, depth: int) -> str:
        """Count one paragraph on a level and return what stands in front of it."""
        self._count(depth)
        level = self.levels.get(depth, Level())
        if level.form == "bullet":
            return _bullet(level.pattern, depth)
        return PLACE.sub(lambda place: self._number(int(place[1]) - 1, level), level.pattern)

    def _count(self, depth: int) -> None:
        for above in range(depth):
            if self.counts[above] is None:
                self.counts[above] = self._start(above)
        now = self.counts[depth]
        restarted = depth in self.anew and depth not in self.used
        self.counts[depth] = self._start(depth) if now is None or restarted else now + 1
        self.used.add(depth)
        for below in range(depth + 1, LEVELS):
            restarts = self.levels.get(below, Level()).restarts
            if restarts is None or depth < restarts:
                self.counts[below] = None

    def _start(self, depth: int) -> int:
        return self.anew.get(depth, self.levels.get(depth, Level()).start)

    def _number(self, depth: int, asking: Level) -> str:
        level = self.levels.get(depth, Level())
        counted = self.counts[depth]
        form = "decimal" if asking.decimal_only else level.form
        return written(self._start(depth) if counted is None else counted, form)


class Numbering:
    """The lists of a document; ask for each paragraph once, in order."""

    def __init__(self, element: Element | None, styles: Styles) -> None:
        """Keep the lists of the element w:numbering, None for a document without any."""
        self._styles = styles
        listed = () if element is None else tuple(element)
        self._definitions = {
            each.get(qn("w:abstractNumId")): each for each in listed if each.tag == qn("w:abstractNum")
        }
        self._uses = {each.get(qn("w:numId")): each for each in listed if each.tag == qn("w:num")}
        self._counts: defaultdict[str | None, list[int | None]] = defaultdict(lambda: [None] * LEVELS)
        self._listings: dict[str, Listing | None] = {}

    def label(self, paragraph: Element) -> str:
        """Return what Word writes in front of a paragraph, nothing where it is in no list."""
        code, depth = self._place(paragraph)
        listing = self._listing(code) if code else None
        if listing is None:
            return ""
        if depth is None:
            names = [style.get(qn("w:styleId")) for style in self._styles.of(paragraph)]
            depth = next((each for each, level in listing.levels.items() if level.style in names), 0)
        return listing.label(min(max(depth, 0), LEVELS - 1))

    def _place(self, paragraph: Element) -> tuple[str | None, int | None]:
        """Return the list of a paragraph and its level there, by the paragraph itself or by its style."""
        code, depth = None, None
        for each in (paragraph, *self._styles.of(paragraph)):
            placed = child(each, "w:pPr", "w:numPr")
            depth = number(placed, "w:ilvl") if depth is None else depth
            code = value(placed, "w:numId")
            if code:
                break
        return code, depth

    def _listing(self, code: str) -> Listing | None:
        if code not in self._listings:
            use = self._uses.get(code)
            self._listings[code] = None if use is None else self._read(use)
        return self._listings[code]

    def _read(self, use: Element) -> Listing:
        key = value(use, "w:abstractNumId")
        key, definition = self._followed(key)
        found = () if definition is None else definition.iterchildren(qn("w:lvl"))
        levels = {_depth(each): Level.of(each) for each in found}
        anew = {}
        for override in use.iterchildren(qn("w:lvlOverride")):
            depth = _depth(override)
            replaced = child(override, "w:lvl")
            if replaced is not None:
                levels[depth] = Level.of(replaced)
            start = number(override, "w:startOverride")
            if start is not None:
                anew[depth] = start
        return Listing(levels, self._counts[key], anew)

    def _followed(self, key: str | None) -> tuple[str | None, Element | None]:
        """Follow a definition that only names a style of lists to the one that style uses."""
        definition = self._definitions.get(key)
        for style in self._styles.named(value(definition, "w:numStyleLink")):
            use = self._uses.get(value(style, "w:pPr", "w:numPr", "w:numId"))
            if use is not None:
                key = value(use, "w:abstractNumId")
                return key, self._definitions.get(key)
        return key, definition


def _depth(element: Element) -> int:
    said = element.get(qn("w:ilvl")) or ""
    return int(said) if said.isascii() and said.isdigit() else 0


def _bullet(sign: str, depth: int) -> str:
    """Return a bullet that says its depth: signs of Word's symbol fonts are other letters in text."""
    if sign in PLAIN_BULLETS:
        return sign
    return "+" if depth else "-"
