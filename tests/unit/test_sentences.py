"""What is kept of a sentence can be said again in either language."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from dondoc.reading.questions import IS_IT_THIS_YEAR, NO_TERM, SEVERAL_TERMS, WHO
from dondoc.rules.sentences import Sentence, on_weekday, sentence_of
from dondoc.rules.terms import Unit, number_of
from dondoc.services.acceptance import MOVED
from dondoc.services.rederive import MORE
from dondoc.services.rederive import MOVED as DAYS_OFF

DAY = dt.date(2014, 5, 4)


@pytest.mark.parametrize(
    ("sentence", "vietnamese", "english"),
    [
        pytest.param(Sentence(NO_TERM), "chưa ấn định thời hạn", "sets no term", id="nothing named"),
        pytest.param(
            Sentence(WHO, said="“Phòng A”"), "“Phòng A” chưa rõ", "by “Phòng A” is", id="words quoted"
        ),
        pytest.param(
            Sentence(IS_IT_THIS_YEAR, phrase="trước ngày 20/4", day=dt.date(2015, 4, 20)),
            "có phải ngày 20/4/2015 không",
            "is it 2015-04-20?",
            id="a day is written as each language writes it",
        ),
        pytest.param(
            Sentence(SEVERAL_TERMS, number=2, phrases="“trước 100%”; “sau”"),
            "có 02 thời hạn (“trước 100%”",
            "has 2 terms (“trước 100%”",
            id="a count, and words with a sign that formats use",
        ),
        pytest.param(
            Sentence(MOVED, old=DAY, new=DAY, count=number_of(1, Unit.WORKING_DAY)),
            "do xem xét chậm 01 ngày làm việc",
            "as the decision came 1 working day late",
            id="a sentence in a sentence",
        ),
        pytest.param(
            Sentence(DAYS_OFF, old=DAY, new=DAY, days=[on_weekday(DAY), Sentence(MORE, count=2)]),
            "(04/5/2014 (Chủ nhật); và 02 ngày khác)",
            "(2014-05-04 (Sunday); and 2 more days)",
            id="a list of them",
        ),
    ],
)
def test_a_column_gives_it_back_in_both_languages(sentence: Sentence, vietnamese: str, english: str) -> None:
    back = sentence_of(json.loads(json.dumps(sentence.plain())))
    assert back == sentence
    assert vietnamese in str(back)
    assert english in back.said("en")


def test_a_line_from_before_stands_as_it_was_kept() -> None:
    assert sentence_of("Đã hỏi 100%").said("en") == "Đã hỏi 100%"
