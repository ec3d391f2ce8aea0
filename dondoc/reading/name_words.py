"""The words in names of bodies and right behind them that tell how far a name goes."""

from __future__ import annotations

import re

from dondoc.reading import lexicon
from dondoc.reading.text import END, one_of, phrases, spell

LISTS = re.compile(
    spell(
        r":(?!\s*+(?:căn cứ|trên cơ sở|theo|trong|khi|nhằm|để|ngoài|từ|định kỳ|hằng|hàng|với|qua|sau|trước"
        r"|đối với)(?!\w))"
    )
)
"""The colon behind a noun that names share; what an order rests on, "Các phòng: Căn cứ …", is no name."""
NAMED_BY_VERB = re.compile(
    spell(
        r"(?<!các )(?<!mỗi )(?<!từng )(?<!văn )(?<!ủy\s)(?<!trưởng )(?<!phó )"
        r"(?:phòng|vụ|ban|tổ|đội|tiểu ban|hội đồng|nhóm|bộ phận)$"
    ).replace(r"\s++", r"\s")
)
HEAD_OF_VERB = re.compile(spell("(?:trung tâm|viện)$"))
"""In front of a verb and its field in capitals, "Trung tâm điều phối Cứu hộ"; alone it is the centre."""
NAMED_BY_ROLE = re.compile(
    spell(r"(?:đơn vị|cơ quan|cơ sở|doanh nghiệp|tổ chức|cá nhân|hộ|nhà thầu|công ty)$")
)
STAFF = re.compile(spell("(?:cán bộ|công chức|viên chức|nhân viên)$"))
WORK = re.compile(
    rf"(?={phrases(*lexicon.PARTS_OF_NAMES).pattern})"
    + spell(
        r"[^\s.,;:()]+ [^\s.,;:()]+(?: [^\s.,;:()]+){1,5}? "
        r"(?:(?=(?P<modal>cần|phải|(?:có|chịu) trách nhiệm|có nhiệm vụ) )"
        r"|(?=(?P<manner>(?:thường xuyên|chủ động|kịp thời|khẩn trương|nghiêm túc|tiếp tục) )))"
    )
)
"""What staff do that tells which are meant: "Cán bộ quản lý kho thường xuyên lập sổ"."""
ROLES = one_of(*lexicon.ROLES)
ROLE = re.compile(
    spell(rf"(?:{ROLES})(?:(?:,| và) (?:{ROLES}|sử dụng|bảo quản|cất giữ|vận chuyển|cung cấp))*{END}")
)
ONLY_ROLE = phrases(
    "(?:tiến hành|người tham gia) tố tụng",
    "thi hành án (?:dân|hình) sự",
    "đăng ký (?:đầu tư|kinh doanh)",
    "quản lý nhà nước",
    "sử dụng lao động",
    r"(?<=các\scơ\squan\s)quản lý",
)
"""Roles that no body is told to do."""
SORTS = (
    r"(?:bộ|sở|ban|cục|vụ|phòng|đơn vị|cơ quan|ngành|xã|phường|huyện|quận|chi cục|tỉnh|thành phố|trường"
    r"|địa phương|công ty|đội|trung tâm|viện|bệnh viện|hội|khoa|tập đoàn|ngân hàng|nước|chủ đầu tư"
    r"|doanh nghiệp)"
)
ROLE_ENDS = re.compile(
    spell(r"(?P<where>(?: (?:khu vực|địa phương|có liên quan|liên quan|trên địa bàn))*)")
    + rf"(?:,\s++|\s++(?P<turn>{spell('để|nhằm')}){END})"
)
"""Behind what bodies are told by: other bodies, or a purpose."""
PLURAL = re.compile(
    spell(
        r"(?:(?:các|những) |(?<=giám\sđốc\s)(?=sở\s*+$)|(?<=bộ\strưởng\s)(?=bộ\s*+$))"
        rf"{SORTS}(?:(?:,| và) {SORTS})*"
        r"(?: (?:trực thuộc trung ương|thuộc bộ|thuộc tỉnh|(?:có )?liên quan|sau|sau đây))?\s*+$"
    )
)
BINDS = "(?:khẩn trương|nghiêm túc|tiếp tục|tập trung|chủ động|kịp thời|thường xuyên|cần|phải|có trách nhiệm)"
SEVERAL = re.compile(spell(r"(?<!\w)(?:các|những|mọi) "))
OWN = (
    "(?:trách nhiệm|nhiệm vụ|ý kiến|văn bản|biện pháp|giải pháp|kế hoạch|phương án|hình thức|báo cáo|kết luận"
    "|cơ chế|thể|chính sách|chương trình|hướng dẫn|quy định|công văn|sự|lộ trình|thông báo|đề án)"
)
ORDERED = (
    f"(?:{BINDS}|chỉ đạo|chủ trì|rà soát|phối hợp|tổ chức|triển khai|thực hiện|báo cáo|kiểm tra|xây dựng|lập)"
)
"""What bodies are told to do behind what they have: "các xã có kho rà soát …"."""
WHICH = re.compile(
    spell(
        r"có tên (?:trong|tại|ở|theo) (?:các )?(?:danh sách|phụ lục|bảng|biểu)(?: (?:số )?[\divx]+)?(?!\w)"
        r"(?: (?:kèm theo|đính kèm|gửi kèm|nêu trên|dưới đây|này))*"
        r"|(?:(?:đến nay|hiện|hiện nay|còn|vẫn) )*"
        r"(?:chưa|đang|được (?:giao|phân công)(?: nhiệm vụ| trách nhiệm)?"
        rf"(?! nhiệm vụ| trách nhiệm| {BINDS})) [^.,;:()\n]{{2,200}}?(?<!\svà),? (?={BINDS}(?!\w))"
        r"|được (?:giao|phân công)(?: chủ trì| thực hiện)* (?:các )?(?:nhiệm vụ|nội dung)"
        r" (?:thuộc|trong|tại|theo|nêu tại) (?:các )?"
        r"(?:kế hoạch|đề án|chương trình|phụ lục|quyết định|chỉ thị|nghị quyết)(?: này)?"
        r"|(?:(?:tại|trong|ở) (?:các )?(?:khu vực|vùng|nơi|địa bàn|địa phương|phạm vi)|bị|chịu|nằm|dự báo)"
        rf" [^.,;:()\n]{{2,100}}?(?:, [^\s.,;:()]++)? (?={BINDS}(?!\w))"
        r"|(?P<under>do) [^.,;:()\n]{2,80}? làm "
        r"(?:(?:tổ|đội) trưởng|trưởng (?:ban|đoàn|nhóm)|chủ (?:tịch|nhiệm))"
        r"|nơi (?:có|xảy ra|đặt|phát sinh|cư trú) [^.,;:()\n]{2,60}?"
        rf"(?=,| (?:để|{ORDERED})(?!\w)|$|\s?[.;:])"
        r"|là (?:lãnh đạo|đại diện|tổ chức|cá nhân|hộ gia đình|doanh nghiệp|thành viên)"
        r"(?: [^.,;:()\n]{2,60}?)?(?=\s?:|$)"
        rf"|(?P<having>có (?!{OWN})[^.,;:()\n]{{2,60}}? (?={ORDERED}(?!\w))"
        rf"|được (?:giao|phân công)(?: nhiệm vụ| trách nhiệm)(?= {BINDS}(?!\w)))"
        r"|(?:chưa|có(?! nhiệm vụ| trách nhiệm| ý kiến)|được|đang|còn)"
        r" (?:(?!(?:phải|cần|(?:chịu|có) trách nhiệm) )[^.,;:()\n]){2,60}?(?=\s?:|$)"
    )
)
"""Which of several bodies is meant: "các đơn vị chưa gửi báo cáo khẩn trương …"."""
PART_OF_NAME = re.compile(
    phrases(*lexicon.PARTS_OF_NAMES).pattern
    + spell(
        r"(?! (?:ngay|kế hoạch|đề án|phương án|quy chế|dự thảo|chương trình|báo cáo|danh|các|những"
        r"|toàn bộ|việc|văn bản|hồ sơ|quy định|nghị quyết|quyết định|tờ trình|cơ chế|hệ thống)(?!\w))"
    )
)
"""A verb that goes on with a name; with an object of its own it is what the body does."""
WHOLE = re.compile(spell(r"(?:sở|bộ|cục|vụ) xây dựng\s*+$"))
"""A name that a verb behind it does not go on with."""
SHARED = re.compile(
    spell(
        r"(?:các|những) (?:bộ|sở|ban|vụ|cục|phòng|tỉnh|thành phố|tỉnh, thành phố|huyện|xã|phường"
        r"|tập đoàn|tổng công ty|công ty|ngân hàng) "
    )
)
LAST_OF_LIST = re.compile(r",\s++(?P<words>(?!từng)[^\W\d_]++\s++[^\W\d_]++)\s++(?P<more>-\s)?")
LAST_NOUN = re.compile(spell(r"(?:,|-|(?<!\w)và)\s*+$"))
WITH_OBJECT = phrases("tổ chức", "quản lý", "xử lý", "giải quyết", "kiểm soát", "phát triển", "thi hành")
"""Verbs that stand in a name with what they are about: "Phòng Nghiệp vụ và Tổ chức thi hành án"."""
OF_FIELD = phrases(
    r"(?:xây dựng|quản lý|đầu tư|quy hoạch|giám sát|đào tạo) "
    r"(?:chủ trì|tham mưu|phối hợp|có trách nhiệm|chịu trách nhiệm|cần|phải|tiếp tục|khẩn trương)"
)
"""A field in the name of a body, which a verb follows at once; alone it would be what the body does."""
WITHIN_NAME = phrases(
    r"ban (?:chỉ đạo|chỉ huy|quản lý|điều hành|giám sát|vận động|liên lạc)(?! (?:các|việc)(?!\w))",
    r"(?:(?<=phối\shợp\s)|(?<=vụ\s)|(?<=phòng\s))phổ biến,? giáo dục pháp luật",
    r"quản lý(?: nhà nước)? chuyên ngành",
    r"(?<=nông\snghiệp\s)ứng dụng công nghệ cao",
    r"thuộc (?:phạm vi|thẩm quyền) quản lý",
    r"từ [^,.;:()]{2,30} đến",
)
"""A body that another is of, "Văn phòng Ban chỉ đạo …", or which are meant, "các tỉnh từ A đến B"."""
ASKS = phrases(
    "đề nghị",
    "yêu cầu",
    "tích cực|chủ động|kịp thời|khẩn trương|tiếp tục|thường xuyên",
    "trong thời hạn",
)
"""What asks somebody else, or how and when a body acts, ends a list of names even behind "và"."""
AND = re.compile(spell(r"(?<!\w)và\s*+$"))
"""What joins a verb to the name in front of it: "với các tổ và tích cực sửa kho"."""
NOUN_FOLLOWS = re.compile(spell(r"(?<!\w)(?:và|hoặc|các|những|mọi|việc|người|-)\s*+$"))
