"""Whom owners mean that are only pointed back to: each row a document, its last item's owners, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.reading.notice import read_text

if TYPE_CHECKING:
    from dondoc.reading.result import Item


def last(body: str) -> Item:
    return read_text(f"THÔNG BÁO\nKết luận của Giám đốc\nGiám đốc kết luận:\n{body}\n").items[-1]


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        pytest.param(
            "1. Phòng A lập sổ.\n2. Phòng B kiểm kê kho.\n3. Các phòng nêu trên báo cáo Giám đốc.",
            ["Phòng A", "Phòng B"],
            id="several: all above",
        ),
        pytest.param(
            "1. Phòng A lập sổ.\n2. Phòng B, Phòng C kiểm kê kho.\n3. Hai đơn vị trên báo cáo Giám đốc.",
            ["Phòng B", "Phòng C"],
            id="several: those named together",
        ),
        pytest.param(
            "1. Phòng A lập sổ.\n2. Phòng B kiểm kê kho.\n3. Đơn vị này báo cáo Giám đốc.",
            ["Phòng B"],
            id="one: the nearest",
        ),
        pytest.param(
            "1. Về kho\n- Phòng A lập sổ.\n2. Về xe\n- Phòng B kiểm tra xe.\n- Cơ quan nêu trên lập sổ.",
            ["Phòng B"],
            id="a bullet looks in its section",
        ),
        pytest.param("1. Các đơn vị trên báo cáo Giám đốc.", ["Các đơn vị trên"], id="nobody above"),
        pytest.param(
            "1. Chấp thuận đề nghị của Công ty Kho Vận. Giao Công ty này sửa kho.",
            ["Công ty Kho Vận"],
            id="one: who asked for it",
        ),
        pytest.param(
            "1. Phòng B lập sổ.\n2. Đối với Phòng A, Sở yêu cầu đơn vị này sửa kho.",
            ["Phòng A"],
            id="one: whom it is about",
        ),
    ],
)
def test_it_finds_whom_an_owner_means_and_asks(body: str, leads: list[str]) -> None:
    item = last(body)
    assert [lead.name for lead in item.leads] == leads
    assert str(item.questions[0]).startswith("Đơn vị được giao “")
    assert ("có đúng không" in str(item.questions[0])) == (not leads[0].endswith("trên"))


def test_a_part_means_those_named_in_front_of_it() -> None:
    item = last("1. Giao Phòng A phối hợp với Phòng B lập sổ; các phòng trên báo cáo Giám đốc.")
    assert [[lead.name for lead in part.leads] for part in item.parts] == [
        ["Phòng A"],
        ["Phòng A", "Phòng B"],
    ]
    assert "“Phòng A”, “Phòng B”" in str(item.parts[1].questions[0])


@pytest.mark.parametrize(
    ("addressed", "leads"),
    [
        pytest.param("Kính gửi: Trưởng các kho", ["Trưởng các kho"], id="to whom a letter is addressed"),
        pytest.param("Kính gửi:\n- Kho A;\n- Kho B.", ["các đồng chí"], id="several: a person is asked"),
    ],
)
def test_who_is_spoken_to_is_asked_about(addressed: str, leads: list[str]) -> None:
    (item,) = read_text(f"Số: 12/SKB-VP\n{addressed}\nSở yêu cầu các đồng chí thực hiện:\n- Lập sổ.\n").items
    assert [lead.name for lead in item.leads] == leads
    assert "“các đồng chí”" in str(item.questions[0])
