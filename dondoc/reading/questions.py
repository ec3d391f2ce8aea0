"""What a reading leaves open, as sentences for the person who checks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reading.anaphora import points_back
from dondoc.reading.dates import Doubt
from dondoc.reading.term_traps import Trap
from dondoc.rules.vietnamese import format_count, format_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dondoc.reading.result import ItemKind
    from dondoc.reading.terms import TermSpan
    from dondoc.reading.text import Span, Text

NO_TERM = "Văn bản chưa ấn định thời hạn cho nội dung này; đề nghị xác định thời hạn hoàn thành."
NO_PERIOD = "Nhiệm vụ thường xuyên nhưng văn bản chưa nêu kỳ báo cáo; đề nghị xác nhận báo cáo hằng tháng."
NO_LEAD = "Văn bản chưa nêu đơn vị chủ trì nội dung này; đề nghị xác định đơn vị chủ trì."
PAST = "Văn bản nêu “%s”, là ngày đã qua; đề nghị xác định thời hạn hoàn thành."
UNPROPOSED = {
    Doubt.NO_SUCH_DAY: "nêu một ngày không có trong lịch; đề nghị xác định lại",
    Doubt.SEVERAL: "nêu nhiều mốc; đề nghị xác định thời hạn của từng đợt",
}
"""What is asked of a term for which no date can be proposed."""
WHO = "Đơn vị được giao"
"""How a question about an owner begins that is only pointed back to."""


def about_owners(text: Text, named: Sequence[Span], meant: Sequence[Span]) -> Iterator[str]:
    """Yield what to confirm of owners that are only pointed back to; `meant` is whom they were taken for."""
    back = [lead for lead in named if points_back(text, lead)]
    if not back:
        return
    said, found = _listed(text, back), [lead for lead in meant if lead not in named]
    if found:
        yield f"{WHO} {said} là {_listed(text, found)} đã nêu ở phần trên, có đúng không? Đề nghị xác nhận."
    else:
        yield f"{WHO} {said} chưa rõ là những đơn vị nào; đề nghị xác định đơn vị chủ trì."


def _listed(text: Text, spans: Sequence[Span]) -> str:
    return ", ".join(f"“{_line(text.words(span))}”" for span in spans)


def questions(kind: ItemKind, times: Sequence[TermSpan], *, led: bool, recurs: bool) -> tuple[str, ...]:
    """Return the questions an item leaves open, in the order a person would take them.

    `times` are its terms, and what only looks like one: a day long past is asked for again.
    """
    asked = [] if led else [NO_LEAD]
    terms = [each for each in times if each.trap is None]
    past = [each.term.phrase for each in times if each.trap is Trap.PAST and each.term.operator == "before"]
    if not terms and past:
        asked += [PAST % _line(phrase) for phrase in past]
    elif not terms:
        standing = kind == "standing"
        asked += ([] if recurs else [NO_PERIOD]) if standing else [NO_TERM]
    asked += [question for term in terms if (question := _about(term))]
    if len({(term.term.date, term.term.amount, term.proposed) for term in terms}) > 1:
        stated = "; ".join(f"“{_line(term.term.phrase)}”" for term in terms)
        asked.append(
            f"Nội dung này có {format_count(len(terms))} thời hạn ({stated}); "
            "đề nghị xác định thời hạn của từng việc cụ thể."
        )
    return tuple(asked)


def _about(found: TermSpan) -> str | None:
    phrase = f"“{_line(found.term.phrase)}”"
    if found.doubt in UNPROPOSED:
        return f"Thời hạn {phrase} {UNPROPOSED[found.doubt]}."
    if found.doubt is not None:
        proposed = f": có phải ngày {format_date(found.proposed)} không" if found.proposed else ""
        missing = "chưa nêu năm" if found.doubt is Doubt.NO_YEAR else "chưa nêu đủ ngày, tháng, năm"
        return f"Thời hạn {phrase} {missing}; đề nghị xác nhận{proposed}."
    if found.form == "as_there" and found.term.date is None and found.term.amount is None:
        return f"Thời hạn {phrase} dẫn đến một nội dung chưa xác định được thời hạn; đề nghị xác định."
    if found.form == "predecessor":
        return f"Nội dung này phải xong {phrase}; đề nghị xác định thời hạn hoàn thành."
    if found.term.date is None and found.term.anchor_day is None:
        anchor = f" ({found.term.anchor})" if found.term.anchor else ""
        return f"Thời hạn {phrase} tính từ một mốc chưa rõ ngày{anchor}; đề nghị xác định ngày của mốc đó."
    return None


def _line(phrase: str) -> str:
    return " ".join(phrase.split())
