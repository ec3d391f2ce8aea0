"""A title in capitals among articles orders nothing."""

from __future__ import annotations

from dondoc.reading.notice import read_text

HEAD = "SỞ KHO BÃI\nSố: 12/QĐ-SKB\nQUYẾT ĐỊNH\nVề việc giữ kho\nQUYẾT ĐỊNH:\n"


def test_the_title_of_a_chapter_is_no_item() -> None:
    rule = "Điều 5. Giữ kho\n1. Phòng A có trách nhiệm:\na) Lập sổ kho.\nb) Sửa cửa kho.\n"
    items = read_text(
        f"{HEAD}{rule}Chương II\n\nXỬ LÝ VI PHẠM VÀ TỔ CHỨC THỰC HIỆN\nĐiều 6. Phòng B lập sổ.\n"
    ).items
    assert not [item.ref for item in items if item.text.isupper()]
