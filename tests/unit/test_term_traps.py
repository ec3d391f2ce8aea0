"""Dates that are no terms, phrases given by themselves, and what must hold for any text."""

import contextlib
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.errors import BadInput
from dondoc.reading.dates import Doubt
from dondoc.reading.terms import find_terms, read_phrase, read_term
from dondoc.rules.terms import Operator, Unit

WRITTEN_ON = dt.date(2026, 7, 1)
NOTICES = Path(__file__).parents[3] / "shared" / "notices"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Ngày 22 tháng 6 năm 2026, Cục đã họp giao ban quý.", id="the meeting's day"),
        pytest.param("Cao Bằng, ngày 03 tháng 7 năm 2026", id="the day of issue"),
        pytest.param("Cao Bằng, ngày      tháng 7 năm 2026", id="the day of issue left blank"),
        pytest.param("Căn cứ Quyết định số 12/QĐ-THA ngày 05/8/2026 của Cục trưởng.", id="a cited document"),
        pytest.param("Tờ trình số 31/TTr-THA\nngày 20/8/2026 về kinh phí.", id="a cited document, wrapped"),
        pytest.param("Kế hoạch giai đoạn 2026-2030 và tầm nhìn đến năm 2045.", id="a period of years"),
        pytest.param(
            "Đối với các nhiệm vụ được giao trong năm 2026, rà soát kỹ.", id="when a task was given"
        ),
        pytest.param("Chiến lược phát triển đến năm 2030.", id="a horizon"),
        pytest.param("Báo cáo kết quả thực hiện các việc trong năm 2026 về Sở.", id="over which it reports"),
        pytest.param("Báo cáo 02 lần/ngày (trước 9h00 và 16h00) về kho.", id="twice a day"),
        pytest.param(
            "Đối với các nhiệm vụ triển khai trong năm 2026, các phòng bố trí kinh phí.", id="of which tasks"
        ),
        pytest.param("Kết quả 7 tháng đầu năm 2026 tăng.", id="seven months so far"),
        pytest.param("Trong 6 tháng đầu năm, toàn tỉnh thụ lý nhiều việc.", id="the half year so far"),
        pytest.param("Nhiệm vụ trọng tâm 3 tháng cuối năm 2026.", id="a period as the subject"),
        pytest.param("Chuẩn bị ứng phó thiên tai những tháng cuối năm.", id="the last months of the year"),
        pytest.param("Án tồn từ năm 2006 đến năm 2010.", id="since a year"),
        pytest.param("Phân loại án tồn từ năm 2006.", id="from a year on"),
        pytest.param("Chưa điều chỉnh tăng giá trong Quý IV năm 2026.", id="a time in which not to act"),
        pytest.param("Xem xét không kiểm tra kho trong năm 2026.", id="a year to be spared"),
        pytest.param("Kỷ niệm 80 năm Ngày Truyền thống 19/7/2026.", id="an anniversary"),
        pytest.param("Ngày 15/6/2026, báo cáo của Cục nêu 12 việc.", id="a bare day that is past"),
        pytest.param("Ngày 15/8/2026, Cục tổ chức hội nghị.", id="a bare day on which something happens"),
        pytest.param("Điều chuyển vốn giải ngân dưới 30% đến hết ngày 30/9/2026.", id="a figure's day"),
        pytest.param("Nêu tại cuộc họp tháng 5/2026.", id="the meeting of a month that is over"),
        pytest.param("Hằng ngày báo cáo trước 16 giờ 30.", id="an hour of every day"),
        pytest.param("Buổi tập huấn lúc 9 giờ ngày 21/7/2026.", id="the hour of an event"),
        pytest.param("Thời gian: 08 giờ 00, ngày 20/7/2026. Địa điểm: Hội trường.", id="an invitation"),
        pytest.param("Buổi lễ ngắn gọn, kết thúc trước 9h30'.", id="the hour an event ends"),
        pytest.param("Đại biểu có mặt trước 7 giờ 30.", id="the hour to be there"),
        pytest.param("Chuẩn bị nội dung cho kỳ họp trong tháng 9/2026.", id="an event to be prepared"),
        pytest.param("Phục vụ hội nghị diễn ra trong ngày 15/8/2026.", id="an event that takes place"),
        pytest.param("Tính đến ngày 31/7/2026, còn 120 việc.", id="the day of the figures"),
        pytest.param("Thời điểm lấy số liệu báo cáo đến hết ngày 31/7/2026.", id="the cut-off of figures"),
        pytest.param("Số liệu từ ngày 15/7/2026 đến ngày 14/8/2026.", id="the period of the figures"),
        pytest.param("Quyết định có hiệu lực từ ngày 01/8/2026 đến ngày 31/12/2026.", id="in force from to"),
        pytest.param("Nghỉ Tết từ ngày 14/02/2027 đến ngày 20/02/2027.", id="holidays"),
        pytest.param("Các việc thụ lý trước ngày 01/10/2026.", id="accepted before"),
        pytest.param("Các việc phát sinh trước ngày 01/10/2026.", id="arisen before"),
        pytest.param("Rà soát các việc tồn trước ngày 01/10/2013.", id="long past"),
        pytest.param("Đến ngày 31/5/2026, toàn tỉnh thi hành xong 50%.", id="a result of the past"),
        pytest.param("Trong tháng 7/2026, các Chi cục đã ra 50 quyết định.", id="a result of this month"),
        pytest.param("Báo cáo trước ngày 20 hàng tháng.", id="every month"),
        pytest.param("Báo cáo trước ngày 15/12 hằng năm.", id="every year"),
        pytest.param("Báo cáo chậm nhất ngày 25/3, 25/6, 25/9 và 25/12 hằng năm.", id="days of every year"),
        pytest.param("Định kỳ hằng quý, báo cáo trước ngày 25/12.", id="every quarter"),
        pytest.param("Báo cáo trước 17 giờ hằng ngày.", id="every day"),
        pytest.param("Báo cáo trước 16h00 thứ Sáu hằng tuần.", id="a weekday of every week"),
        pytest.param("Gửi bản tin trước 05 giờ, 11 giờ và 17 giờ hằng ngày.", id="hours of every day"),
        pytest.param("Ra quyết định đúng thời hạn, theo quy định.", id="as the law has it"),
        pytest.param(
            "Trước mắt, khẩn trương, kịp thời giải quyết dứt điểm trong thời gian sớm nhất.", id="urgency"
        ),
        pytest.param("Trong thời gian 5 năm qua, kết quả tăng dần.", id="years gone by"),
        pytest.param("Trong 02 năm gần đây, án tăng.", id="recent years"),
        pytest.param("Lập tiến độ theo tuần, tháng đến hết năm 2026.", id="period by period"),
        pytest.param("Trả lời trong vòng 1-2 ngày.", id="a range of days is no count"),
        pytest.param("Giúp các dự án có kế hoạch hoàn thành năm 2026.", id="when things are planned to end"),
        pytest.param("Ưu tiên tuyến trong danh mục hoàn thành 5.000 km vào năm 2030.", id="what a list has"),
        pytest.param("Xây dựng kịch bản tăng trưởng từ nay đến hết năm 2026.", id="what is foreseen"),
        pytest.param(
            "Lấy sổ kho làm tiêu chí đánh giá cán bộ trong năm 2026.", id="the time people are rated"
        ),
        pytest.param("Phổ biến các luật mới ban hành trong năm 2026.", id="when a law was issued"),
    ],
)
def test_it_leaves_out_what_is_no_term(sentence: str) -> None:
    assert find_terms(sentence, WRITTEN_ON) == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Giải quyết tồn tại, hạn chế trước ngày 30/9/2026.", id="shortcomings, to be put right"),
        pytest.param("Chuẩn bị lễ tân, hoàn thành ngày 16/11/2026.", id="prepared, and done by then"),
        pytest.param("Thực hiện trong tháng 8/2026.", id="to be carried out in a month"),
        pytest.param("Xây dựng kế hoạch trong tháng 8/2026.", id="a plan to be made in a month"),
        pytest.param("Tổ chức hội nghị sơ kết trong tháng 8/2026.", id="an event to be held"),
        pytest.param(
            "Chuẩn bị nội dung kỳ họp, báo cáo trong ngày 05/8/2026.", id="preparation with its own term"
        ),
        pytest.param("Thực hiện nội dung đã nêu trước ngày 30/9/2026.", id="what was said, to be done by"),
        pytest.param("Đối chiếu số liệu trong tháng 8/2026.", id="figures to be checked"),
        pytest.param(
            "Trong tháng 8/2026, đơn vị đã được giao phải xong.", id="what was given out, to be done"
        ),
        pytest.param("Khởi công công trình trước ngày 30/9/2026.", id="a start that is ordered"),
        pytest.param("Đến ngày 30/9/2026, thi hành xong 80% số việc.", id="a result that is ordered"),
        pytest.param(
            "Gửi báo cáo trước ngày 20/6/2026.", id="a term that passed before the notice was signed"
        ),
    ],
)
def test_it_keeps_a_term_beside_words_of_a_trap(sentence: str) -> None:
    assert len(find_terms(sentence, WRITTEN_ON)) == 1


@pytest.mark.parametrize(
    ("file", "phrases"),
    [
        pytest.param(
            "hai-phong-2014-05-09.txt",
            ["trước ngày 23/5/2014", "trước khi trình Lãnh đạo Tổng cục"],
            id="one dated term",
        ),
        pytest.param(
            "hdnd-tphcm-giao-ban-2026.txt", ["tại cuộc họp giao ban thường kỳ tiếp theo"], id="events only"
        ),
        pytest.param("cong-dien-46-2026.txt", [], id="urgency only"),
        pytest.param(
            "binh-thuan-gia-han-2025.txt",
            ["chậm nhất đến ngày 30/9/2025", "theo thời gian tại khoản 1 Công văn này"],
            id="an extension",
        ),
        pytest.param("vpcp-cv3722-2026.txt", ["trước ngày 10 tháng 5 năm 2026"], id="spelled out"),
        pytest.param(
            "cong-hai-tb05-2025.txt", ["trước ngày 10/9/2025", "trước ngày 15/9/2025"], id="lost spaces"
        ),
    ],
)
def test_it_reads_the_terms_of_real_notices_and_no_other_date(file: str, phrases: list[str]) -> None:
    if not NOTICES.is_dir():
        pytest.skip("the real notices are not beside this repository")
    text = (NOTICES / file).read_text(encoding="utf-8")
    assert [found.term.phrase for found in find_terms(text)] == phrases


@pytest.mark.parametrize(
    ("phrase", "operator", "date"),
    [
        pytest.param("23/5/2014", Operator.BY, "2014-05-23", id="a plain date"),
        pytest.param("2014-05-23", Operator.BY, "2014-05-23", id="ISO 8601"),
        pytest.param("ngày 23 tháng 5 năm 2014", Operator.BY, "2014-05-23", id="a plain date, spelled out"),
        pytest.param("tháng 8/2026", Operator.BY, "2026-08-31", id="a plain period"),
        pytest.param(
            " Trước ngày 23/5/2014. ", Operator.BEFORE, "2014-05-23", id="spaces and a full stop around"
        ),
        pytest.param("hoàn thành trước ngày 23/5/2014", Operator.BEFORE, "2014-05-23", id="with its verb"),
        pytest.param("trước ngày 05/01/2026", Operator.BEFORE, "2026-01-05", id="a term"),
        pytest.param("trong Quý III năm 2026", Operator.BY, "2026-09-30", id="a period"),
    ],
)
def test_it_reads_a_phrase_given_by_itself(phrase: str, operator: Operator, date: str) -> None:
    term = read_term(phrase)
    assert (term.operator, term.date) == (operator, dt.date.fromisoformat(date))
    assert term.phrase in phrase


def test_it_reads_a_count_and_a_doubt_given_by_themselves() -> None:
    counted = read_term("trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản này")
    assert (counted.amount, counted.unit, counted.anchor) == (
        10,
        Unit.WORKING_DAY,
        "ngày nhận được văn bản này",
    )
    doubtful = read_phrase("trước ngày 15/12", dt.date(2026, 7, 1))
    assert (doubtful.doubt, doubtful.proposed) == (Doubt.NO_YEAR, dt.date(2026, 12, 15))


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        pytest.param("", "trước ngày 23/5/2014", id="nothing"),
        pytest.param("khẩn trương", "trước ngày 23/5/2014", id="urgency"),
        pytest.param("trước ngày 23/5/2014 nếu có thể", "not understood", id="more than a term"),
        pytest.param("hằng quý", "not understood", id="a recurrence"),
        pytest.param("trước ngày 31/02/2026", "no such day", id="a day there is not"),
        pytest.param("2026-02-31", "no such day", id="a day there is not, ISO 8601"),
        pytest.param("31/4", "no such day", id="a day of no year there is not"),
    ],
)
def test_it_refuses_a_phrase_that_is_no_term(phrase: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_term(phrase)


PIECES = (
    "trước|ngày|chậm nhất|trong|tháng|năm|quý|III|đến|từ|giờ|kể từ|thời hạn|làm việc|hằng|(|)|/|-|.|,|:"
    "|\n|\n\n| |5|31|02|8|2026|15/12|05/8/2026|10h00'|mùng|Quốc khánh|cuối|6|thứ Sáu|này"
    "|này,|\u0300|\u200b|đã|lễ"
)
WORDS = st.sampled_from(PIECES.split("|"))
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS).map("".join)
)


@given(TEXTS, st.none() | st.dates())
def test_any_text_gets_an_answer_and_every_span_quotes_it(text: str, written_on: dt.date | None) -> None:
    ends = 0
    for found in find_terms(text, written_on):
        assert text[found.start : found.end] == found.term.phrase
        assert ends <= found.start < found.end
        assert (found.term.date is None) or found.doubt is None
        ends = found.end


@given(TEXTS)
def test_any_phrase_gets_an_answer_or_a_refusal(phrase: str) -> None:
    with contextlib.suppress(BadInput):
        assert read_term(phrase).phrase in phrase


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "piece", ["\n", " ", " \n", "1\n", "trước ", "lễ", "a", "1 ", "tháng 8, ", "ngày ", "(", "đã a "]
)
def test_a_long_monotonous_text_is_read_in_time(piece: str) -> None:
    # a pattern that tries every way to part such a text needs hours
    find_terms("trước ngày lễ " + piece * (50_000 // len(piece)), WRITTEN_ON)
