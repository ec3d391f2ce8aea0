"""Documents of which only the beginning came: cut off, they are refused; without an ending, that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.cli.main import run
from dondoc.errors import BadInput
from dondoc.reading.notice import read_file, read_text

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """THÔNG BÁO

Ngày 05/8/2026, lãnh đạo Cục họp với Chi cục A. Tham dự buổi họp có đồng chí Đỗ Văn B, Trưởng phòng.

Giao Chi cục A khóa kho trước ngày 10/8/2026; báo cáo Cục kết quả khóa kho.

Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def saved(folder: Path, words: str) -> Path:
    file = folder / "notice.txt"
    file.write_text(words, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "end",
    [
        pytest.param("họp với Chi", id="inside a sentence"),
        pytest.param("Đỗ Văn B, Trưởng", id="inside a sentence that tells of somebody"),
        pytest.param("khóa kho trước ngày 10/8/2026;", id="between two halves of an order"),
    ],
)
def test_a_document_cut_off_is_refused(tmp_path: Path, end: str) -> None:
    with pytest.raises(BadInput, match=r"notice\.txt is cut off"):
        read_file(saved(tmp_path, WHOLE[: WHOLE.index(end) + len(end)]))


@pytest.mark.parametrize(
    ("end", "said"),
    [
        pytest.param("kết quả khóa kho.", True, id="cut at the end of a sentence"),
        pytest.param("- Lưu: VT.\n", False, id="whole"),
    ],
)
def test_it_says_when_the_usual_ending_is_missing(
    tmp_path: Path, end: str, said: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    file = saved(tmp_path, WHOLE[: WHOLE.index(end) + len(end)])
    assert run(["read", str(file)]) == 0
    assert ("không có nơi nhận và chữ ký" in capsys.readouterr().err) == said


def test_who_attends_a_meeting_is_not_ordered() -> None:
    assert [item.text for item in read_text(WHOLE[: WHOLE.index("Giao")]).items] == []


@pytest.mark.parametrize("code", ["latin-1", "cp1252"])
def test_a_text_saved_again_after_its_utf_8_was_misread_is_refused(tmp_path: Path, code: str) -> None:
    misread = WHOLE.encode().decode(code, errors="replace")
    with pytest.raises(BadInput, match="saved in a wrong code"):
        read_file(saved(tmp_path, misread))
