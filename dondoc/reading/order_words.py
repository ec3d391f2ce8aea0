"""The words around an order that say whether it is one, and of whom."""

from __future__ import annotations

import re

from dondoc.reading.text import END, phrases, spell

AGREES = re.compile(
    spell(
        r"(?P<before>[^.;:,]{0,60} )??(?:cơ bản (?:thống nhất|nhất trí|đồng ý)|nhất trí|đồng ý|"
        r"thống nhất (?:với|chủ trương|về)|ghi nhận|hoan nghênh|đánh giá cao|biểu dương|"
        r"ban hành kèm theo(?= [^.;:,]{2,60} này))(?!\w)"
    )
)
PAPER = (
    "(?:công văn|văn bản|thông báo|công điện|chỉ thị|kế hoạch|quyết định|tờ trình|luật|nghị định|nghị quyết"
    "|thông tư)"
)
TOLD = re.compile(
    spell(
        rf"(?:đã|từng)(?: có| ban hành| ký| gửi| nhiều lần)* {PAPER}[^.;]*$"
        rf"|ngày \d[^.;:]{{4,120}}? (?:ban hành|có|ký|gửi) {PAPER} số [^.;]*$"
    )
)
"""What an earlier document asked for is told here, not ordered."""
WROTE = re.compile(spell(rf"ngày \d[^.;:]{{4,120}}? (?:ban hành|có|ký|gửi) {PAPER} số "))
"""Who wrote that earlier document, and when."""
DECREES = re.compile(
    spell(
        r"(?:tại )?(?:(?:bộ )?luật|nghị định|nghị quyết|hiến pháp|quyết định|thông tư|pháp lệnh)"
        r"(?! này)(?!\w)"
    )
)
"""What a law or decree gives to somebody is told here: "Nghị định số 6 giao Bộ A thành lập …"."""
OWN_STAFF = re.compile(
    spell(
        r"(?:phân công|giao)(?: nhiệm vụ| trách nhiệm)*(?: cho)? (?:cán bộ|công chức|viên chức|lãnh đạo"
        r"|chuyên viên|nhân viên"
        r"|thẩm phán|kiểm sát viên|chấp hành viên|điều tra viên|thẩm tra viên|giáo viên|đảng viên|hội viên"
        r"|người(?! đứng đầu| đại diện))"
        r"(?! (?:cục|chi cục|sở|phòng|ban|vụ|văn phòng|bộ|ủy ban|trung tâm)(?!\w))"
    )
)
"""What a body is to give to people of its own: it stays the owner."""
VALUED = re.compile(
    spell(
        r"(?!xác định|coi|xem|lấy|nhận thức|quán triệt)[^.,;:()]{3,120} là (?:một |những |các )?"
        r"(?:nhiệm vụ|trách nhiệm|yêu cầu|giải pháp|chủ trương|mục tiêu|khâu|điều kiện|vấn đề|định hướng"
        r"|đòn bẩy|yếu tố|nền tảng|quá trình|trụ cột|động lực|tiền đề|xu thế)(?!\w)"
        r"[^;:]*$"
    )
)
"""What a sentence only says the worth of: "Giữ kho là nhiệm vụ trọng tâm."."""
DONE = re.compile(
    spell(
        r"(?:thực hiện|triển khai) (?:nhiệm vụ|chức năng|chủ trương|(?:ý kiến |sự )?chỉ đạo|ý kiến|kế hoạch"
        r"|chương trình|nghị quyết|quyết định|công văn)[^.;,]{0,160}, (?P<who>[^.;,]{2,120}) đã "
    )
)
"""What somebody did on that ground: "Thực hiện nhiệm vụ được giao, Sở A đã lập sổ."."""
PART = re.compile(
    spell(
        r"(?:là (?:cơ quan |đơn vị |bộ phận )?(?:đầu mối|thường trực|chủ trì)[^.,;:]{0,60},"
        r"|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm),?) "
    )
)
"""Which part somebody has, or how often, in front of what it does: "Phòng A là đầu mối, lập sổ"."""
BOUND = phrases("(?:có|chịu) trách nhiệm", "có nhiệm vụ")
SORT = "(?:sở|ban|ngành|bộ|cơ quan|đơn vị|tổ chức|cá nhân|cơ sở|doanh nghiệp|địa phương)"
GENERIC = re.compile(spell(rf"(?:(?:các|những|mỗi|từng) )?{SORT}(?:(?:,| và) {SORT})*"))
"""Bodies that are told by nothing but their sort: "các sở, ngành"."""
ASSIGNED = re.compile(spell(r"được (?:giao|phân công)(?: (?:nhiệm vụ|trách nhiệm))? "))
"""Who is given a task, "Phòng A được giao lập sổ"; of several it says which are meant."""
SEVERAL = re.compile(spell(r"(?:các|những|từng|mỗi) "))
NOT = re.compile(spell("không "))
ALIAS = re.compile(
    r"\s*+\([^()]{2,200}\)|,\s++" + spell(r"(?:sau đây )?(?:gọi|viết)(?: tắt| chung)* là [^.,;:()]{2,60},")
)
"""Who else a body is, behind its name: "Cơ quan thường trực (Chi cục A) tổng hợp …"."""
LABELS = re.compile(r"(?:\s++\w++){0,3}\s*+:")
"""Behind a verb that only names what stands behind the colon: "Chủ trì: Phòng A"."""
NAMELESS = re.compile(spell("cơ quan|đơn vị|tổ chức|cá nhân|bộ phận|địa phương"))
FINDS = re.compile(spell(r"(?:xác định|làm rõ|quy định|nêu rõ|chỉ rõ|ghi rõ)(?: rõ)? [^;:.]*,") + r"\s*+$")
"""Who is still to be found stands in a list of what is."""
SUPERVISES = re.compile(
    spell(
        r"(?:ủy ban(?! nhân dân)|đoàn (?:giám sát|kiểm tra|thanh tra|kiểm toán)|thanh tra|kiểm toán"
        r"|(?:thường trực |(?:các )?ban )?[^,;]{0,30}?(?:hđnd|hội đồng nhân dân)|viện kiểm sát|vksnd)"
    )
    + END
)
"""Who looks into what others do."""
PETITIONS = re.compile(spell("kiến nghị (?:với )?"))
THINGS = re.compile(
    spell(r"(?:những|các|một số) (?:đề xuất|kiến nghị|đề nghị|yêu cầu|ý kiến|khó khăn|vướng mắc)")
)
"""What is listed: "Những đề xuất, kiến nghị khác"."""
NOT_GIVEN = re.compile(
    spell(
        r"(?:đã|được|để|theo|đáp ứng|nhận|do|bị|chưa|các|những|tờ trình|công văn|văn bản|xét|có|xin|việc"
        r"|hồ sơ|nội dung|hoặc"
        r"|(?:ban hành|ký|ra) (?:quyết định|văn bản|thông báo))\s*+$"
    )
)
