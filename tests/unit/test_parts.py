"""How an item is taken apart: each row an item as `part | part`, words in [brackets] join them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dondoc.reading.notice import read_text
from tiling import tiles

if TYPE_CHECKING:
    from dondoc.reading.result import Item, Part

HEAD = "1. Nhiệm vụ\n- "


def read(words: str) -> Item:
    (item,) = read_text(HEAD + words).items
    return item


def parts(words: str) -> tuple[Part, ...]:
    item = read(words)
    assert tiles(HEAD + words, item)
    return item.parts


def row(marked: str, *, id: str) -> object:  # noqa: A002 - as pytest.param calls it
    return pytest.param(marked, id=id)


@pytest.mark.parametrize(
    "marked",
    [
        row("Lập sổ kho.", id="one obligation is one part"),
        row("Lập sổ kho. | Sửa chữa cửa kho.", id="sentences"),
        row("Lập sổ kho; | sửa chữa cửa kho.", id="a semicolon"),
        row("Lập sổ kho[, đồng thời] | sửa chữa cửa kho.", id="joined by đồng thời"),
        row("Rà soát sổ kho[, trong đó] | cần làm rõ số thóc hỏng.", id="what is among it is ordered too"),
        row("Rà soát sổ kho, trong đó có sổ năm 2012.", id="what is among it is only named"),
        row("Rà soát sổ kho[, trên cơ sở đó] | thực hiện nghiêm nội quy kho.", id="on the basis of it"),
        row("[Trên cơ sở] rà soát sổ kho, | khẩn trương thay thế thủ kho.", id="what has to be done first"),
        row("Lập sổ kho, | phải bảo đảm đủ chữ ký.", id="a modal behind the comma"),
        row(
            "Phòng A phải lập sổ kho, | Phòng B có trách nhiệm sửa chữa cửa.",
            id="another body behind the comma",
        ),
        row("Lập sổ kho, | sau kiểm kê phải có biên bản.", id="something else must be"),
        row("Rà soát sổ kho, | đề nghị Phòng B sửa chữa cửa.", id="another opener with its body"),
        row("Sắp xếp kho thóc, | chủ động xử lý hàng hỏng.", id="another verb with its adverb"),
        row("Lập sổ kho, | báo cáo Giám đốc.", id="a report is a duty of its own"),
        row("Rà soát kho thóc, | xây dựng Kế hoạch sửa chữa.", id="a document to be made"),
        row("Nâng cao nề nếp kho, | bảo đảm mọi xe đều được ghi sổ.", id="a result that can be checked"),
        row("Tuyển đủ thủ kho còn thiếu | [và] thực hiện phân công từng ca trực.", id="two objects"),
        row("Sửa chữa cửa kho | (Phòng B cần cung cấp khóa mới cho các ca).", id="ordered in parentheses"),
        row("Sửa chữa cửa kho | (trường hợp có vướng mắc, báo cáo Giám đốc).", id="a case that may come"),
        row("Sửa chữa cửa kho (đây là việc đã chậm nhiều năm).", id="a remark in parentheses"),
    ],
)
def test_it_parts_obligations(marked: str) -> None:
    expected = [re.sub(r"\[[^]]*\]", "", each).strip(" ,;.()") for each in marked.split("|")]
    words = re.sub(r"[][|]", "", marked).replace("  ", " ").replace(" ,", ",")
    assert [part.text.strip(" )(") for part in parts(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Nâng cao tay nghề thủ kho, qua đó sớm phát hiện hàng hỏng.", id="a result"),
        pytest.param("Lập sổ kho để kịp thời xử lý hàng hỏng.", id="a purpose"),
        pytest.param("Rà soát, đối chiếu, xử lý hàng hỏng.", id="verbs that share an object"),
        pytest.param("Xử lý hàng hỏng, bảo đảm đúng hạn, đúng nội quy.", id="a manner"),
        pytest.param(
            "Phối hợp với Phòng B rà soát, báo cáo Giám đốc về hàng hỏng.", id="verbs behind a partner"
        ),
        pytest.param("Lập sổ kho; hoàn thành trước ngày 05/8/2026.", id="only by when"),
        pytest.param("Lập sổ kho. Hoàn thành trong tháng 8/2026.", id="only by when, in a sentence"),
        pytest.param("Rà soát kho thóc, kho gạo và kho muối.", id="a list of nouns"),
        pytest.param("Kiểm tra việc ghi sổ và xử lý hàng hỏng.", id="verbs that are the object"),
        pytest.param(
            "Dán nhãn “xếp gọn, chủ động xử lý” lên từng kho; kho thóc; kho gạo.", id="quoted words"
        ),
        pytest.param("Yêu cầu Phòng A; Phòng B lập sổ.", id="whom it asks on both sides of a mark"),
    ],
)
def test_it_leaves_together_what_is_one_obligation(words: str) -> None:
    assert len(parts(words)) == 1


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        pytest.param(
            "Giao Phòng A lập sổ kho; sửa chữa cửa.", ["Phòng A", "Phòng A"], id="carried over a semicolon"
        ),
        pytest.param(
            "Phòng A phải lập sổ, Phòng B phải sửa chữa cửa.", ["Phòng A", "Phòng B"], id="each its own"
        ),
        pytest.param(
            "Phòng B phải sửa chữa cửa. Lập sổ kho.",
            ["Phòng B", "Phòng B"],
            id="the item's, in a new sentence",
        ),
        pytest.param("Lập sổ kho; sửa chữa cửa.", ["", ""], id="nobody is named"),
        pytest.param(
            "Phòng A phải lập sổ kho (Phòng B cần cung cấp mẫu sổ cho Phòng A); sửa chữa cửa.",
            ["Phòng A", "Phòng B", "Phòng A"],
            id="an aside does not carry on",
        ),
    ],
)
def test_it_knows_who_leads_each_part(words: str, leads: list[str]) -> None:
    named = ["; ".join(lead.name for lead in part.leads) for part in parts(words)]
    assert named == leads


def test_a_part_holds_its_own_term_and_the_item_the_one_of_all() -> None:
    item = read("Lập sổ kho; báo cáo Giám đốc trước ngày 05/8/2026.")
    assert [part.term.phrase if part.term else None for part in item.parts] == [None, "trước ngày 05/8/2026"]
    assert item.term == item.parts[1].term


def test_a_part_asks_what_it_leaves_open() -> None:
    item = read("Phòng A lập sổ kho trước ngày 05/8; sửa chữa cửa trước ngày 05/8/2026; rà soát nội quy kho.")
    asked = [" ".join(map(str, part.questions)) for part in item.parts]
    assert ["chưa nêu năm" in asked[0], asked[1], "chưa ấn định thời hạn" in asked[2]] == [True, "", True]


def test_who_goes_on_behind_each_unit_are_the_units_themselves() -> None:
    item = read("Các đội thuộc kho cần nắm rõ. Từng đơn vị cần lập sổ, trong đó có việc kiểm kê kho.")
    assert [[lead.name for lead in part.leads] for part in item.parts] == [
        ["Các đội thuộc kho"],
        ["Từng đơn vị"],
        ["Các đội thuộc kho"],
    ]


def test_an_item_whose_parts_have_several_terms_has_none_itself() -> None:
    item = read("Lập sổ kho trước ngày 05/8/2026; sửa chữa cửa trước ngày 09/9/2026.")
    assert item.term is None
    assert [part.term.last_day.isoformat() for part in item.parts if part.term and part.term.last_day] == [
        "2026-08-04",
        "2026-09-08",
    ]
    assert "02 thời hạn" in str(item.questions[-1])


def test_two_days_without_a_year_are_two_terms() -> None:
    head = "Hà Nội, ngày 05 tháng 3 năm 2026\n\nTHÔNG BÁO\nKết luận\n"
    (item,) = read_text(f"{head}1. Phòng A báo cáo giữa năm (trước 15/6), cuối năm (trước 15/12).").items
    assert item.term is None


def test_each_part_has_its_kind_targets_references_and_cases() -> None:
    item = read(
        "Giải quyết vụ bà Lò Thị Sáu theo Luật Kho năm 2008; xử lý 100% hồ sơ; báo cáo về các vụ việc trên."
    )
    first, second, third = item.parts
    assert [(part.ref, part.kind) for part in item.parts] == [
        ("1.1a", "deliverable"),
        ("1.1b", "target"),
        ("1.1c", "deliverable"),
    ]
    assert [each.text for each in first.legal_refs] == ["Luật Kho năm 2008"]
    assert [each.value for each in second.targets] == [100]
    assert third.cases == first.cases != ()
    assert (second.cases, second.legal_refs) == ((), ())
