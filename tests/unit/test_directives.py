"""What orders and what does not, and whom an order names."""

from __future__ import annotations

import pytest

from dondoc.reading.directives import agrees, orders
from dondoc.reading.order import Force
from dondoc.reading.text import Span, Text


def whole(words: str) -> tuple[Text, Span]:
    text = Text.of(words)
    return text, Span(0, len(text.folded))


def force_of(words: str) -> Force | None:
    return max((order.force for order in orders(*whole(words))), default=None)


@pytest.mark.parametrize(
    ("words", "force"),
    [
        pytest.param("Giao Phòng Hành chính lập sổ theo dõi.", Force.STRONG, id="giao and a body"),
        pytest.param("Yêu cầu các Chi cục nộp lại hồ sơ.", Force.STRONG, id="yêu cầu and a body"),
        pytest.param("Đồng thời, đề nghị Sở Nội vụ cho ý kiến.", Force.STRONG, id="đề nghị behind a link"),
        pytest.param("Phân công đồng chí Lò Văn Tám trực kho.", Force.STRONG, id="a person"),
        pytest.param("Nghiêm cấm mang hồ sơ ra khỏi cơ quan.", Force.STRONG, id="a prohibition"),
        pytest.param("Chi cục cần sắp xếp lại kho.", Force.MODAL, id="cần"),
        pytest.param("Mọi hồ sơ phải được đánh số.", Force.MODAL, id="passive, nobody named"),
        pytest.param("Kế toán trưởng có trách nhiệm đối chiếu sổ.", Force.MODAL, id="có trách nhiệm"),
        pytest.param("Cán bộ không được tự ý sửa sổ.", Force.MODAL, id="không được with a subject"),
        pytest.param("Văn phòng rà soát danh mục hồ sơ.", Force.NAMED, id="a body and a verb"),
        pytest.param("Tổng cục sẽ bổ sung máy quét.", Force.NAMED, id="a promise"),
        pytest.param(
            "Kết quả gửi về Sở trước ngày 05/3/2026.", Force.MODAL, id="what is to be sent by a day"
        ),
        pytest.param("Hằng quý, Phòng Kế toán gửi bảng kê.", Force.NAMED, id="behind how often"),
        pytest.param("Không giao chìa khóa cho người lạ.", Force.BARE, id="a plain prohibition"),
        pytest.param("Sáu tháng một lần, tổ chức kiểm kê.", Force.BARE, id="behind how often"),
        pytest.param("Cơ quan thường trực (Phòng A) lập sổ.", Force.NAMED, id="behind another name"),
        pytest.param("Tổ chức hội thảo về kho.", Force.BARE, id="tổ chức as a verb"),
        pytest.param("Phòng A trực Tết theo lịch.", Force.NAMED, id="trực as a verb"),
        pytest.param(
            "Phòng A, trong phạm vi chức năng, nhiệm vụ được giao, lập sổ.", Force.NAMED, id="by competence"
        ),
        pytest.param("Khẩn trương sửa kho vật chứng.", Force.BARE, id="a bare imperative"),
        pytest.param("Trên cơ sở kiểm kê, lập danh sách thanh lý.", Force.BARE, id="behind a circumstance"),
        pytest.param("Đềnghịcác Chi cục gửi báo cáo.", Force.STRONG, id="spaces lost in a PDF's text"),
    ],
)
def test_it_tells_how_plainly_words_order(words: str, force: Force) -> None:
    assert force_of(words) == force


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Số tiền phải thi hành tăng gấp đôi.", id="phải thi hành is what is owed"),
        pytest.param("Tổng cục phải là chỗ dựa của địa phương.", id="phải là says what it is"),
        pytest.param("Kho mới rất cần thiết.", id="cần thiết is an adjective"),
        pytest.param("Những vấn đề cần quan tâm gồm nhân sự và kho.", id="cần inside a noun's clause"),
        pytest.param("Kết quả chưa đáp ứng yêu cầu, còn chậm.", id="yêu cầu as a noun"),
        pytest.param("Cuộc họp giao ban bắt đầu lúc 8 giờ.", id="giao ban is a meeting"),
        pytest.param("Bộ đã giao Cục làm chủ đầu tư từ năm trước.", id="already given"),
        pytest.param("Kết quả gửi về Sở còn sơ sài.", id="what was sent"),
        pytest.param("Theo đề nghị của Sở Nội vụ, hồ sơ được bổ sung.", id="a request cited"),
        pytest.param("Chi cục đã nộp đủ báo cáo.", id="done already"),
        pytest.param("Tổng cục kính gửi Cục lịch công tác.", id="sending is no order"),
        pytest.param("Chủ tịch yêu cầu:", id="who speaks is nobody who acts"),
        pytest.param("Phát triển kho số là định hướng lâu dài.", id="what a matter is said to be"),
    ],
)
def test_it_leaves_alone_what_only_looks_like_an_order(words: str) -> None:
    assert force_of(words) is None


@pytest.mark.parametrize(
    "words",
    ["Cơ bản nhất trí với tờ trình.", "Hội nghị thống nhất chủ trương sửa kho.", "Hoan nghênh đơn vị."],
)
def test_it_tells_agreement_from_orders(words: str) -> None:
    assert agrees(*whole(words))


def test_what_is_issued_with_another_document_agrees_to_nothing() -> None:
    words = "Theo quy chế ban hành kèm theo Quyết định số 6, Văn phòng đề nghị Phòng A lập sổ."
    assert not agrees(*whole(words))
