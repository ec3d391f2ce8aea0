"""The forms of terms in running text: what is read, and exactly which words."""

import datetime as dt
import unicodedata

import pytest

from dondoc.reading.dates import Doubt
from dondoc.reading.terms import TermSpan, find_terms
from dondoc.rules.terms import Operator, Unit

WRITTEN_ON = dt.date(2026, 7, 1)
THE_17TH = dt.date(2026, 9, 17)
BEFORE, BY, BETWEEN = Operator.BEFORE, Operator.BY, Operator.BETWEEN


def only_term(text: str, written_on: dt.date | None = WRITTEN_ON) -> TermSpan:
    (found,) = find_terms(text, written_on)
    assert text[found.start : found.end] == found.term.phrase
    return found


def row(sentence: str, operator: Operator, date: str, *, id: str) -> object:  # noqa: A002 - as pytest.param has it
    """Mark the phrase in the sentence by square brackets."""
    return pytest.param(sentence, operator, date, id=id)


@pytest.mark.parametrize(
    ("sentence", "operator", "date"),
    [
        row("Gửi dự thảo [trước ngày 05/8/2026].", BEFORE, "2026-08-05", id="numeric"),
        row("Gửi dự thảo [trước 05/8/2026].", BEFORE, "2026-08-05", id="without the word day"),
        row("Gửi [chậm nhất ngày 5-8-2026].", BY, "2026-08-05", id="hyphens"),
        row("Gửi [chậm nhất đến ngày 5-8-2026].", BY, "2026-08-05", id="at the latest until"),
        row("Gửi [muộn nhất là ngày 05.8.2026].", BY, "2026-08-05", id="full stops in the date"),
        row("Gửi [không quá ngày 05/8/2026].", BY, "2026-08-05", id="not beyond"),
        row("Gửi [không chậm hơn ngày 05/8/2026].", BY, "2026-08-05", id="not later than"),
        row("Kiểm kê xong [trong ngày 05.8.2026].", BY, "2026-08-05", id="within the day"),
        row("Kiểm kê [xong ngày 05/8/2026].", BY, "2026-08-05", id="done on the day"),
        row("Phải nộp [đến hết ngày 05/8/2026].", BY, "2026-08-05", id="to the end of the day"),
        row("Từ nay [đến ngày 30/9/2026], rà soát hồ sơ.", BY, "2026-09-30", id="from now until"),
        row("[Thời hạn hoàn thành: 15/8/2026].", BY, "2026-08-15", id="a line of a table"),
        row("Thời gian: [Trước ngày 15/8/2026].", BEFORE, "2026-08-15", id="a line of a table with before"),
        row("[Hạn cuối là ngày 15/8/2026].", BY, "2026-08-15", id="the last day is"),
        row("Gửi [chậm nhất là trước ngày 15/8/2026].", BEFORE, "2026-08-15", id="two operators"),
        row("Gửi [trước ngày 05 tháng 8 năm 2026].", BEFORE, "2026-08-05", id="spelled out"),
        row("Gửi [trước ngày mùng 5 tháng 8 năm 2026].", BEFORE, "2026-08-05", id="mùng"),
        row("Gửi [trước ngày 05 tháng 8/2026].", BEFORE, "2026-08-05", id="half spelled out"),
        row("Gửi [trước ngày 05 tháng Tám năm 2026].", BEFORE, "2026-08-05", id="the month in words"),
        row("Gửi [trước ngày 15/12 năm 2026].", BEFORE, "2026-12-15", id="the year in words"),
        row("Gửi [trước ngày 15/8/26].", BEFORE, "2026-08-15", id="a year of two figures"),
        row("Gửi [trước thứ Sáu, ngày 07/8/2026].", BEFORE, "2026-08-07", id="with the weekday"),
        row("Xong [trước ngày Quốc khánh 02/9/2026].", BEFORE, "2026-09-02", id="a holiday and its date"),
        row("Xong [trước Lễ Quốc khánh (02/9/2026)].", BEFORE, "2026-09-02", id="a holiday, its date"),
        row("Xong [trước ngày khai giảng 05/9/2026].", BEFORE, "2026-09-05", id="an occasion's date"),
        row("Gửi (**[trước ngày 15/8/2026]**).", BEFORE, "2026-08-15", id="in bold, in brackets"),
        row("[Ngày 30/8/2026], báo cáo Cục trưởng.", BY, "2026-08-30", id="a day that opens an order"),
        row("Phúc tra [vào quý IV năm 2026].", BY, "2026-12-31", id="into a quarter"),
        row("Lập hồ sơ - [hạn trình 28/8/2026].", BY, "2026-08-28", id="a limit without a colon"),
        row("Rà soát [trong tháng 8/2026].", BY, "2026-08-31", id="a month"),
        row("Rà soát [trong tháng 02 năm 2028].", BY, "2028-02-29", id="a leap month"),
        row("Hoàn thành [trong tháng 8, tháng 9/2026].", BY, "2026-09-30", id="two months: the last"),
        row("Hoàn thành [trong tháng 8, 9, 10 năm 2026].", BY, "2026-10-31", id="three months: the last"),
        row("Hoàn thành [trong tháng 8 - 10/2026].", BY, "2026-10-31", id="what lies between too"),
        row("[Hoàn thành tháng 8/2026].", BY, "2026-08-31", id="done in a month"),
        row("Xong [trước tháng 9/2026].", BEFORE, "2026-09-01", id="before a month: its first day"),
        row("Xong [trước cuối tháng 8/2026].", BY, "2026-08-31", id="before the end of a month: by its end"),
        row("Sơ kết [trong Quý III năm 2026].", BY, "2026-09-30", id="a quarter in roman"),
        row("Sơ kết [chậm nhất quý 04/2026].", BY, "2026-12-31", id="a quarter in figures"),
        row("Sơ kết [trong quý III, IV/2026].", BY, "2026-12-31", id="two quarters: the last"),
        row("[Thời gian: Quý III, IV năm 2026].", BY, "2026-12-31", id="two quarters in a table"),
        row("Sơ kết [trong 6 tháng cuối năm 2026].", BY, "2026-12-31", id="half a year"),
        row("Sơ kết xong [trong 6 tháng đầu năm 2027].", BY, "2027-06-30", id="the first half, to come"),
        row("[6 tháng cuối năm 2026], tiếp tục rà soát.", BY, "2026-12-31", id="at the head of a clause"),
        row("Tổng kết [trong năm 2026].", BY, "2026-12-31", id="a year"),
        row("Tổng kết [đến cuối năm 2026].", BY, "2026-12-31", id="the end of a year"),
        row("Xong [trước năm 2027].", BEFORE, "2027-01-01", id="before a year"),
        row("Rà soát [từ ngày 01/8 đến ngày 15/8/2026].", BETWEEN, "2026-08-15", id="from a day to a day"),
        row("Rà soát [giữa ngày 01/8 và ngày 15/8/2026].", BETWEEN, "2026-08-15", id="between two days"),
        row("Rà soát [trong các ngày 05-07/8/2026].", BETWEEN, "2026-08-07", id="over some days"),
        row("Rà soát [từ tháng 8 đến tháng 10/2026].", BETWEEN, "2026-10-31", id="from a month to a month"),
    ],
)  # fmt: skip
def test_it_reads_a_term_and_its_date(sentence: str, operator: Operator, date: str) -> None:
    start, end = sentence.index("["), sentence.index("]") - 1
    found = only_term(sentence.replace("[", "").replace("]", ""))
    assert (found.start, found.end) == (start, end)
    assert (found.term.operator, found.term.date) == (operator, dt.date.fromisoformat(date))
    assert found.doubt is None


@pytest.mark.parametrize(
    ("phrase", "time", "date"),
    [
        pytest.param("trước 15 giờ 00, ngày 17/9/2026", dt.time(15), THE_17TH, id="hours in words"),
        pytest.param("trước 17h30 ngày 17/9/2026", dt.time(17, 30), THE_17TH, id="17h30"),
        pytest.param("trước 17g00 ngày 17/9/2026", dt.time(17), THE_17TH, id="17g00"),
        pytest.param("trước 15:30 ngày 17/9/2026", dt.time(15, 30), THE_17TH, id="15:30"),
        pytest.param("trước 5 giờ chiều ngày 17/9/2026", dt.time(17), THE_17TH, id="afternoon"),
        pytest.param("chậm nhất 16 giờ 30 phút, thứ Năm, ngày 17/9/2026", dt.time(16, 30), THE_17TH,
                     id="with the weekday"),
        pytest.param("trước ngày 17/9/2026 (trước 15 giờ 00)", dt.time(15), THE_17TH, id="hour after"),
        pytest.param("trước 24 giờ 00 ngày 17/9/2026", None, THE_17TH, id="the end of the day"),
        pytest.param("Trước 15 giờ 00 ngày 17/9", dt.time(15), None, id="no year"),
        pytest.param("trước 10h00'", dt.time(10), None, id="no day"),
    ],
)  # fmt: skip
def test_before_an_hour_is_by_that_day_and_hour(
    phrase: str, time: dt.time | None, date: dt.date | None
) -> None:
    term = only_term(f"Gửi về Văn phòng {phrase} để tổng hợp").term
    assert (term.phrase, term.operator, term.time, term.date) == (phrase, BY, time, date)


@pytest.mark.parametrize(
    ("phrase", "doubt", "proposed"),
    [
        pytest.param("trước ngày 15/12", Doubt.NO_YEAR, "2026-12-15", id="the next such day"),
        pytest.param("trước ngày 30/4", Doubt.NO_YEAR, "2027-04-30", id="the next such day is next year"),
        pytest.param("trước ngày 01/7", Doubt.NO_YEAR, "2026-07-01", id="the day of writing itself"),
        pytest.param("trước ngày 29/02", Doubt.NO_YEAR, "2028-02-29", id="the next leap year"),
        pytest.param("chậm nhất ngày 05 tháng 8", Doubt.NO_YEAR, "2026-08-05", id="spelled out"),
        pytest.param("trước ngày Quốc khánh", Doubt.NO_YEAR, "2026-09-02", id="a holiday without its date"),
        pytest.param("trước Tết Nguyên đán", Doubt.NO_DAY, None, id="a holiday of the moon"),
        pytest.param("trong tháng 8 và tháng 11/2026", Doubt.SEVERAL, None, id="months far apart"),
        pytest.param("trong Quý II, quý IV/2026", Doubt.SEVERAL, None, id="quarters far apart"),
        pytest.param("trong Quý III", Doubt.NO_YEAR, "2026-09-30", id="a quarter"),
        pytest.param("cuối tháng 8", Doubt.NO_YEAR, "2026-08-31", id="the end of a month"),
        pytest.param("trước tháng 3", Doubt.NO_YEAR, "2027-03-01", id="before a month"),
        pytest.param("6 tháng cuối năm", Doubt.NO_YEAR, "2026-12-31", id="half a year"),
        pytest.param("đến cuối năm", Doubt.NO_YEAR, "2026-12-31", id="the end of the year"),
        pytest.param("trước ngày 20", Doubt.NO_DAY, "2026-07-20", id="a day without its month"),
        pytest.param("trong tuần này", Doubt.NO_DAY, "2026-07-05", id="this week, to its Sunday"),
        pytest.param("trong tháng tới", Doubt.NO_DAY, "2026-08-31", id="next month"),
        pytest.param("trong quý này", Doubt.NO_DAY, "2026-09-30", id="this quarter"),
        pytest.param("trong năm nay", Doubt.NO_DAY, "2026-12-31", id="this year"),
        pytest.param("trước ngày 31/02/2027", Doubt.NO_SUCH_DAY, None, id="31 February"),
        pytest.param("trước ngày 31/4", Doubt.NO_SUCH_DAY, None, id="31 April of no year"),
        pytest.param("trước ngày 29/02/2027", Doubt.NO_SUCH_DAY, None, id="29 February of no leap year"),
        pytest.param("trước ngày 15/13/2026", Doubt.NO_SUCH_DAY, None, id="month 13"),
        pytest.param("trước ngày 10/9/2205", Doubt.NO_SUCH_DAY, None, id="a year mistyped"),
        pytest.param("trước 25 giờ ngày 05/8/2026", Doubt.NO_SUCH_DAY, "2026-08-05", id="hour 25"),
    ],
)  # fmt: skip
def test_what_is_left_open_is_a_doubt_with_a_proposal(
    phrase: str, doubt: Doubt, proposed: str | None
) -> None:
    found = only_term(f"Hoàn thành rà soát; {phrase}, gửi báo cáo.")
    assert (found.term.phrase, found.term.date, found.doubt) == (phrase, None, doubt)
    assert found.proposed == (dt.date.fromisoformat(proposed) if proposed else None)


def test_it_proposes_nothing_where_the_day_of_writing_is_unknown() -> None:
    found = only_term("Gửi báo cáo trước ngày 15/12.", written_on=None)
    assert (found.doubt, found.proposed) == (Doubt.NO_YEAR, None)


@pytest.mark.parametrize(
    ("phrase", "amount", "unit", "anchor"),
    [
        pytest.param("trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản này", 10, Unit.WORKING_DAY,
                     "ngày nhận được văn bản này", id="working days from receipt"),
        pytest.param("Trong thời gian 03 tháng kể từ ngày ban hành", 3, Unit.MONTH,
                     "ngày ban hành", id="months"),
        pytest.param("trong vòng 10 (mười) ngày, kể từ ngày nhận được Thông báo này", 10, Unit.DAY,
                     "ngày nhận được Thông báo này", id="in brackets"),
        pytest.param("trong thời hạn mười lăm ngày", 15, Unit.DAY, None, id="in words, no anchor"),
        pytest.param("trong vòng một tuần", 1, Unit.WEEK, None, id="a week"),
        pytest.param("trong thời hạn 01 quý tính từ ngày ký", 3, Unit.MONTH, "ngày ký", id="a quarter"),
        pytest.param("trong thời hạn 01 năm kể từ ngày ký", 12, Unit.MONTH, "ngày ký", id="a year"),
        pytest.param("chậm nhất sau 03 ngày làm việc kể từ khi kết thúc kiểm tra", 3, Unit.WORKING_DAY,
                     "khi kết thúc kiểm tra", id="at the latest after"),
        pytest.param("không quá 10 ngày kể từ ngày ký", 10, Unit.DAY, "ngày ký", id="not beyond"),
        pytest.param("sau 06 tháng kể từ ngày Quy chế có hiệu lực", 6, Unit.MONTH, "ngày Quy chế có hiệu lực",
                     id="after"),
        pytest.param("trong 03 ngày làm việc", 3, Unit.WORKING_DAY, None, id="working days need no anchor"),
    ],
)  # fmt: skip
def test_it_reads_a_count_and_the_event_it_starts_from(
    phrase: str, amount: int, unit: Unit, anchor: str | None
) -> None:
    term = only_term(f"{phrase}, gửi báo cáo về Văn phòng.").term
    assert (term.phrase, term.operator, term.date) == (phrase, Operator.WITHIN, None)
    assert (term.amount, term.unit, term.anchor, term.anchor_day) == (amount, unit, anchor, None)


def test_it_ends_an_anchor_before_what_is_to_be_done() -> None:
    term = only_term("Trong thời hạn 05 ngày kể từ ngày có kết luận Chi cục phải trả lời.").term
    assert term.anchor == "ngày có kết luận Chi cục"
    term = only_term(
        "Trong thời hạn 05 ngày kể từ ngày nhận được Thông báo này các phòng gửi danh sách."
    ).term
    assert term.anchor == "ngày nhận được Thông báo này"


@pytest.mark.parametrize(
    ("anchor", "anchor_day"),
    [
        pytest.param("ngày 05/8/2026", dt.date(2026, 8, 5), id="nothing but a date"),
        pytest.param("ngày 05.8.2026", dt.date(2026, 8, 5), id="a date with full stops"),
        pytest.param(
            "ngày nhận Công văn số 12 ngày 05/8/2026", None, id="the receipt, not the letter's date"
        ),
    ],
)
def test_it_knows_the_day_of_an_anchor_that_is_a_date(anchor: str, anchor_day: dt.date | None) -> None:
    term = only_term(f"Trả lời trong thời hạn 05 ngày kể từ {anchor}.").term
    assert (term.anchor, term.anchor_day) == (anchor, anchor_day)


def test_it_reads_a_count_back_from_an_event() -> None:
    term = only_term("Gửi tài liệu chậm nhất 05 ngày làm việc trước ngày họp giao ban.").term
    assert (term.operator, term.amount, term.unit) == (BEFORE, 5, Unit.WORKING_DAY)
    assert term.anchor == "ngày họp giao ban"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("Thường vụ Đảng uỷtrước ngày10/9/2026", "trước ngày10/9/2026", id="spaces lost"),
        pytest.param("gửi trước\nngày\n10/9/\n2026 để", "trước\nngày\n10/9/\n2026", id="hard wraps"),
        pytest.param(
            "gửi trước ngày\n\n- 3 -\n\n10/9/2026", "trước ngày\n\n- 3 -\n\n10/9/2026", id="page number"
        ),
        pytest.param("gửi trước\u00a0ngày 10/9/2026", "trước\u00a0ngày 10/9/2026", id="no-break space"),
        pytest.param("gửi trước ngày 10–9–2026", "trước ngày 10–9–2026", id="dashes"),
        pytest.param("GỬI TRƯỚC NGÀY 10/9/2026", "TRƯỚC NGÀY 10/9/2026", id="capitals"),
        pytest.param(
            "gửi trong Qúy III năm 2026", "trong Qúy III năm 2026", id="the tone on the other vowel"
        ),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_it_reads_damaged_text_and_quotes_it_as_it_is(text: str, phrase: str, form: str) -> None:
    text, phrase = unicodedata.normalize(form, text), unicodedata.normalize(form, phrase)  # type: ignore[arg-type]
    found = only_term(text)
    assert found.term.phrase == phrase
    assert found.term.date in {dt.date(2026, 9, 10), dt.date(2026, 9, 30)}


def test_it_does_not_read_across_paragraphs() -> None:
    assert find_terms("Các việc nêu trước\n\nNgày 10/9/2026, Chi cục họp.", WRITTEN_ON) == []


def test_it_finds_every_term_in_its_order() -> None:
    text = (
        "Lập danh sách trước ngày 15/7/2026; rà soát trong tháng 8/2026;\n"
        "- Báo cáo kết quả chậm nhất ngày 05/9/2026, trả lời trong vòng 03 ngày kể từ ngày nhận."
    )
    phrases = [found.term.phrase for found in find_terms(text, WRITTEN_ON)]
    assert phrases == [
        "trước ngày 15/7/2026",
        "trong tháng 8/2026",
        "chậm nhất ngày 05/9/2026",
        "trong vòng 03 ngày kể từ ngày nhận",
    ]


@pytest.mark.parametrize(
    ("sentence", "phrase", "operator", "anchor"),
    [
        pytest.param(
            "Báo cáo tại cuộc họp giao ban kế tiếp.",
            "tại cuộc họp giao ban kế tiếp",
            "by",
            "cuộc họp giao ban kế tiếp",
            id="a meeting to come",
        ),
        pytest.param(
            "Đề xuất trước kỳ họp tháng sau, không để chậm.",
            "trước kỳ họp tháng sau",
            "before",
            "kỳ họp tháng sau",
            id="before a meeting to come",
        ),
        pytest.param(
            "Tham gia ý kiến trước khi trình Lãnh đạo.",
            "trước khi trình Lãnh đạo",
            "before",
            "khi trình Lãnh đạo",
            id="before another obligation",
        ),
        pytest.param(
            "Hoàn thành theo thời gian nêu tại khoản 1.",
            "theo thời gian nêu tại khoản 1",
            "by",
            "khoản 1",
            id="as another paragraph says",
        ),
        pytest.param(
            "Báo cáo trước kỳ họp thường lệ cuối năm 2026.",
            "trước kỳ họp thường lệ cuối năm 2026",
            "before",
            "kỳ họp thường lệ cuối năm 2026",
            id="before a regular session",
        ),
        pytest.param(
            "Đối chiếu sổ, hoàn thành trước khi khóa sổ.",
            "trước khi khóa sổ",
            "before",
            "khi khóa sổ",
            id="finished before something else",
        ),
        pytest.param(
            "Lập sổ; thời gian hoàn thành như điểm 2.3.",
            "thời gian hoàn thành như điểm 2.3",
            "by",
            "điểm 2.3",
            id="like another point's",
        ),
    ],
)
def test_what_depends_on_something_else_has_no_date(
    sentence: str, phrase: str, operator: str, anchor: str
) -> None:
    (found,) = find_terms(sentence, dt.date(2026, 3, 1))
    term = found.term
    assert (term.phrase, term.operator, term.date, term.anchor) == (phrase, operator, None, anchor)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện theo thời hạn quy định tại khoản 2 Điều 30 Nghị định số 12/2024/NĐ-CP.",
        "Quá thời gian trên sẽ xử lý.",
        "Cho ý kiến tại cuộc họp ngày 12/8.",
        "Cân nhắc kỹ trước khi xây dựng nghị quyết.",
    ],
)
def test_laws_past_meetings_and_circumstances_are_no_terms(sentence: str) -> None:
    assert find_terms(sentence, dt.date(2026, 9, 1)) == []
