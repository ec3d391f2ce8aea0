"""What a digest says, line by line, in the reader's language."""

from __future__ import annotations

import datetime as dt

import pytest

from dondoc.rules.sentences import as_kept
from dondoc.services.wording import templates
from models import Audience, Language, NewsKind, TaskKind
from notifications.digest import Digest, Facts, Line, Part, Rendered, Section, parts_of, render

DAY = dt.date(2014, 5, 27)
LATE = Line(
    task_id=1,
    code="HP-2014-01.3.2.2b",
    kind=TaskKind.ITEM,
    title="Lập danh mục hồ sơ",
    facts=Facts(
        section=Section.LATE,
        due_on=dt.date(2014, 5, 22),
        working_days=3,
        unit="Phòng Nghiệp vụ, Cục THADS Hải Phòng",
        assignee="Mai Minh Vân",
        told=Audience.DEPARTMENT_HEAD,
        next_on=dt.date(2014, 5, 29),
        next_audience=Audience.SUPERVISOR,
    ),
)


def but(line: Line, **changes: object) -> Line:
    """Return the line with other facts."""
    return line._replace(facts=line.facts._replace(**changes))  # type: ignore[arg-type]


SOON = but(LATE, section=Section.DUE_SOON, due_on=dt.date(2014, 5, 30), working_days=3, told=None)
NEW = but(LATE, section=Section.NEW, due_on=dt.date(2014, 6, 6), news=NewsKind.GIVEN)
CLIMBED = but(LATE, section=Section.CLIMBED)


def said(*lines: Line, language: Language = Language.VI, total: int | None = None) -> Rendered:
    counts = {section: total or sum(line.facts.section is section for line in lines) for section in Section}
    digest = Digest("Nguyễn Văn Bình", language, DAY, parts_of(lines, counts))
    return render(digest, templates(digest.language))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        pytest.param(
            LATE,
            "Quá hạn 03 ngày làm việc (hạn 22/5/2014), đã được báo cáo Cục trưởng. "
            "Nếu chưa hoàn thành, ngày 29/5/2014 nhiệm vụ sẽ được báo cáo đơn vị theo dõi, đôn đốc.",
            id="late: how late, told whom, what comes",
        ),
        pytest.param(
            but(LATE, told=None, next_on=None),
            "Quá hạn 03 ngày làm việc (hạn 22/5/2014).",
            id="late, told nobody and nothing to come",
        ),
        pytest.param(SOON, "Hạn 30/5/2014, còn 03 ngày làm việc.", id="due soon"),
        pytest.param(but(SOON, due_on=DAY, working_days=0), "Đến hạn hôm nay, 27/5/2014.", id="due today"),
        pytest.param(
            but(SOON, due_on=DAY, due_time=dt.time(15), working_days=0),
            "Đến hạn hôm nay, 15 giờ 00 ngày 27/5/2014.",
            id="due today by an hour",
        ),
        pytest.param(
            but(LATE, due_time=dt.time(7, 30)),
            "Quá hạn 03 ngày làm việc (hạn 07 giờ 30 ngày 22/5/2014)",
            id="late for a term with an hour",
        ),
        pytest.param(
            but(SOON, due_on=dt.date(2014, 6, 1), working_days=0),
            "Hạn 01/6/2014 là ngày nghỉ; hôm nay là ngày làm việc cuối cùng trước hạn.",
            id="due on a Sunday, said on the last working day before",
        ),
        pytest.param(NEW, "Đồng chí được giao nhiệm vụ này; hạn hoàn thành 06/6/2014.", id="given"),
        pytest.param(
            but(NEW, due_on=None),
            "Đồng chí được giao nhiệm vụ này; chưa ấn định thời hạn.",
            id="given without a term: never a date",
        ),
        pytest.param(
            but(NEW, news=NewsKind.RETURNED, detail=as_kept("thiếu phụ lục")),
            "Trả lại, yêu cầu thực hiện lại: thiếu phụ lục",
            id="returned, with the reason",
        ),
        pytest.param(
            CLIMBED,
            "Đơn vị chủ trì: Phòng Nghiệp vụ, Cục THADS Hải Phòng; người phụ trách: Mai Minh Vân.",
            id="reported up: who owes it",
        ),
        pytest.param(
            but(CLIMBED, passed=True),
            "ở bậc dưới không có người nhận ngoài người phụ trách",
            id="reported up past an empty step, and said so",
        ),
        pytest.param(
            LATE._replace(kind=TaskKind.MAKE_PLAN, title="HP-2014-01"),
            "Xây dựng kế hoạch HP-2014-01",
            id="a duty of the process says what it is",
        ),
        pytest.param(
            but(LATE, section=Section.WAITING)._replace(kind=TaskKind.ACCEPTANCE, title="HP-2014-01.3.4.1a"),
            "Nghiệm thu hoặc trả lại kết quả thực hiện nhiệm vụ HP-2014-01.3.4.1a",
            id="waiting for a decision",
        ),
    ],
)
def test_it_says(line: Line, sentence: str) -> None:
    letter = said(line)
    assert sentence in letter.text
    assert sentence.split(": ", maxsplit=1)[0] in letter.html


def test_it_says_the_same_in_english() -> None:
    assert (
        "Overdue by 3 working days (due 22 May 2014), reported to the head of the provincial department."
        in (said(LATE, language=Language.EN).text)
    )
    by_hour = said(but(SOON, due_on=DAY, due_time=dt.time(15)), language=Language.EN)
    assert "Due today, 15:00 on 27 May 2014." in by_hour.text
    assert said(LATE, language=Language.EN).subject == "Daily digest 27 May 2014: 1 overdue"


def test_its_subject_counts_each_section() -> None:
    letter = said(LATE, SOON)
    assert letter.subject.endswith("27/5/2014: 01 nhiệm vụ quá hạn, 01 nhiệm vụ sắp đến hạn")


def test_it_counts_what_it_does_not_show() -> None:
    assert "và 07 nhiệm vụ khác" in said(LATE, total=8).text


def test_it_addresses_the_reader_as_an_official_does() -> None:
    letter = said(LATE)
    assert letter.text.startswith("Kính gửi đồng chí Nguyễn Văn Bình,")
    assert "bạn" not in letter.text.replace("bản", "")


def test_a_title_cannot_bring_markup_into_the_page() -> None:
    returned = but(NEW, news=NewsKind.RETURNED, detail=as_kept("<b>"))
    letter = said(returned._replace(title="<script>alert(1)</script>"))
    assert "<script>" not in letter.html
    assert "<b>" not in letter.html
    assert "&lt;script&gt;" in letter.html


def test_a_part_knows_how_many_it_leaves_out() -> None:
    assert Part(Section.LATE, (LATE,), 12).more == 11
