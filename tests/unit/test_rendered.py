"""What a notice is made of is what is read from it, whatever mix of forms it is written in."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from dondoc.reading.folding import fold
from dondoc.reading.notice import read_text
from rendering import FORMS, Made, Stated, notices

if TYPE_CHECKING:
    from collections.abc import Callable

    from dondoc.reading.result import Item

EXAMPLES = 1000 if os.environ.get("SOAK") == "full" else 12


@pytest.mark.soak
@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, max_examples=EXAMPLES)  # the machine may be busy
@given(made=notices())
def test_reading_gives_back_what_was_rendered(form: Callable[[Made], str], made: Made) -> None:
    text = form(made)
    assert [_read(item) for item in read_text(text).items] == [_stated(each) for each in made.items], text


def _read(item: Item) -> tuple[object, ...]:
    leads, beside = (tuple(_plain(each.name) for each in named) for named in (item.leads, item.coordinators))
    phrase = _plain(item.term.phrase) if item.term else ""
    return item.ref, leads, beside, phrase, item.term.date if item.term else None


def _stated(each: Stated) -> tuple[object, ...]:
    phrase, date = each.term
    leads, beside = (tuple(map(_plain, named)) for named in (each.leads, each.beside))
    return each.ref, leads, beside, _plain(phrase), date


def _plain(words: str) -> str:
    """Return words for comparing: case, places of tones, blanks and the verb in front of a term aside."""
    folded = " ".join(fold(unicodedata.normalize("NFC", words)).text.split())
    for verb in ("hoàn thành ", "báo cáo kết quả ", "báo cáo ", "xong "):
        folded = folded.removeprefix(fold(verb).text)
    return folded
