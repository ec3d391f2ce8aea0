"""What an order asks to be handed in: each row a phrase, the documents it means, and why."""

from __future__ import annotations

import pytest

from dondoc.reading.outputs import outputs
from dondoc.reading.text import Span, Text


@pytest.mark.parametrize(
    ("words", "made"),
    [
        pytest.param("Lập danh sách kho dột.", ["danh sách kho dột"], id="a document to be made"),
        pytest.param("Xây dựng kế hoạch, lộ trình sửa kho.", ["kế hoạch", "lộ trình sửa kho"], id="a list"),
        pytest.param("Kiểm kê kho, báo cáo Giám đốc.", ["báo cáo"], id="to report to a body is a report"),
        pytest.param("Kịp thời báo cáo, xin ý kiến Cục.", ["báo cáo"], id="to ask for an opinion too"),
        pytest.param(
            "Báo cáo kết quả thực hiện về Sở.", ["Báo cáo kết quả thực hiện"], id="a report of something"
        ),
        pytest.param("Gửi báo cáo về Sở.", ["báo cáo"], id="a report that is sent"),
        pytest.param("Bố trí lịch để nghe thủ kho.", ["lịch"], id="a schedule"),
        pytest.param("Niêm yết lịch trực kho; khóa cửa.", ["lịch trực kho"], id="a schedule on the board"),
        pytest.param("Khóa kho theo báo cáo của Phòng A.", [], id="a report that is there already"),
        pytest.param("Thực hiện chế độ báo cáo.", [], id="reporting in general"),
        pytest.param("Nộp hồ sơ theo báo cáo số 5.", ["hồ sơ"], id="a report by its number"),
        pytest.param("Khóa kho, giữ chìa.", [], id="nothing on paper"),
    ],
)
def test_it_finds_what_is_to_be_handed_in(words: str, made: list[str]) -> None:
    text = Text.of(words)
    assert [text.words(each) for each in outputs(text, (Span(0, len(text.folded)),))] == made
