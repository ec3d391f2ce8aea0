"""Orders without a subject in front: what somebody is said to do, and what is to be sent by a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dondoc.reading.bodies import names_from
from dondoc.reading.order_words import ASSIGNED
from dondoc.reading.text import Span, spell

if TYPE_CHECKING:
    from dondoc.reading.text import Text

AGENT = re.compile(
    spell(
        r"(?!(?:cuộc|buổi|phiên|hội nghị|lễ|đoàn|tổ|dự án|công trình|đề tài) )[^.;:,()]{3,90}? "
        r"(?<!đã\s)(?<!được\s)(?P<by>do) "
    )
)
ANSWERS = re.compile(
    spell(
        r"(?:trực tiếp )?(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm|đảm nhiệm|đảm nhận|bảo đảm|đảm bảo"
        r"|bố trí|chi trả)(?!\w)"
    )
)
"""Behind who does something, "do Phòng A thực hiện"; other verbs tell where a thing comes from."""
SENT = re.compile(
    spell(
        r"(?:văn bản|kết quả|danh sách|ý kiến|hồ sơ|số liệu|thông tin|đề xuất|phiếu)(?: [^\s.;:,]+){0,8}? "
        r"(?:xin |đề nghị )?(?:gửi|nộp) (?:về|đến|tới|cho) (?=[^.;]*(?:trước|chậm nhất|trong) )"
    )
)


PASSIVE = re.compile(spell("được "))
GIVES = re.compile(
    spell(r"(?:giao|phân công|yêu cầu|ủy quyền)(?: cho)?(?: (?:nhiệm vụ|trách nhiệm|thực hiện việc))? ")
)


ALLOWS = re.compile(spell(r"(?:(?:đồng ý|thống nhất|chấp thuận)(?: (?:về|với))?(?: việc)? )?cho(?: phép)? "))
MORE_TIME = re.compile(
    spell(
        r"(?:được )?(?:lùi|gia hạn|kéo dài|chuyển|điều chỉnh|giãn)"
        r"(?: thêm)? (?:thời|tiến độ|hạn|việc|đến|sang|từ)(?!\w)"
    )
)
"""What somebody is allowed who gets more time for a task."""


class Doing(NamedTuple):
    """What is to be done: where its words stand, and who does it where that is said."""

    start: int
    end: int
    leads: tuple[Span, ...]


def given_deed(text: Text, place: int, limit: int) -> int | None:
    """Return where begins what somebody is given, whoever gives it, None where nothing is."""
    given = ASSIGNED.match(text.folded, place, limit)
    return given.end() if given else _behind_giver(text, place, limit)


def _behind_giver(text: Text, place: int, limit: int) -> int | None:
    """Return where the deed begins behind who gives it: "(Phòng A) được Giám đốc yêu cầu lập sổ"."""
    passive = PASSIVE.match(text.folded, place, limit)
    if not passive:
        return None
    by = text.strip(Span(names_from(text, passive.end(), limit)[1], limit)).start
    gives = GIVES.match(text.folded, by, limit)
    return gives.end() if gives and by > passive.end() else None


def allowed(text: Text, sentence: Span) -> Doing | None:
    """Return who gets more time for a task: "Cho phép Phòng A lùi thời hạn lập sổ đến tháng 7"."""
    allows = ALLOWS.match(text.folded, *sentence)
    leads, end = names_from(text, allows.end(), sentence.end) if allows else ((), 0)
    more = MORE_TIME.match(text.folded, text.strip(Span(end, sentence.end)).start) if leads else None
    return Doing(sentence.start, more.end(), tuple(leads)) if more else None


def done_by(text: Text, sentence: Span) -> Doing | None:
    """Return who is said to do what the sentence begins with: "Việc sửa kho do Phòng A thực hiện"."""
    agent = AGENT.match(text.folded, *sentence)
    leads, end = names_from(text, agent.end(), sentence.end) if agent else ((), 0)
    does = ANSWERS.match(text.folded, text.strip(Span(end, sentence.end)).start) if leads else None
    return Doing(agent.start("by"), does.end(), tuple(leads)) if agent and does else None


def sent_by(text: Text, sentence: Span) -> Doing | None:
    """Return what is to be sent by a day: "Kết quả gửi về Sở trước ngày 05/3/2026"."""
    sent = SENT.match(text.folded, *sentence)
    return Doing(*sent.span(), ()) if sent else None
