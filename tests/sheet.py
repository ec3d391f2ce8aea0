"""A document as a typist sees it: letterhead, title, numbered body, recipients beside the signature."""

from __future__ import annotations

import re
from typing import NamedTuple

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PLACE_AND_DATE = re.compile(r".+, ngày .+ năm \d{4}")
MARK = re.compile(r"(?P<label>[IVX]+\.|\d+(?:\.\d+)*\.|[a-zđ]\)|[-+]) (?P<words>.+)")


class Line(NamedTuple):
    """A paragraph: what stands in front of it ("2.1.", "-", "") and its words."""

    label: str
    words: str


class Sheet(NamedTuple):
    """The parts of a document, each of lines."""

    left: list[str]
    right: list[str]
    title: list[str]
    body: list[Line]
    recipients: list[str]
    signature: list[str]


def sheet_of(text: str) -> Sheet:
    """Take a notice in plain text apart, as one with blank lines between its parts has it."""
    blocks = [block.split("\n") for block in text.strip().split("\n\n")]
    head = blocks[0]
    ends = next(place for place, block in enumerate(blocks) if block[0].startswith("Nơi nhận"))
    starts = next(place for place, block in enumerate(blocks) if not block[0].isupper() and place > 1)
    dated = [line for line in head if PLACE_AND_DATE.fullmatch(line)]
    return Sheet(
        left=[line for line in head if line not in dated],
        right=[*MOTTO, *dated],
        title=[line for block in blocks[1 : starts + 1] for line in block],
        body=[_line(line) for block in blocks[starts + 1 : ends] for line in block],
        recipients=blocks[ends],
        signature=[line for block in blocks[ends + 1 :] for line in block],
    )


def _line(text: str) -> Line:
    marked = MARK.fullmatch(text)
    return Line(marked["label"], marked["words"]) if marked else Line("", text)
