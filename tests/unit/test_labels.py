"""What lines beside a task say of who leads it and who helps: each row with its reason."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text

TASK = "SỞ KHO BÃI\nSố: 12/KH-SKB\nKẾ HOẠCH\nHội kho\nV. TỔ CHỨC THỰC HIỆN\n1. Sửa sổ kho.\n"
WHEN = "\n- Thời gian: Quý II/2026."


@pytest.mark.parametrize(
    ("labels", "leads", "helpers"),
    [
        pytest.param(
            "- Đơn vị đầu mối: Phòng A\n- Đơn vị tham gia: Phòng B", ["Phòng A"], ["Phòng B"], id="takes part"
        ),
        pytest.param(
            "- Cơ quan tham mưu: Phòng A\n- Cơ quan liên quan: Phòng B",
            ["Phòng A"],
            ["Phòng B"],
            id="is concerned",
        ),
        pytest.param(
            "- Cơ quan, đơn vị chủ trì: Phòng A\n- Cơ quan, đơn vị phối hợp: Phòng B",
            ["Phòng A"],
            ["Phòng B"],
            id="two nouns in a label",
        ),
        pytest.param(
            "- Trách nhiệm thực hiện: Phòng A (chủ trì); Phòng B (phối hợp).",
            ["Phòng A"],
            ["Phòng B"],
            id="their parts stand behind them",
        ),
        pytest.param("- Giao cho: Phòng A\n- Cùng phối hợp: Phòng B", ["Phòng A"], ["Phòng B"], id="given"),
        pytest.param(
            "- Đơn vị chủ trì soạn thảo: Phòng A\n- Đơn vị phối hợp soạn thảo: Phòng B",
            ["Phòng A"],
            ["Phòng B"],
            id="who drafts a paper; the noun of a label helps nobody",
        ),
        pytest.param("- Cơ quan phát ngôn: Phòng A", ["Phòng A"], [], id="names under words no list knows"),
        pytest.param("- Thành phần: Phòng A.", [], [], id="who comes is no owner"),
        pytest.param("- Địa điểm: Văn phòng Sở.", [], [], id="where it is is no owner"),
    ],
)
def test_it_reads_the_lines_beside_a_task(labels: str, leads: list[str], helpers: list[str]) -> None:
    (item,) = read_text(TASK + labels + WHEN).items
    assert [lead.name for lead in item.leads] == leads
    assert [helper.name for helper in item.coordinators] == helpers


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("Ngày trình: 20/6/2026", id="the day it is handed in"),
        pytest.param("Trách nhiệm: Phòng A.", id="nothing but a duty"),
        pytest.param("- Đơn vị tổ chức: Phòng A lập sổ; xong trước 20/6/2026.", id="who holds it, and what"),
    ],
)
def test_one_line_alone_is_a_label(label: str) -> None:
    (item,) = read_text(TASK + label).items
    assert item.ref == "1"


def test_a_list_under_a_noun_is_no_label_where_no_line_says_so() -> None:
    items = read_text(TASK + "- Các đơn vị trực thuộc: Phòng A lập sổ.\n- Phòng B sửa kho.").items
    assert [lead.name for lead in items[-1].leads] == ["Phòng B"]
