"""The subject of a sentence that orders: the bodies in front of its modal."""

from __future__ import annotations

import re

from dondoc.reading.bodies import ACT, ONE_NAME, names, names_from
from dondoc.reading.circumstances import ASIDE, LINK
from dondoc.reading.heads import head_at, persons
from dondoc.reading.text import EDGE, END, Span, Text, spell

COLON = re.compile(r"\s*+:\s*+")
STARTS = re.compile(r"[,;:(]\s*+")
BEHIND_OPENER = re.compile(
    spell(rf"{EDGE}(?:(?<!được\s)(?<!bàn\s)giao(?: cho)?|yêu cầu|đề nghị|kiến nghị|phân công|để){END}\s*+")
)
ABOUT = re.compile(spell(rf"{EDGE}đối với{END}\s*+"))
DEFINED = re.compile(spell(r"là (?:cơ quan|đơn vị|đầu mối|bộ phận|thường trực|người|tổ trưởng|trưởng)"))
LAGS = re.compile(spell(r"(?:(?:hiện|hiện nay|đến nay|vẫn|đang|tuy) )*(?:còn|chưa|chậm|để) [^,.;:]{3,160},"))
BESIDES = re.compile(
    spell(r"với (?:vai trò|tư cách)|là (?:cơ quan|đơn vị|đầu mối|lực lượng) (?:chủ|thường|đầu|chính|nòng)")
    + "|"
    + EDGE
    + spell(r"(?:(?:khi|trong khi|trong quá trình|trong việc|trong công tác) [^\W\d_]|(?:phải|sẽ) )")
)
"""Which part somebody has, when, and what it has to do besides: it is no part of the name."""
WHEN = re.compile(
    EDGE
    + spell(r"(?:trong|từ|hằng|hàng|mỗi) (?:năm|tháng|quý|tuần|ngày|thời gian|quá trình|nay)[^,;]{0,30}$")
)
"""Between a subject and its modal: "Mỗi đơn vị trong năm phải …"."""
COMPETENCE = re.compile(
    r",?\s*+"
    + EDGE
    + spell(
        r"(?:theo|trong phạm vi|căn cứ|trên cơ sở) "
        r"(?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn|lĩnh vực)"
    )
    + r"[^.;:]{0,80}$"
)
"""By which competence those it stands behind act."""
ALSO = re.compile(r"\s++" + spell("(?:còn|cũng|đều|vẫn|luôn)") + r"\s*+$")
THEN = re.compile(EDGE + spell(r"thì\s*+$"))
CONDITION = re.compile(EDGE + spell("thì ") + r"\s*+")
"""Behind a condition: "nộp tại Phòng A thì Phòng B phải …"."""
WHICH = re.compile(EDGE + spell(r"(?:chưa|có|được|đang|còn|thì)") + END)
SEVERAL = re.compile(spell("(?:các|những) "))
ALIAS = re.compile(r"\s*+\([^()\n]{2,40}\)(?=\s*+(?:,|$)|\s++và)")
"""What a body is called for short, behind its name."""
LONGEST = 600
"""So many characters in front of a modal may hold its subject."""


def subject_of(text: Text, start: int, modal: int) -> tuple[Span, ...]:
    """Return the bodies that stand as the subject in front of a modal."""
    start = max(start, modal - LONGEST)
    end = text.strip(Span(start, modal)).end
    if THEN.search(text.folded, start, end):
        return _if_concerned(text, Span(start, end))
    conditions = [match.end() for match in CONDITION.finditer(text.folded, start, end)]
    start = max(conditions, default=start)
    end = _without_competence(text, start, end)
    if (set_apart := _set_apart(text, Span(start, end))) is not None:
        return set_apart
    link = LINK.match(text.folded, start, end)
    start = text.strip(Span(link.end(), end)).start if link else start
    named, last = names_from(text, start, end)
    if named and last >= end:
        return tuple(_without_definition(text, name) for name in named)
    starts = _starts(text, start, end)
    subject: int | None = None
    for place in sorted(starts, reverse=True):
        if place > start and text.is_upper(place) and not _begins_names(text, place):
            continue  # "Trung tâm Dữ liệu, Thông tin cần …": a capital goes on with the name
        if place > start and _is_told_of(text, start, place):
            continue  # "Tổ chức được cấp phép mở, dùng kho phải …": the clause tells which are meant
        if not _begins_names(text, place) or (subject and not _is_only_names(text, Span(place, subject))):
            break
        subject = place
    if subject is None:
        return ()
    when = WHEN.search(text.folded, subject, end)
    named = names(text, Span(subject, when.start() if when else end))
    return tuple(_without_definition(text, name) for name in named)


def _starts(text: Text, start: int, end: int) -> set[int]:
    """Return where the name of a subject may begin; not inside a name or in its short form."""
    starts = {start}
    for boundary in (STARTS, BEHIND_OPENER):
        starts |= {match.end() for match in boundary.finditer(text.folded, start, end)}
    whole = (match for pattern in (ONE_NAME, ALIAS) for match in pattern.finditer(text.folded, start, end))
    for name in (*(Span(*match.span()) for match in whole), *persons(text, Span(start, end))):
        starts -= set(range(name.start + 1, name.end + 1))
    for aside in ASIDE.finditer(text.folded, start, end):
        starts -= set(range(*aside.span()))
    return starts


def _set_apart(text: Text, before: Span) -> tuple[Span, ...] | None:
    """Return the bodies that a comma or colon sets apart from what they are to do, None without either."""
    if text.folded[slice(*before)].endswith(","):
        return concerned(text, before) or _defined(text, before) or _lagging(text, before)
    return _labelled(text, before) or None


def _without_competence(text: Text, start: int, end: int) -> int:
    """Return where a subject ends in front of what only says by which competence, or that others do too."""
    competence = COMPETENCE.search(text.folded, start, end)
    end = competence.start() if competence else end
    also = ALSO.search(text.folded, start, end)
    return also.start() if also else end


def _labelled(text: Text, before: Span) -> tuple[Span, ...]:
    """Return the bodies of "Sở A: Chỉ đạo các kho phải …": they are to see to it that others do something."""
    named, end = names_from(text, *before)
    colon = COLON.match(text.folded, end, before.end)
    return tuple(named) if named and colon and ACT.match(text.folded, colon.end()) else ()


def _is_told_of(text: Text, start: int, place: int) -> bool:
    """Tell a place inside the clause that says which of several bodies are meant."""
    if not SEVERAL.match(text.folded, start):
        return False
    end = names_from(text, start, place)[1]
    return start < end and bool(WHICH.match(text.folded, text.strip(Span(end, place)).start))


def concerned(text: Text, before: Span) -> tuple[Span, ...]:
    """Return the bodies of "Đối với X, …"."""
    before = text.strip(before)
    about = [match.end() for match in ABOUT.finditer(text.folded, *before)]
    named = about and _begins_names(text, about[-1]) and text.folded[before.end - 1] == ","
    return tuple(names(text, Span(about[-1], before.end))) if named else ()


def _if_concerned(text: Text, before: Span) -> tuple[Span, ...]:
    """Return the bodies of "Đối với X chưa …, thì"."""
    about = ABOUT.match(text.folded, text.strip(before).start)
    which = WHICH.search(text.folded, about.end(), before.end) if about else None
    return tuple(names_from(text, about.end(), which.start())[0]) if about and which else ()


def _defined(text: Text, before: Span) -> tuple[Span, ...]:
    """Return the bodies of "Sở A là cơ quan thường trực, có trách nhiệm …"."""
    named, end = names_from(text, *before)
    return tuple(named) if DEFINED.match(text.folded, text.strip(Span(end, before.end)).start) else ()


def _lagging(text: Text, before: Span) -> tuple[Span, ...]:
    """Return the bodies of "Xã A còn chậm lập sổ, cần …": what they lack is told in front."""
    named, end = names_from(text, *before)
    lags = LAGS.fullmatch(text.folded, text.strip(Span(end, before.end)).start, before.end)
    return tuple(named) if named and lags else ()


def _without_definition(text: Text, name: Span) -> Span:
    """Return a name without what it is besides: "Công ty A là đơn vị chủ lực cùng với …"."""
    defined = BESIDES.search(text.folded, *name)
    return text.strip(Span(name.start, defined.start()), ",") if defined else name


def _is_only_names(text: Text, piece: Span) -> bool:
    end = text.strip(piece, ",;").end
    named = names_from(text, piece.start, piece.end)[1]
    alias = ALIAS.match(text.folded, named, end)
    return (alias.end() if alias else named) >= end


def _begins_names(text: Text, place: int) -> bool:
    return head_at(text, place, len(text.folded)) is not None
