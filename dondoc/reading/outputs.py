"""Documents that an item orders to be made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT
from dondoc.reading.heads import is_body
from dondoc.reading.text import EDGE, END, Span, any_of, spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dondoc.reading.text import Text

MAKES = (
    r"(?:xây dựng|ban hành|lập|hoàn thiện|hoàn chỉnh|soạn thảo|trình|(?<!chưa\s)có|sửa đổi|bổ sung|tham mưu|"
    r"thực hiện nghiêm|gửi|nộp)(?: (?:ngay|vào|và|hoặc|chi tiết|cụ thể|các|một|dự thảo|danh mục|nội dung))*"
)
MADE_ONCE = (
    "kế hoạch|quy chế|đề án|phương án|danh sách|danh mục|chương trình|lộ trình|tờ trình|quy trình|hồ sơ"
)
DOCUMENT = (
    rf"(?:các )?(?:{MADE_ONCE}|kết luận|quyết định|hướng dẫn|nghị quyết|báo cáo|quy định|kịch bản"
    rf"|văn bản|dự toán|biên bản|công văn|đề cương|lịch(?! sử| trình)){END}"
)
OUTPUT = re.compile(EDGE + spell(rf"{MAKES} (?P<output>{DOCUMENT})"))
MORE = re.compile(spell(rf", (?P<output>{DOCUMENT})"))
SCHEDULE = re.compile(
    EDGE
    + spell(rf"(?:bố trí|sắp xếp|công bố|công khai|niêm yết|thông báo) (?P<output>lịch(?! sử| trình){END})")
)
REPORT = re.compile(
    EDGE
    + spell(
        r"(?P<output>báo cáo(?: (?:kết quả|tình hình|tiến độ)(?: (?:thực hiện|triển khai|khắc phục))?)?+)"
        r"(?! viên| số| này| trên| nêu| tài chính)"
    )
    + END
)
"""To report is to hand in a report."""
NO_REPORT = re.compile(
    spell(
        r"(?<!\w)(?:theo|nghe|các|xem|trong|tại|qua|nội dung|thảo|số liệu|của|đã|chế độ|sau|từ|như|công tác|"
        r"một|thời gian|thời hạn|kỳ|thông tin)\s*+$"
    )
)
"""In front of a report that is there already, or of reporting in general."""
TURN = any_of("để; theo; bảo đảm; đảm bảo; trước; trong; gửi; báo cáo; trình; nhằm; của từng; làm cơ sở")
STOP = re.compile(rf"[.,;:()\n]|\s++(?:{TURN.pattern}|(?P<and>{EDGE}và\s++)|(?P<to>(?:về|cho|lên)\s++))")
NEAR = 20
LONGEST = 120
"""Characters by which a document is described, at most."""
LASTING = re.compile(spell(rf"(?:các )?(?:{MADE_ONCE})"))


def outputs(text: Text, spans: Iterable[Span]) -> list[Span]:
    """Return the documents to be made, each once, in their order."""
    found: dict[str, Span] = {}
    for span in spans:
        for output in sorted((*_documents(text, span), *_reports(text, span))):
            found.setdefault(text.folded[slice(*output)], output)
    return list(found.values())


def _documents(text: Text, span: Span) -> Iterator[Span]:
    for pattern in (OUTPUT, SCHEDULE):
        for match in pattern.finditer(text.folded, *span):
            listed: re.Match[str] | None = match
            while listed and (end := _end(text, listed.end(), span.end)):
                yield text.strip(Span(listed.start("output"), end))
                listed = MORE.match(text.folded, end, span.end)


def _reports(text: Text, span: Span) -> Iterator[Span]:
    for match in REPORT.finditer(text.folded, *span):
        if not NO_REPORT.search(text.folded, max(span.start, match.start() - NEAR), match.start()):
            yield Span(*match.span("output"))


def _end(text: Text, place: int, limit: int) -> int | None:
    """Return where the words end that describe a document, None for those of a longer sentence."""
    for stop in STOP.finditer(text.folded, place, min(limit, place + LONGEST)):
        goes_on = (stop["and"] and not ACT.match(text.folded, stop.end())) or (
            stop["to"] and not is_body(text, stop.end())
        )
        if not goes_on:
            return stop.start()
    return limit if limit <= place + LONGEST else None


def is_made_once(text: Text, output: Span) -> bool:
    """Tell an output that is made and then there, like a plan, from one that comes again and again."""
    return bool(LASTING.match(text.folded, output.start))
