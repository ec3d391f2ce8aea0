"""Whom a heading or a label names as the owner of what stands under it: each row with its reason."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text

PLAN = "SỞ KHO BÃI\nSố: 12/KH-SKB\nKẾ HOẠCH\nTổ chức hội kho năm 2026\nV. TỔ CHỨC THỰC HIỆN\n"


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        pytest.param("1. Phòng A\n- Sửa kho.", ["Phòng A"], id="nothing but a name"),
        pytest.param("1. Phòng A và Phòng B.\n- Sửa kho.", ["Phòng A", "Phòng B"], id="ends with a stop"),
        pytest.param(
            "1. UBND các phường: Đông Ngàn, Tây Hà và UBND xã Nam Bãi.\n- Sửa kho.",
            ["UBND các phường: Đông Ngàn, Tây Hà", "UBND xã Nam Bãi"],
            id="a list with a noun of its own",
        ),
        pytest.param("1. Mời Đại sứ quán Lào\n- Cử người dự.", ["Đại sứ quán Lào"], id="a guest"),
        pytest.param(
            "1. Khai mạc hội kho\n- Địa điểm thực hiện: Quảng trường Đông Ngàn.\n- Đơn vị chủ trì: Phòng A.",
            ["Phòng A"],
            id="where it is done is no owner",
        ),
        pytest.param(
            "1. Khai mạc hội kho\n- Thời gian thực hiện: từ quý II.\n- Thực hiện: Phòng A.",
            ["Phòng A"],
            id="when it is done is no owner",
        ),
    ],
)
def test_it_finds_the_owner_above(body: str, leads: list[str]) -> None:
    (item,) = read_text(PLAN + body).items
    assert [" ".join(lead.name.split()) for lead in item.leads] == leads
