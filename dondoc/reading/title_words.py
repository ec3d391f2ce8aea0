"""The words by which a heading is told from a sentence, and whom it names from what it says of them."""

from __future__ import annotations

import re

from dondoc.reading.text import END, phrases, spell

FIELD = re.compile(
    spell(r"(?:\d[\d.]*\s*+)?(?:về )?(?:(?:một số )?(?:công tác|nội dung|lĩnh vực) (?!khác)|một số )?")
)
FIELD_ENDS = re.compile(spell(r",? (?:gồm|như sau|sau đây|cụ thể)(?: như sau| là)?$"))
ONLY_ENDS = re.compile(spell(r"(?<!,) (?:gồm|như sau|sau đây)$"))
"""The end of a heading that names bodies; behind a comma it belongs to a sentence."""
OPENS = re.compile(
    spell(
        r"(?:giao(?: cho)?(?! nhiệm| trách)|(?:riêng )?đối với|riêng(?: với)?"
        r"|(?:kiến nghị|đề nghị|đề xuất)(?:(?:,| và) (?:kiến nghị|đề nghị|đề xuất))?"
        r"(?: với| đối với| tới)?|yêu cầu(?: đối với)?"
        r"|mời|(?:phân công|giao)(?: thực hiện)? (?:nhiệm vụ|trách nhiệm)(?: cụ thể)?(?: cho)?"
        r"|phân công|về phía"
        r"|(?:về )?(?:trách nhiệm|nhiệm vụ|công việc)(?: cụ thể| chung)?(?: giao)? (?:của|cho)"
        r"|(?:về )?trách nhiệm(?:,? (?!của)[^\s.,;:]+){1,5} của|trách nhiệm(?! của)"
        r"|nội dung(?= [^.;:]{3,120} có trách nhiệm(?: chủ trì| phối hợp| thực hiện)*$)"
        r"|(?:(?:các|những|một số|nhóm) )*(?:nhiệm vụ|nội dung|công việc|việc)(?: trọng tâm| cụ thể)?"
        rf" (?:giao(?: cho)?|do)){END}\s*+(?::\s*+)?"
    )
)
OWNED = re.compile(spell("(?:về )?trách nhiệm (?:[^.;:,]{1,60} )?của "))
"""A heading that says whose duties follow, to its end: "Trách nhiệm của tổ chức đặt hàng sửa kho"."""
ASKS_ENDS = re.compile(r",\s++" + spell("(?:đề nghị|yêu cầu|kiến nghị|cần|phải)$"))
"""The end of a heading that asks those it names: "Đối với Phòng A, đề nghị:"."""
ABOUT = phrases("về")
ROLES = re.compile(
    spell(r"(?:các )?(?:cơ quan|đơn vị|bộ phận) (?:chỉ đạo|chủ trì|phối hợp|tổ chức)(?:,| và|$)(?! cơ| đơn)")
)
"""A heading above those who have a part in the plan; it names none of them."""
TASKS = re.compile(
    spell(r"(?:phân công|giao)(?: và phân công)? (?:trách nhiệm|nhiệm vụ)(?: cụ thể| thực hiện)*")
)
AMONG = re.compile(r",?\s*+" + spell(r"(?:trong đó|nhất là|đặc biệt|trọng tâm)(?!\w)") + r"[^.;]{0,160}$")
"""The end of a heading that says which of those it names come first."""
DIRECTS = re.compile(spell(r"(?:lãnh đạo,? (?:và )?)?chỉ đạo(?! và)") + END + r"[^.;:,]{3,80}$")
"""The end of a heading that says whom those it names direct."""
HEADS = re.compile(
    spell(
        "(?:(?:chủ trì|thực hiện|phụ trách|đảm nhiệm)(?: thực hiện| tham mưu)?"
        "|(?:được (?:giao|phân công)|có trách nhiệm)(?: nhiệm vụ| trách nhiệm| chủ trì| thực hiện)*)$"
        "|trong (?:việc|công tác|lĩnh vực|quản lý) "
    )
)
"""The end of a heading that says nothing but that those it names do what follows, or in which matter."""
IN_CHARGE = re.compile(
    spell(
        r" phụ trách$| được (?:giao|phân công)(?: (?:nhiệm vụ|trách nhiệm|phụ trách|chủ trì|thực hiện))*$"
        r"| [-–] (?:cơ quan|đơn vị|bộ phận) (?:thường trực|đầu mối|chủ trì)(?!\w).*$"
    )
)
"""Behind the name of one body: that it does what follows, or which part it has besides."""

WORD_OF_TASKS = re.compile(
    spell(
        r"(?:và|các|những|một số|nội dung|nhiệm vụ|công việc|việc|giải pháp|biện pháp|vấn đề|trọng tâm"
        r"|cụ thể|như|sau|đây|tốt|lãnh đạo)(?!\w)"
    )
)
TELLS = re.compile(
    spell(
        r"(?:(?:xin|kính|trân trọng) )*"
        r"(?:trả lời|phúc đáp|báo cáo|thông báo|thông tin|giải trình|kiến nghị|đề xuất|ban hành"
        r"|yêu cầu|đề nghị|giao|phân công|hướng dẫn|chỉ thị|lưu ý|trình|đánh giá|phát hiện|xác định"
        r"|tiếp nhận|nhận)(?!\w)"
    )
)
"""What somebody says by the document, or found; the list below is what is said."""
FRAMES = re.compile(
    spell(
        r"(?:với (?:vai trò|tư cách|trách nhiệm)|để|nhằm|căn cứ|trên cơ sở|theo(?! dõi)|trong phạm vi)(?!\w)"
    )
)
"""Behind whom a lead-in names: in which part, to which end or by which competence they act."""
AIMED = re.compile(spell(r"(?:để|nhằm|căn cứ|trên cơ sở|từ|qua) [^.;:]{3,200}?,\s++"))
"""In front of whom a lead-in names: "Để giữ kho, Phòng A:"."""
BESIDE = re.compile(spell(r"(?:chủ trì,? (?:và )?)?phối hợp(?: chặt chẽ)? với "))
SEVERAL_BODIES = re.compile(spell(r"(?:[^\s,]+ [^\s,]+ |[^\s,]+ )?(?:các|những|từng|mỗi) "))
DUTIES = re.compile(
    spell(
        r"(?:tổ chức|triển khai|thực hiện(?! các dự án)|khẩn trương|nghiêm túc|tiếp tục|tập trung|chủ động"
        r"|kịp thời|thường xuyên|tích cực|phối hợp|căn cứ|theo|rà soát|báo cáo|tăng cường|đẩy mạnh|phải|cần"
        r"|sẽ|không|đã|đề xuất|phối kết hợp|để|nhằm|khi|về"
        r"|trong (?:năm|quý|tháng|thời gian|quá trình|việc|công tác))(?!\w)|[,;:]"
    )
)
"""Behind a name in a title: what those do, not which are meant."""
SENTENCE_ENDS = re.compile(r"[.;:]|\s*+(?:gồm|như|sau)(?!\w)")
"""Behind a lead-in or a sentence; a title is followed by another line."""
ABOUT_BODIES = re.compile(spell("đối với") + END)
GIVES = re.compile(spell("(?:giao|yêu cầu|đề nghị|kiến nghị|phân công)") + END)
"""Behind these a body and its verb are an order, not who is meant."""
WHICH_OF_THEM = re.compile(spell(r"(?:có|được|đang|chưa|không|còn|thuộc|trên|ở|do|đã)") + END + r"|,")
"""Behind the noun of several bodies: which of them are meant."""
WORKS = re.compile(spell(r"(?:chủ trì|phối hợp|tham mưu|đầu mối|thực hiện|quản lý|tiếp nhận) [^\W\d_]"))
"""What a body that is told by its part does, in a heading."""
ENCLOSED = re.compile(r"\((?P<body>[^()\n]{3,400})\)$")
"""The end of a heading that says whose it is: "Về thể chế (Vụ Pháp chế)"."""
PURPOSE = re.compile(spell(r"(?:mục đích|yêu cầu)(?:(?:,| và) (?:mục đích|yêu cầu))?"))
DEMAND = re.compile(spell("yêu cầu"))
AIM = re.compile(spell(r"(?:mục đích|mục tiêu)(?!\w)"))
ONLY_LISTS = re.compile(spell(r"(?:cụ thể|gồm|bao gồm|chi tiết)(?: là| như sau| sau đây)?\s?:"))
"""The last sentence of a lead-in, where what it leads in stands in the one before."""
TITLE = re.compile(spell(r"(?:đối với|về) (?:công tác|việc|nội dung|lĩnh vực) [^.;:]*\."))
SORTS = re.compile(
    spell(
        r"(?:(?:trong đó|qua đó),? (?:cần )?(?:nêu|xác định|làm|phân tích|đánh giá|thể hiện|báo cáo) rõ|"
        r"(?:báo cáo|tổng hợp|thống kê|rà soát|phân loại)(?:,| )[^.:;]*"
        r"(?:theo|với|gồm|về) (?:các|những|một số) "
        r"(?:nhóm )?(?:đối tượng|nội dung|thông tin|tiêu chí|chỉ tiêu|trường hợp)"
        r")(?: (?:như|gồm|cụ thể|sau|sau đây|dưới đây))*\s?:$"
    )
)
"""An order above the things it is about: "phân loại theo các nhóm sau:", "trong đó nêu rõ:"."""
SEVERAL = 2
ANNOUNCES_TASKS = re.compile(
    spell(r"(?:nội dung|nhiệm vụ|công việc|giải pháp|biện pháp|yêu cầu|việc|công tác)(?: [^\s:]+){0,4}\s?:$")
)
"""At the end of a lead-in: the list holds orders of its own."""
LONGEST_HEADING = 250
FEW_WORDS = 6
"""So short a sentence above others is their title, though it begins with a verb: "Tuyên truyền về kho."."""
