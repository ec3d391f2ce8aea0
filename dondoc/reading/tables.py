"""Tables of tasks: a row says what is to be done, who leads, who helps, by when and with what result."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dondoc.reading.folding import fold
from dondoc.reading.text import Span, spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dondoc.reading.text import Text

LINE = re.compile(r"^[^\r\n\t|]*+[\t|][^\r\n]*+", re.MULTILINE)
CELL = re.compile(r"[^\t|]*")
NUMBERING = re.compile(r"[\W\d_]*")
"""What stands below a head and is no task: the numbers of its columns, a ruled line, figures."""
TITLE = re.compile(r"(?:(?:[ivx]+|[a-h]|\d{1,2}) *[.;:)/-]? +)?(?=[^\W\d_]{2})")
"""What a cell over all columns begins with: "I. Công tác kho"."""
ROLES = {
    "number": r"(?:stt|tt|số tt|số thứ tự)$",
    "beside": r"(?!.*chủ trì).{0,40}phối hợp",
    "term": r"(?:thời (?:gian|hạn|điểm)|tiến độ|hạn (?:hoàn thành|chót)|kỳ hạn|hoàn thành)",
    "product": r"(?:dự kiến )?(?:sản phẩm|kết quả(?! thực hiện| đạt được| giải quyết| công tác))",
    "lead": (
        r"(?!đơn vị (?:tính|đo))"
        r"(?:(?:cơ quan|đơn vị|bộ phận|cá nhân|người|phòng|lãnh đạo|địa phương)(?:,? |/|$)|chủ trì|phụ trách"
        r"|thực hiện|phân công|trách nhiệm|.{0,30}chủ trì)"
    ),
    "task": r"(?:tên |các )?(?:nội dung|nhiệm vụ|công việc|đầu việc|hoạt động|giải pháp|chỉ tiêu, nhiệm vụ)",
}
"""How the head of a column begins; the first that fits decides."""
HEADS = {role: re.compile(spell(pattern)) for role, pattern in ROLES.items()}
FEWEST = 3
"""A table of tasks has at least so many columns."""


class Row(NamedTuple):
    """A row: its whole line and, of its cells, those that are filled."""

    line: Span
    number: str
    task: Span
    lead: Span | None = None
    beside: Span | None = None
    term: Span | None = None
    product: Span | None = None

    @property
    def is_group(self) -> bool:
        """Tell a row that only names those below it."""
        return not any((self.lead, self.beside, self.term, self.product))


def roles_of(cells: Sequence[str]) -> list[str]:
    """Return what each column of a table of tasks says, nothing where its first row does not tell."""
    heads = [" ".join(fold(cell).text.split()) for cell in cells]
    roles = [next((role for role, head in HEADS.items() if head.match(cell)), "") for cell in heads]
    known = [role for role in roles if role]
    plain = len(known) == len(set(known)) and len(cells) >= FEWEST
    return roles if plain and "task" in known and {"lead", "term"} & set(known) else []


def read_tables(text: Text) -> tuple[list[Row], list[Span]]:
    """Return the rows of a text's tables of tasks, and the lines that are taken by their heads and rows."""
    rows: list[Row] = []
    taken: list[Span] = []
    roles: list[str] = []
    end = 0
    for line in LINE.finditer(text.raw):
        cells = list(_cells(text, line))
        if head := roles_of([text.words(cell) for cell in cells]):
            roles = head
        elif not roles or len(cells) > len(roles) or text.raw[end : line.start()].strip():
            roles = []
            continue
        elif row := _row(text, line, roles, cells):
            rows.append(row)
        taken.append(text.span_of(*line.span()))
        end = line.end()
    return rows, taken


def _cells(text: Text, line: re.Match[str]) -> Iterator[Span]:
    """Yield the cells of a line, the empty ones among them; bars stand around a line too."""
    start, end = line.span()
    if line.group().strip().startswith("|"):
        start = line.string.index("|", start) + 1
        end = line.string.rindex("|", start - 1, end)
    for cell in CELL.finditer(line.string, start, max(start, end)):
        if cell.start() < cell.end() or cell.start() == start or line.string[cell.start() - 1] in "\t|":
            yield text.strip(text.span_of(*cell.span()))


def _row(text: Text, line: re.Match[str], roles: Sequence[str], cells: Sequence[Span]) -> Row | None:
    said = {role: cell for role, cell in zip(roles, cells, strict=False) if cell.start < cell.end}
    if list(said) == ["number"] and (title := TITLE.match(text.folded, *said["number"])):
        said = {"task": text.strip(Span(title.end(), said["number"].end))}
    if "task" not in said or NUMBERING.fullmatch(text.words(said["task"])):
        return None
    filled = {role: cell for role, cell in said.items() if role not in ("", "number")}
    number = text.words(said["number"]).strip(".") if "number" in said else ""
    return Row(text.span_of(*line.span()), number, **filled)
