"""What stands in front of a line: the number of a section, a letter, a dash."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from dondoc.reading.text import Span, Text, spell


class Level(IntEnum):
    """How deep a mark usually stands; a greater one stands inside a smaller one."""

    ROOT = 0
    PART = 10
    ROMAN = 20
    ARTICLE = 25
    NUMBER = 30
    GROUP = 42
    ROW = 45
    LETTER = 50
    COUNT = 55
    STAR = 60
    DASH = 70
    PLUS = 80
    NONE = 99


MAX_NUMBER = 40
"""A greater number in front of a line is not the number of a section."""
PRIVATE_USE = "\ue000-\uf8ff"
PART = re.compile(
    spell(r"(?:phần|chương|mục) (?:thứ )?(?P<label>[ivxl]+|\d+|nhất|hai|ba|tư|năm)(?!\w)[.:]?\s*+")
)
CAPITAL = re.compile(r"(?P<label>[a-h])\s?[.)]\s++(?=\S)")
ROMAN = re.compile(r"(?P<label>x{0,2}(?:ix|iv|v?i{1,3}|v|x))(?:\s?[.)]\s*+|\s?[/-]\s++)(?=\S)")
ARTICLE = re.compile(spell(r"điều (?P<label>\d{1,3})\s?[.:]\s*+"))
NUMBERED = r"\s?[.)/](?!\d)|-(?=\s)|(?:(?<=\.\d)|(?<=\.\d\d))(?=\s)"
NUMBER = re.compile(rf"(?P<label>\d{{1,2}}(?:\.\d{{1,2}})*)(?:{NUMBERED})\s*+")
LETTER = re.compile(r"(?P<label>[a-zđ])\s?[.)/](?=\s|\w{2})\s*+")
COUNT = re.compile(r"\((?P<label>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\.?\s*+")
DASH = re.compile(rf"(?P<label>[-•●▪◦·{PRIVATE_USE}])\s*+(?=\S)")
STAR = re.compile(r"(?P<label>\*)\s++(?=\S)")
PLUS = re.compile(r"(?P<label>\+)\s*+(?=\S)")


class Marker(NamedTuple):
    """A mark with its level and its label as written ("3.1", "a", "-"); "3.1" has `depth` 2."""

    level: Level
    label: str
    depth: int = 1


UNMARKED = Marker(Level.NONE, "")


def read_marker(text: Text, line: Span) -> tuple[Marker, Span]:
    """Return the mark in front of a line, and the line without it."""
    for level, pattern in (
        (Level.PART, PART),
        (Level.PART, CAPITAL),
        (Level.ROMAN, ROMAN),
        (Level.ARTICLE, ARTICLE),
        (Level.NUMBER, NUMBER),
        (Level.LETTER, LETTER),
        (Level.COUNT, COUNT),
        (Level.STAR, STAR),
        (Level.DASH, DASH),
        (Level.PLUS, PLUS),
    ):
        match = pattern.match(text.folded, line.start, line.end)
        if match and _is_meant(text, level, match):
            label = text.words(Span(*match.span("label")))
            return Marker(level, label, label.count(".") + 1), text.strip(Span(match.end(), line.end))
    return UNMARKED, line


def _is_meant(text: Text, level: Level, match: re.Match[str]) -> bool:
    """Tell a mark from words that look like one: a date, an initial, a figure."""
    if level in (Level.PART, Level.ROMAN):
        return text.is_capitals(Span(*match.span("label"))) or match["label"].isdigit()
    if level is Level.LETTER:
        return text.is_lower(match.start())
    if level is Level.NUMBER:
        numbers = [int(number) for number in match["label"].split(".")]
        bare = match.group().rstrip()[-1] not in ".)/"
        return numbers[0] > 0 and max(numbers) <= MAX_NUMBER and (text.is_upper(match.end()) or not bare)
    return True
