"""A whole document: what it says of itself, what is inherited, what is left for a person."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from dondoc.errors import Refused
from dondoc.reading.notice import read_text
from dondoc.reading.result import Item, Signer

NOTICE = """TỔNG CỤC HẬU CẦN
Số: 12/TB-TCHC
Hà Nội, ngày 05 tháng 3 năm 2015

THÔNG BÁO
Kết luận tại buổi làm việc với Lãnh đạo Cục Hậu cần tỉnh Lạc Thủy

Ngày 02/3/2015, Tổng cục trưởng đã chủ trì buổi làm việc và kết luận như sau:

1. Kết quả, tồn tại
Tỷ lệ sửa xong đạt 61,5% (toàn Ngành 70,2%), đứng thứ 40/63. Kho còn dột; Cục cần được giúp đỡ.

2. Nhiệm vụ, giải pháp
2.1. Về công tác kho
Lãnh đạo Cục Hậu cần tỉnh Lạc Thủy cần tập trung cao độ, trước mắt làm các việc sau đây:
- Lập Kế hoạch sửa kho, trình Tổng cục trưởng trước ngày 20/4.
- Giao Phòng Vật tư thường xuyên kiểm tra kho theo Thông tư 09/2012/TT-BHC.
- Sửa xong ít nhất 12 gian trong thời hạn 30 ngày kể từ ngày được cấp kinh phí.
2.2. Các đơn vị thuộc Tổng cục có trách nhiệm hướng dẫn Cục Hậu cần tỉnh Lạc Thủy.

Trên đây là kết luận của Tổng cục trưởng; Tổng cục Hậu cần thông báo để các đơn vị thực hiện./.

Nơi nhận:
- Bộ trưởng (để b/c);
- Cục Hậu cần tỉnh Lạc Thủy (để t/h);
- Sở Tài chính, Kho bạc Nhà nước tỉnh (để p/h);
- Lưu: VT.

TL. TỔNG CỤC TRƯỞNG
CHÁNH VĂN PHÒNG
(đã ký)
Lò Văn Tám
"""


def items() -> dict[str, Item]:
    return {item.ref: item for item in read_text(NOTICE).items}


def test_it_reads_what_a_notice_says_of_itself() -> None:
    document = read_text(NOTICE).document
    assert (document.kind, document.number) == ("conclusion", "12/TB-TCHC")
    assert (document.date, document.meeting_date) == (dt.date(2015, 3, 5), dt.date(2015, 3, 2))
    assert document.issuer == "Tổng cục Hậu cần"
    assert document.subject == "Cục Hậu cần tỉnh Lạc Thủy"
    assert document.signer == Signer("Lò Văn Tám", "CHÁNH VĂN PHÒNG", "TL.")


def test_it_reads_recipients_one_by_one() -> None:
    recipients = [(each.name, each.purpose) for each in read_text(NOTICE).recipients]
    assert recipients == [
        ("Bộ trưởng", "report"),
        ("Cục Hậu cần tỉnh Lạc Thủy", "execute"),
        ("Sở Tài chính", "coordinate"),
        ("Kho bạc Nhà nước tỉnh", "coordinate"),
        ("VT", "archive"),
    ]


def test_bullets_inherit_owner_urgency_and_field() -> None:
    plan = items()["2.1.1"]
    assert [each.name for each in plan.leads] == ["Lãnh đạo Cục Hậu cần tỉnh Lạc Thủy"]
    assert plan.leads[0].span[0] < plan.span[0]
    assert plan.urgency is not None
    assert (plan.urgency.text, plan.field) == ("trước mắt", "kho")


def test_a_bullet_that_names_its_owner_keeps_it() -> None:
    assert [each.name for each in items()["2.1.2"].leads] == ["Phòng Vật tư"]


def test_it_tells_the_four_kinds() -> None:
    kinds = {ref: item.kind for ref, item in items().items()}
    assert kinds == {
        "2.1.0": "standing",
        "2.1.1": "deliverable",
        "2.1.2": "standing",
        "2.1.3": "target",
        "2.2": "authority",
    }


def test_it_quotes_outputs_targets_and_references() -> None:
    read = items()
    assert [each.text for each in read["2.1.1"].outputs] == ["Kế hoạch sửa kho"]
    assert [(each.value, each.unit) for each in read["2.1.3"].targets] == [(12, "gian")]
    assert [each.text for each in read["2.1.2"].legal_refs] == ["Thông tư 09/2012/TT-BHC"]


def test_it_asks_a_person_what_is_not_stated() -> None:
    read = items()
    assert read["2.1.1"].term is not None
    assert read["2.1.1"].term.date is None
    assert [str(asked) for asked in read["2.1.1"].questions] == [
        "Thời hạn “trước ngày 20/4” chưa nêu năm; đề nghị xác nhận: có phải ngày 20/4/2015 không.",
    ]
    assert "kể từ ngày được cấp kinh phí” tính từ một mốc chưa rõ ngày" in str(read["2.1.3"].questions[0])
    assert [str(asked) for asked in read["2.2"].questions] == [
        "Văn bản chưa ấn định thời hạn cho nội dung này; đề nghị xác định thời hạn hoàn thành.",
    ]


def test_it_lists_an_order_that_stands_among_findings() -> None:
    reading = read_text(NOTICE)
    assert [words.text for words in reading.unread] == ["Kho còn dột; Cục cần được giúp đỡ."]
    (figure,) = reading.findings[0].figures
    assert (figure.value, figure.compared_with, figure.rank, figure.of) == (61.5, 70.2, 40, 63)


@pytest.mark.parametrize(
    ("where", "order"),
    [
        pytest.param("1. Kết quả", "Đề nghị Cục mang sổ theo.", id="in the head"),
        pytest.param("Trên đây", "Tổng cục cần được báo cáo ngay.", id="at the end of the last section"),
        pytest.param(
            "Nơi nhận", "Trên đây là kết luận, yêu cầu Cục thực hiện./.", id="in the closing formula"
        ),
    ],
)
def test_no_order_is_lost_wherever_it_stands(where: str, order: str) -> None:
    reading = read_text(NOTICE.replace(where, f"{order}\n\n{where}", 1))
    said = [words.text for words in reading.unread] + [item.text for item in reading.items]
    assert order in said


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Tổng cục", "authority"),
        ("Văn phòng Tổng cục", "authority"),
        ("Các đơn vị thuộc Tổng cục", "authority"),
        ("Cục Hậu cần tỉnh Lạc Thủy", "deliverable"),
        ("Đội ngũ cán bộ", "deliverable"),
    ],
)
def test_what_the_issuer_owes_is_the_authoritys(lead: str, kind: str) -> None:
    words = NOTICE.replace("- Lập Kế hoạch sửa kho", f"- {lead} phải lập Kế hoạch sửa kho")
    assert next(item for item in read_text(words).items if item.ref == "2.1.1").kind == kind


def test_the_same_text_gives_the_same_reading() -> None:
    assert read_text(NOTICE) == read_text(NOTICE)


@pytest.mark.parametrize(
    "words", ["Lịch trực Tết của cơ quan.", "BÁO CÁO\n1. Kết quả\n- Tổ chức 12 hội nghị.\n- Lập 03 sổ."]
)
def test_a_document_that_orders_nothing_gives_no_items(words: str) -> None:
    assert read_text(words).to_json()["items"] == []


@pytest.mark.parametrize("mark", ["MẬT", "Tối mật", "(TUYỆT MẬT)", "Độ mật: Mật"])
def test_it_refuses_a_secret_document(mark: str) -> None:
    with pytest.raises(Refused, match="secret documents are not read"):
        read_text(f"{mark}\n{NOTICE}")


def test_the_word_alone_makes_no_document_secret() -> None:
    assert read_text(NOTICE.replace("Kho còn dột", "Mật độ kho còn thấp")).items


def test_json_has_every_key_and_null_where_nothing_is_stated() -> None:
    plain = read_text("1. Lập sổ.").to_json()
    assert json.loads(json.dumps(plain)) == plain
    assert list(plain) == ["document", "recipients", "findings", "items", "unread", "references"]
    assert plain["document"]["signer"] is plain["document"]["date"] is None
    (item,) = plain["items"]
    assert (item["term"], item["urgency"], item["span"]) == (None, None, [3, 10])
    (part,) = item["parts"]
    assert list(part) == list(item)[:-1]
    assert (part["ref"], part["span"]) == ("1a", [3, 9])


def test_nhu_tren_stands_for_those_addressed() -> None:
    words = "Kính gửi:\n- Cục A;\n- Cục B.\n\nGiao Cục A lập sổ.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    assert [each.name for each in read_text(words).recipients] == ["Cục A", "Cục B", "VT"]


@pytest.mark.parametrize("mark", ["¹", "[1]"])
def test_the_mark_of_a_footnote_is_no_part_of_the_words_in_front_of_it(mark: str) -> None:
    words = f"1. Giao Phòng Kho{mark} lập sổ trước{mark} ngày 05/8/2026{mark}."
    (item,) = read_text(words).items
    assert [lead.name for lead in item.leads] == ["Phòng Kho"]
    assert item.term is not None
    assert item.term.last_day == dt.date(2026, 8, 4)


def test_a_footnote_that_orders_is_not_lost() -> None:
    note = "Giao Phòng Kho nộp sổ cho Phòng Kế toán."
    read = read_text(f"1. Giao Phòng Kho¹ lập sổ.\nNơi nhận:\n- Lưu: VT.\n\n¹ {note}\n")
    assert [each.text for each in read.unread] == [note]
