"""What plainly orders: "Giao X …", "yêu cầu X …", and what prohibits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reading.bodies import names_from
from dondoc.reading.handing_on import hands_on
from dondoc.reading.order import Force, Order
from dondoc.reading.order_words import DECREES, NOT_GIVEN, OWN_STAFF, THINGS, TOLD
from dondoc.reading.subjects import concerned, subject_of
from dondoc.reading.text import Span, phrases
from dondoc.reading.tones import ABOUT, split_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.reading.text import Text

OPENER = phrases(
    r"(?<!ngoại\s)(?<!bàn\s)(?<!chuyển\s)giao(?! thông| dịch| lưu| nhận)"
    r"(?: trách nhiệm| nhiệm vụ(?: cụ thể(?=[^.;:]{2,300}:))?| trực tiếp| bổ sung| thêm)*(?: cho)?",
    r"(?<!bản\s)chỉ thị(?= (?:các|thủ|tổng|cục|giám|trưởng|chủ|chánh|viện))",
    r"yêu cầu",
    r"(?<!trường\shợp\s)(?<!khi\s)đề nghị(?!\s?của|\s?tại| số)",
    r"(?<!trường\shợp\s)(?<!khi\s)kiến nghị(?!\s?của|\s?tại| số| vượt|\s?với)",
    r"phân công",
    r"ủy quyền(?: cho)?",
)
PROHIBITION = phrases("nghiêm cấm", "kiên quyết không", "tuyệt đối không")
FORBIDS = phrases("không được", "không để", "cấm", r"chỉ(?: được)?(?! đạo| thị| huy| định| tiêu| số)")
"""What prohibits at the head of a sentence; behind a subject it may tell of what is lacking."""
NEAR = 20


def openers(text: Text, sentence: Span) -> Iterator[Order]:
    """Yield "Giao X …", "yêu cầu X …"; at the head of a clause also what names nobody."""
    for match in OPENER.finditer(text.folded, matter_of(text, sentence), sentence.end):
        place = text.strip(Span(match.end(), sentence.end)).start
        named, end = names_from(text, place, sentence.end)
        opens = match.start() == sentence.start or text.folded[match.start() - 2] in ",;:."
        title = text.is_upper(match.start()) and not opens
        meeting = text.folded.startswith("giao ban", match.start()) and text.is_lower(place)
        leads = tuple(named) or concerned(text, Span(sentence.start, match.start()))
        if opens and OWN_STAFF.match(text.folded, match.start()):
            leads = ()
        given = leads and not NOT_GIVEN.search(
            text.folded, max(sentence.start, match.start() - NEAR), match.start()
        )
        decreed = not opens and DECREES.match(text.folded, *sentence)
        before = Span(sentence.start, match.start())
        told = TOLD.search(text.folded, *before) or hands_on(text, before)
        if title or meeting or decreed or told:
            continue
        if given or (
            opens
            and not THINGS.match(text.folded, *sentence)
            and text.folded[place : min(place + 1, sentence.end)] not in ",;.:"
        ):
            yield Order(Force.STRONG, match.start(), end, leads)
    if forbids := FORBIDS.match(text.folded, *sentence):
        yield Order(Force.STRONG, forbids.start(), forbids.end())
    for match in PROHIBITION.finditer(text.folded, *sentence):
        yield Order(Force.STRONG, match.start(), match.end(), subject_of(text, sentence.start, match.start()))


def matter_of(text: Text, sentence: Span) -> int:
    """Return where what is said of a matter begins: "Về đề nghị tỉnh lập sổ: giao Sở A …" asks Sở A alone."""
    heading, rest = split_heading(text, sentence)
    return rest.start if heading and ABOUT.match(text.folded, *heading) else sentence.start
