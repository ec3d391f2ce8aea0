"""Pieces of a paragraph read for themselves, and where the words stand by which people name them."""

from __future__ import annotations

import pytest

from dondoc.errors import BadInput
from dondoc.reading.pieces import Piece, read_pieces
from dondoc.reading.text import Text
from dondoc.reading.whereabouts import beginning, ending
from small_notice import NOTICE

TEXT = Text.of(NOTICE)
END = len(NOTICE)


def piece(begins: str, ends: str) -> Piece:
    start = beginning(TEXT, begins, 0, END)
    return Piece(start, ending(TEXT, ends, start, END))


@pytest.mark.parametrize(
    ("begins", "ends", "lead", "term"),
    [
        pytest.param(
            "Các Phòng", "15/7/2014", "Các Phòng chuyên môn thuộc Cục", "trước ngày 15/7/2014",
            id="a whole paragraph",
        ),
        pytest.param(
            "báo cáo kết quả", "15/7/2014", "Các Phòng chuyên môn thuộc Cục", "trước ngày 15/7/2014",
            id="whom the paragraph names in front",
        ),
        pytest.param(
            "Vụ Tổ chức cán bộ có trách nhiệm tham", "khi trình).", "Vụ Tổ chức cán bộ", "trước khi trình",
            id="whom it names itself",
        ),
        pytest.param("Việc lưu trữ", "còn chậm", "Cục Hải Phòng", None, id="no directive at all"),
        pytest.param("Kết luận của", "tại buổi", "Cục Hải Phòng", None, id="before any paragraph"),
    ],
)  # fmt: skip
def test_a_piece_states_what_its_words_state(begins: str, ends: str, lead: str, term: str | None) -> None:
    cut = piece(begins, ends)
    (read,) = read_pieces(NOTICE, [cut])
    assert (read.text, read.span) == (NOTICE[cut.start : cut.end], (cut.start, cut.end))
    assert [each.name for each in read.leads] == [lead]
    assert (read.term.phrase if read.term else None) == term


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("mở lớp  TẬP HUẤN", "mở lớp tập huấn", id="capitals and blanks do not count"),
        pytest.param("hoàn thành\nviệc bổ sung", "hoàn thành việc bổ sung", id="nor line ends"),
        pytest.param("thực hiện Thông báo này", "thực hiện Thông báo này.", id="a full stop belongs to it"),
        pytest.param("trước khi trình", "trước khi trình).", id="brackets too"),
        pytest.param("ha\u0300nh no\u0323\u0302i quy", "hành nội quy", id="marks written apart"),
    ],
)
def test_it_finds_words_as_people_write_them(words: str, found: str) -> None:
    start = beginning(TEXT, words, 0, END)
    assert NOTICE[start : ending(TEXT, words, 0, END)] == found


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param("", "do not stand there", id="none"),
        pytest.param("...", "do not stand there", id="only dots"),
        pytest.param("kho tàng", "do not stand there", id="of another document"),
        pytest.param("òng chuyên môn", "do not stand there", id="the end of a word"),
        pytest.param("Cục Hải Phòng", "more than once", id="in several places"),
    ],
)
def test_it_guesses_nothing(words: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        beginning(TEXT, words, 0, END)
