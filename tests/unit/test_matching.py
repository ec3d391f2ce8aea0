"""Which item of a corrected document is which of the one before."""

from __future__ import annotations

import pytest

from dondoc.rules.matching import Passage, pair

REVIEW = "Rà soát quy chế làm việc của cơ quan và ban hành trước khi hết quý"
REVIEW_REWORDED = "Rà soát quy chế làm việc của cơ quan và ban hành trước ngày 30 tháng 6"
TRAIN = "Mở lớp bồi dưỡng nghiệp vụ cho chấp hành viên mới bổ nhiệm"
INSPECT = "Kiểm tra kho vật chứng tại các đơn vị trực thuộc mỗi quý một lần"


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        pytest.param([("1", REVIEW)], [("1", REVIEW)], {0: 0}, id="the same"),
        pytest.param([("1", REVIEW)], [("1", f" {REVIEW}\n")], {0: 0}, id="blanks do not count"),
        pytest.param(
            [("1", REVIEW), ("2", TRAIN)],
            [("1", INSPECT), ("2", REVIEW), ("3", TRAIN)],
            {1: 0, 2: 1},
            id="an insertion shifts references",
        ),
        pytest.param(
            [("1", REVIEW), ("2", TRAIN)], [("1", TRAIN)], {0: 1}, id="a withdrawal shifts them back"
        ),
        pytest.param(
            [("1", REVIEW), ("2", TRAIN)],
            [("1", INSPECT), ("2", REVIEW_REWORDED)],
            {1: 0},
            id="reworded and moved",
        ),
        pytest.param([("1", REVIEW)], [("1", TRAIN)], {0: 0}, id="replaced under its reference"),
        pytest.param([("1", REVIEW)], [("2", TRAIN)], {}, id="another text elsewhere is another item"),
        pytest.param([("1", TRAIN), ("2", TRAIN)], [("1", TRAIN), ("2", TRAIN)], {0: 0, 1: 1}, id="twins"),
        pytest.param([], [("1", TRAIN)], {}, id="nothing before"),
    ],
)
def test_it_pairs(old: list[tuple[str, str]], new: list[tuple[str, str]], pairs: dict[int, int]) -> None:
    assert pair([Passage.of(*each) for each in old], [Passage.of(*each) for each in new]) == pairs
