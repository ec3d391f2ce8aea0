"""Notices made of stated items, in every mix of the forms official documents use."""

from __future__ import annotations

import datetime as dt
import textwrap
import unicodedata
from dataclasses import dataclass, field

from hypothesis import strategies as st

SUBJECT = "Chi cục Hậu cần huyện Khe Sanh"
BODIES = (
    "Phòng Vật tư",
    "Sở Kế hoạch và Đầu tư",
    "Ủy ban nhân dân xã Bản Mạ",
    "Công an tỉnh",
    "Văn phòng",
    "Trung tâm Dữ liệu, Thông tin và Thống kê",
    "đồng chí Lò Văn Tám, Phó Cục trưởng",
    "các cơ quan, đơn vị",
    "Thủ trưởng các phòng chuyên môn",
    "Ban Tổ chức Tỉnh ủy",
)
WORK = (
    "rà soát, phân loại hồ sơ tồn đọng",
    "lập danh mục tài sản cần thanh lý",
    "xây dựng phương án sửa chữa kho",
    "kiểm tra việc bảo quản vật tư",
    "hoàn thiện hồ sơ quyết toán",
    "tổ chức tập huấn cho thủ kho",
)
TERMS: tuple[tuple[str, dt.date | None], ...] = (
    ("", None),
    ("trước ngày 05/8/2026", dt.date(2026, 8, 5)),
    ("chậm nhất đến ngày 5-8-2026", dt.date(2026, 8, 5)),
    ("xong trong ngày 05.8.2026", dt.date(2026, 8, 5)),
    ("trước ngày 05 tháng 8 năm 2026", dt.date(2026, 8, 5)),
    ("xong trước ngày Quốc khánh 02/9/2026", dt.date(2026, 9, 2)),
    ("hoàn thành trong tháng 8/2026", dt.date(2026, 8, 31)),
    ("hoàn thành trong Quý III năm 2026", dt.date(2026, 9, 30)),
    ("báo cáo kết quả trước 15 giờ 00, ngày 17/9/2026", dt.date(2026, 9, 17)),
    ("hoàn thành trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản này", None),
    ("báo cáo tại cuộc họp giao ban kế tiếp", None),
)
BESIDE = ("phối hợp với", "phối hợp chặt chẽ với", "chủ trì, phối hợp với")
GIVES = (
    "Giao {0} {1}",
    "Yêu cầu {0} {1}",
    "Đề nghị {0} {1}",
    "{0} cần {1}",
    "{0} có trách nhiệm {1}",
    "{0} {1}",
    "Đối với {0}, cần {1}",
)


@dataclass(frozen=True)
class Stated:
    """What a reader has to find: a reference, who leads, who helps, and the day the term names."""

    ref: str
    leads: tuple[str, ...]
    beside: tuple[str, ...] = ()
    term: tuple[str, dt.date | None] = ("", None)


@dataclass
class Made:
    """A notice and what it states."""

    lines: list[str] = field(default_factory=list)
    items: list[Stated] = field(default_factory=list)


@st.composite
def works(draw: st.DrawFn) -> tuple[str, tuple[str, ...], tuple[str, dt.date | None]]:
    """Draw the words of a piece of work, who helps with it, and its term."""
    term = draw(st.sampled_from(TERMS))
    helper = draw(st.sampled_from(("", *BODIES[:4])))
    with_helper = f"{draw(st.sampled_from(BESIDE))} {helper} " if helper else ""
    words = with_helper + draw(st.sampled_from(WORK))
    return (f"{words}, {term[0]}" if term[0] else words), ((helper,) if helper else ()), term


@st.composite
def notices(draw: st.DrawFn) -> Made:
    """Draw a notice of one to five sections."""
    made = Made()
    for number in range(1, draw(st.integers(1, 5)) + 1):
        section = draw(st.sampled_from(SECTIONS))
        section(draw, made, str(number))
    return made


def _paragraph(draw: st.DrawFn, made: Made, ref: str) -> None:
    """Add a numbered paragraph that names who acts."""
    lead, (words, beside, term) = draw(st.sampled_from(BODIES)), draw(works())
    sentence = draw(st.sampled_from(GIVES)).format(lead, words)
    made.lines.append(f"{ref}. {_capital(sentence)}.")
    made.items.append(Stated(ref, (lead,), beside, term))


def _under_owner(draw: st.DrawFn, made: Made, ref: str) -> None:
    """Add a heading that names who acts, and bullets that do not."""
    lead = draw(st.sampled_from(BODIES))
    made.lines.append(f"{ref}. " + draw(st.sampled_from(("Giao {0}", "{0}:", "Đối với {0}"))).format(lead))
    _bullets(draw, made, ref, lead)


def _under_lead_in(draw: st.DrawFn, made: Made, ref: str) -> None:
    """Add a heading, a paragraph that announces who has to do what follows, and bullets."""
    lead = draw(st.sampled_from(BODIES))
    made.lines.append(f"{ref}. Về công tác kho")
    made.lines.append(f"{_capital(lead)} cần thực hiện các nhiệm vụ sau:")
    _bullets(draw, made, ref, lead)


def _under_field(draw: st.DrawFn, made: Made, ref: str) -> None:
    """Add a heading that only names the field; nobody is named, so the subject acts."""
    made.lines.append(f"{ref}. Về nhiệm vụ trọng tâm thời gian tới")
    _bullets(draw, made, ref, SUBJECT)


def _agreement(draw: st.DrawFn, made: Made, ref: str) -> None:
    """Add what orders nothing."""
    made.lines.append(f"{ref}. " + draw(st.sampled_from((
        "Cơ bản nhất trí với báo cáo của Văn phòng.",
        "Thống nhất chủ trương bổ sung kinh phí sửa kho trong năm 2026.",
        "Ghi nhận, đánh giá cao sự cố gắng của các đơn vị.",
    ))))  # fmt: skip


def _bullets(draw: st.DrawFn, made: Made, ref: str, lead: str) -> None:
    marks = draw(st.sampled_from((("- ",) * 3, ("+ ",) * 3, ("a) ", "b) ", "c) "))))
    for ordinal, mark in enumerate(marks[: draw(st.integers(1, 3))], start=1):
        words, beside, term = draw(works())
        own = draw(st.sampled_from(("", *BODIES)))
        sentence = draw(st.sampled_from(GIVES)).format(own, words) if own else words
        made.lines.append(f"{mark}{_capital(sentence)}.")
        made.items.append(Stated(f"{ref}.{ordinal}", (own or lead,), beside, term))


SECTIONS = (_paragraph, _under_owner, _under_lead_in, _under_field, _agreement)
HEAD = f"""TỔNG CỤC HẬU CẦN
Số: 12/TB-TCHC
Hà Nội, ngày 15 tháng 6 năm 2026

THÔNG BÁO
Kết luận tại buổi làm việc với {SUBJECT}

Ngày 10/6/2026, Tổng cục trưởng chủ trì buổi làm việc với {SUBJECT} và kết luận như sau:
"""
TAIL = """
Trên đây là kết luận của Tổng cục trưởng, Tổng cục Hậu cần thông báo để các đơn vị biết, thực hiện./.

Nơi nhận:
- Bộ trưởng (để b/c);
- Lưu: VT.

TL. TỔNG CỤC TRƯỞNG
CHÁNH VĂN PHÒNG
Lò Văn Tám
"""
WIDTH = 78


def plain(made: Made) -> str:
    """Write a notice with a line for each paragraph."""
    return "\n".join((HEAD, *made.lines, TAIL))


def wrapped(made: Made) -> str:
    """Write a notice as the text layer of a PDF has it: lines of one width, a page number among them."""
    lines = [
        line
        for each in plain(made).splitlines()
        for line in textwrap.wrap(each, WIDTH, break_on_hyphens=False) or [""]
    ]
    place = HEAD.count("\n") + len(made.lines)
    return "\n".join((*lines[:place], "2", *lines[place:]))


def bold(made: Made) -> str:
    """Write a notice with the marks of bold type and headings."""
    starred = (
        "**{}.** {}".format(*each.split(". ", 1)) if each[0].isdigit() else each for each in made.lines
    )
    return "\n\n".join((HEAD, *starred, TAIL))


def decomposed(made: Made) -> str:
    """Write a notice with letters and their marks apart."""
    return unicodedata.normalize("NFD", plain(made))


def old_tones(made: Made) -> str:
    """Write a notice with tones on the second vowel."""
    return plain(made).replace("Ủy", "Uỷ").replace("ủy", "uỷ")


FORMS = (plain, wrapped, bold, decomposed, old_tones)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
