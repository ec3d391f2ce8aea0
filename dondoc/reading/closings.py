"""The formula that closes a document, and what it may still order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import names_from
from dondoc.reading.sentences import sentences
from dondoc.reading.text import Span, phrases, spell

if TYPE_CHECKING:
    from dondoc.reading.text import Text

CLOSES = re.compile(
    spell(
        r"trên đây là|(?:chỉ thị|quyết định|kế hoạch|thông báo) này (?:có hiệu lực|thay)"
        r"|(?:mọi )?(?:thông tin )?(?:chi tiết )?(?:xin |đề nghị )?liên hệ "
        r"|.{0,80}(?<!\w)trân trọng(?! (?:kính )?đề nghị .{160})"
        r"|.{0,60}(?<!\w)(?<!viễn\s)thông báo (?!số ).{0,120}(?:được )?biết(?:,| và) "
        r"|.{0,150}(?<!\w)(?:(?<!viễn\s)thông báo(?! số| kết luận)|phúc đáp|trả lời) (?:.{0,100} )?"
        r"(?:để|đến|tới|cho) "
        r"|.{0,60}(?<!\w)có ý kiến (?:như trên )?để .{2,160}? (?:được )?biết(?!\w)"
    )
)
REPORTS = phrases(r"(?<!đây\slà\s)báo cáo (?:kết quả|tiến độ|tình hình)")
BOUND = re.compile(spell(r"(?:chịu|có) trách nhiệm|căn cứ quyết định"))
GIVEN = phrases(r"giao(?: cho)?")
TOLD = phrases(r"thông báo (?:[^.;:]{0,100}? )??(?:để|đến|tới|cho)", r"giao(?: cho)?", r"yêu cầu", r"đề nghị")
"""In front of those whom a closing formula addresses."""


def closes(text: Text, words: Span) -> bool:
    """Tell the closing formula of a document."""
    return bool(CLOSES.match(text.folded, *words))


def closing_duty(text: Text, words: Span) -> Span | None:
    """Return the sentence of a closing formula that orders a report or gives a task to somebody.

    Others only say to carry out.
    """
    if not closes(text, words):
        return None
    said = sentences(text, words)
    return next((each for each in said if _gives(text, each)), None)


def _gives(text: Text, sentence: Span) -> bool:
    given = REPORTS.search(text.folded, *sentence) or GIVEN.match(text.folded, *sentence)
    return bool(given or _bound(text, sentence))


def _bound(text: Text, sentence: Span) -> tuple[Span, ...]:
    """Return who is bound to carry a decision out: "Giám đốc các Sở chịu trách nhiệm thi hành"."""
    named, end = names_from(text, *sentence)
    bound = BOUND.match(text.folded, text.strip(Span(end, sentence.end)).start, sentence.end)
    return tuple(named) if bound else ()


def told_by_closing(text: Text, words: Span, duty: Span) -> tuple[Span, ...]:
    """Return whom the duty in a closing formula is told to, else whom the words in front of it address."""
    return _told(text, duty) or _told(text, Span(words.start, duty.start))


def _told(text: Text, words: Span) -> tuple[Span, ...]:
    if bound := _bound(text, words):
        return bound
    for told in TOLD.finditer(text.folded, *words):
        place = text.strip(Span(told.end(), words.end)).start
        if found := names_from(text, place, words.end)[0]:
            return tuple(found)
    return ()
