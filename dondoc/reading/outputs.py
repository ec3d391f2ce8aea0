"""Documents that an item orders to be made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.directives import ACT
from dondoc.reading.text import EDGE, END, Span, any_of, spell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.reading.text import Text

MAKES = (
    r"(?:xây dựng|ban hành|lập|hoàn thiện|hoàn chỉnh|soạn thảo|trình|(?<!chưa\s)có|sửa đổi|bổ sung|tham mưu|"
    r"thực hiện nghiêm)(?: (?:ngay|vào|và|hoặc|chi tiết|cụ thể|các|một|dự thảo|danh mục|nội dung))*"
)
MADE_ONCE = (
    "kế hoạch|quy chế|đề án|phương án|danh sách|danh mục|chương trình|lộ trình|tờ trình|quy trình|hồ sơ"
)
DOCUMENT = (
    rf"(?:các )?(?:{MADE_ONCE}|kết luận|quyết định|hướng dẫn|nghị quyết|báo cáo|quy định|kịch bản"
    rf"|văn bản){END}"
)
OUTPUT = re.compile(EDGE + spell(rf"{MAKES} (?P<output>{DOCUMENT})"))
MORE = re.compile(spell(rf", (?P<output>{DOCUMENT})"))
TURN = any_of("để; theo; bảo đảm; đảm bảo; trước; trong; gửi; báo cáo; trình; nhằm; của từng; làm cơ sở")
STOP = re.compile(rf"[.,;:()\n]|\s++(?:{TURN.pattern}|(?P<and>{EDGE}và\s++))")
LONGEST = 120
"""Characters by which a document is described, at most."""
LASTING = re.compile(spell(rf"(?:các )?(?:{MADE_ONCE})"))


def outputs(text: Text, spans: Iterable[Span]) -> list[Span]:
    """Return the documents to be made, each once."""
    found: dict[str, Span] = {}
    for span in spans:
        for match in OUTPUT.finditer(text.folded, *span):
            listed: re.Match[str] | None = match
            while listed and (end := _end(text, listed.end(), span.end)):
                output = text.strip(Span(listed.start("output"), end))
                found.setdefault(text.folded[slice(*output)], output)
                listed = MORE.match(text.folded, end, span.end)
    return list(found.values())


def _end(text: Text, place: int, limit: int) -> int | None:
    """Return where the words end that describe a document, None for those of a longer sentence."""
    for stop in STOP.finditer(text.folded, place, min(limit, place + LONGEST)):
        if not stop["and"] or ACT.match(text.folded, stop.end()):
            return stop.start()
    return limit if limit <= place + LONGEST else None


def is_made_once(text: Text, output: Span) -> bool:
    """Tell an output that is made and then there, like a plan, from one that comes again and again."""
    return bool(LASTING.match(text.folded, output.start))
