"""Which names a list of bodies holds: each row with its reason."""

from __future__ import annotations

import pytest

from owners_in import owners_in


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param(
            "Giao các bộ: Y tế, Công an, Giáo dục và Đào tạo rà soát.",
            ["Y tế", "Công an", "Giáo dục và Đào tạo"],
            id="a list with one noun",
        ),
        pytest.param(
            "Giao đồng chí Lò Văn Tám, Phó Cục trưởng trực tiếp xử lý.",
            ["đồng chí Lò Văn Tám, Phó Cục trưởng"],
            id="a person with a post is one",
        ),
        pytest.param(
            "Chánh Văn phòng; Chủ tịch Ủy ban nhân dân các huyện, thành phố và các cơ quan, đơn vị phải ký.",
            ["Chánh Văn phòng", "Chủ tịch Ủy ban nhân dân các huyện, thành phố", "các cơ quan, đơn vị"],
            id="a list with pairs that stay together",
        ),
        pytest.param(
            "Chánh Văn phòng; Giám đốc các Sở: Y tế, Tài chính; Chủ tịch các xã chịu trách nhiệm thi hành.",
            ["Chánh Văn phòng", "Giám đốc các Sở: Y tế, Tài chính", "Chủ tịch các xã"],
            id="posts that share a noun, in a list",
        ),
        pytest.param("UBND các xã, thị trấn lập sổ.", ["UBND các xã, thị trấn"], id="xã, thị trấn"),
        pytest.param("Thủ trưởng các Vụ, Cục lập sổ.", ["Thủ trưởng các Vụ, Cục"], id="a pair"),
        pytest.param(
            "Thanh tra Bộ, Thanh tra các Bộ, ngành lập sổ.",
            ["Thanh tra Bộ", "Thanh tra các Bộ, ngành"],
            id="inspectorates",
        ),
        pytest.param(
            "Đề nghị các Đại sứ quán các nước: Lào, Thái Lan cử người dự.",
            ["các Đại sứ quán các nước: Lào, Thái Lan"],
            id="countries",
        ),
        pytest.param(
            "Thủ trưởng các Vụ, Cục, đơn vị thuộc Bộ lập sổ.",
            ["Thủ trưởng các Vụ, Cục, đơn vị thuộc Bộ"],
            id="nouns that share a plural",
        ),
        pytest.param("Các cấp, ngành chủ động giữ kho.", ["Các cấp, ngành"], id="levels and branches"),
        pytest.param(
            "Giao các Sở Tài chính, Xây dựng và Y tế lập sổ.",
            ["các Sở Tài chính", "Xây dựng", "Y tế"],
            id="a shared noun without a colon",
        ),
        pytest.param("Các Sở: Y tế; Tài chính lập sổ.", ["Y tế", "Tài chính"], id="a shared noun, no opener"),
        pytest.param(
            "Trung tâm Dữ liệu, Lưu trữ và Tin học cung cấp số liệu.",
            ["Trung tâm Dữ liệu, Lưu trữ và Tin học"],
            id="a capital behind the comma goes on with the name",
        ),
        pytest.param(
            "Giao UBND xã, phường, đặc khu giữ kho.", ["UBND xã, phường, đặc khu"], id="levels are one name"
        ),
        pytest.param(
            "Yêu cầu từng cán bộ, viên chức, người lao động, các chủ đầu tư giữ kho.",
            ["từng cán bộ, viên chức, người lao động", "các chủ đầu tư"],
            id="sorts of staff are one name",
        ),
        pytest.param(
            "Ủy ban nhân dân thành phố Lạc Thủy, thành phố Đông Ngàn, các tỉnh Nam Bãi, Tây Hà lập sổ.",
            ["Ủy ban nhân dân thành phố Lạc Thủy", "thành phố Đông Ngàn", "các tỉnh Nam Bãi", "Tây Hà"],
            id="places of one level are several",
        ),
        pytest.param(
            "UBND phường Văn Kho, tỉnh Tây Hà lập sổ.",
            ["UBND phường Văn Kho, tỉnh Tây Hà"],
            id="where a place lies",
        ),
        pytest.param(
            "Các Bộ, cơ quan: Tài chính, Y tế lập sổ.",
            ["Tài chính", "Y tế"],
            id="two nouns that are shared",
        ),
        pytest.param(
            "Chủ tịch các tỉnh, thành phố trực thuộc Trung ương: Nam Bãi, Tây Hà lập sổ.",
            ["Chủ tịch các tỉnh, thành phố trực thuộc Trung ương: Nam Bãi, Tây Hà"],
            id="under whom those of a list stand",
        ),
        pytest.param(
            "Yêu cầu các bộ, cơ quan, nhất là TKV cần lập sổ.",
            ["các bộ, cơ quan", "TKV"],
            id="initials that stand out of a list",
        ),
        pytest.param(
            "Bộ trưởng các Bộ: Quốc phòng, Công an lập sổ.",
            ["Bộ trưởng các Bộ: Quốc phòng, Công an"],
            id="a ministry called as a body is",
        ),
        pytest.param(
            "Bộ trưởng các Bộ: Xây dựng, Công Thương lập sổ.",
            ["Bộ trưởng các Bộ: Xây dựng, Công Thương"],
            id="a ministry called as a deed is",
        ),
        pytest.param(
            "Giao Giám đốc các Tập đoàn, Tổng công ty, đơn vị liên quan lập sổ.",
            ["Giám đốc các Tập đoàn, Tổng công ty, đơn vị liên quan"],
            id="companies that share a post",
        ),
        pytest.param(
            "Các xã, nhất là xã Nam Bãi phải lập sổ.", ["Các xã", "xã Nam Bãi"], id="a place out of a list"
        ),
        pytest.param(
            "Các sở, ngành, cơ quan liên quan lập sổ.",
            ["Các sở, ngành, cơ quan liên quan"],
            id="bodies that are concerned",
        ),
        pytest.param(
            "Yêu cầu các đồng chí bí thư tỉnh ủy, thành ủy lập sổ.",
            ["các đồng chí bí thư tỉnh ủy, thành ủy"],
            id="committees that share a post",
        ),
        pytest.param(
            "Giao Văn phòng Sở (Tổ một cửa) và Phòng A lập sổ.",
            ["Văn phòng Sở", "Phòng A"],
            id="behind an aside",
        ),
        pytest.param(
            "Giao Phòng A, ACV lập sổ.",
            ["Phòng A", "ACV"],
            id="initials of a body, last in a list",
        ),
        pytest.param(
            "Các phòng, cơ quan liên quan và các Tập đoàn: Kho Vận, Bến Cảng lập sổ.",
            ["Các phòng, cơ quan liên quan", "Kho Vận", "Bến Cảng"],
            id="a noun with a list of its own behind other names",
        ),
        pytest.param(
            "Các Tập đoàn Kho Vận, Bến Cảng lập sổ.",
            ["Các Tập đoàn Kho Vận", "Bến Cảng"],
            id="companies that share a noun",
        ),
        pytest.param(
            "Ngân hàng Kho huyện, Bavibank chi nhánh xã lập sổ.",
            ["Ngân hàng Kho huyện", "Bavibank chi nhánh xã"],
            id="a name without a noun behind a whole one",
        ),
        pytest.param(
            "UBND các huyện, Nam Bãi lập sổ.", ["UBND các huyện, Nam Bãi"], id="a list of places goes on"
        ),
        pytest.param(
            "Ban Giữ kho các huyện, thị, thành giữ sổ.",
            ["Ban Giữ kho các huyện, thị, thành"],
            id="places written short",
        ),
        pytest.param(
            "Chủ tịch các tỉnh, TP; Phòng A lập sổ.",
            ["Chủ tịch các tỉnh, TP", "Phòng A"],
            id="a city written short",
        ),
        pytest.param(
            "Giao các Bộ: Lao động-Thương binh và Xã hội, Y tế lập sổ.",
            ["Lao động-Thương binh và Xã hội", "Y tế"],
            id="a dash without blanks",
        ),
        pytest.param("Các chi, đảng bộ nộp sổ.", ["Các chi, đảng bộ"], id="what shares the end of a word"),
        pytest.param("Cơ quan phối hợp phải báo cáo Sở.", ["Cơ quan phối hợp"], id="by its part in it"),
        pytest.param("Đội Kho hoàn toàn chịu trách nhiệm về sổ.", ["Đội Kho"], id="how it is bound"),
        pytest.param("Trường hợp đề nghị Phòng A sửa kho, Phòng B nêu rõ lý do.", ["Phòng B"], id="if asked"),
        pytest.param(
            "Các cơ quan thông tin, truyền thông lập sổ.",
            ["Các cơ quan thông tin, truyền thông"],
            id="two works of theirs",
        ),
        pytest.param(
            "Đề nghị các tổ chức cung cấp dịch vụ chi trả lập sổ.",
            ["các tổ chức cung cấp dịch vụ chi trả"],
            id="which service they give",
        ),
        pytest.param(
            "Trung tâm Kho và Ngân hàng số lập sổ.",
            ["Trung tâm Kho và Ngân hàng số"],
            id="a bank that is no body, in a name",
        ),
        pytest.param("Các nhà máy thủy điện xả lũ từ từ.", ["Các nhà máy thủy điện"], id="a verb of its own"),
        pytest.param(
            "Cơ quan chủ trì soạn thảo cung cấp sổ.",
            ["Cơ quan chủ trì soạn thảo"],
            id="by its part",
        ),
        pytest.param(
            "Đội Kho hợp tác với Hội Bến mở lớp giữ kho.",
            ["Đội Kho"],
            id="with whom it works",
        ),
        pytest.param(
            "Giao TS. Lò Văn Tám, Trưởng phòng A lập sổ.",
            ["TS. Lò Văn Tám, Trưởng phòng A"],
            id="a scholar with the post",
        ),
        pytest.param(
            "Ban Chỉ huy PCTT và TKCN xã, Phòng A lập sổ.",
            ["Ban Chỉ huy PCTT và TKCN xã", "Phòng A"],
            id="initials of matters within a name",
        ),
        pytest.param(
            "Giao Giám đốc, Thủ trưởng các sở lập sổ.",
            ["Giám đốc, Thủ trưởng các sở"],
            id="posts that share those they are of",
        ),
        pytest.param(
            "Giao Sở Nông nghiệp và PTNT, Sở KH và ĐT lập sổ.",
            ["Sở Nông nghiệp và PTNT", "Sở KH và ĐT"],
            id="initials behind a conjunction go on with a name",
        ),
        pytest.param(
            "Giao các Sở: Y tế, Nội vụ; UBND các huyện, thị xã Bến Kho và thành phố Gò Kho lập sổ.",
            ["Y tế", "Nội vụ", "UBND các huyện, thị xã Bến Kho và thành phố Gò Kho"],
            id="places of one body in a list",
        ),
    ],
)
def test_it_takes_a_list_apart(words: str, names: list[str]) -> None:
    assert owners_in(words)[0] == names
