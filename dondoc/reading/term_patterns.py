"""The forms of terms in folded text; the names of their groups are what `term_forms` reads.

Spaces are optional throughout: the text layers of scanned documents lose them.
"""

from __future__ import annotations

import re

from dondoc.reading.dates import HOLIDAYS, NUMBERS

MONTHS = 12


def _any(*words: str) -> str:
    return "|".join(word.replace(" ", " *") for word in sorted(words, key=len, reverse=True))


def _year(group: str) -> str:
    return rf"(?: *[/.-] *| *,? *năm *)(?P<{group}>\d{{4}})(?!\d)"


_NUMBER = rf"(?:\d{{1,3}}|{_any(*NUMBERS)})"
_MONTH_WORD = _any(*(word for word, number in NUMBERS.items() if number <= MONTHS and word != "năm"))
"""Without May: "tháng năm 2026" is a form whose month was left blank."""
_WEEKDAY = r"(?:thứ *(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ *nhật)"
_HOLIDAY = _any(*HOLIDAYS)
_OCCASION = r"lễ|hội|kỷ *niệm|khai *giảng|khai *mạc|bầu *cử|đại *hội|thành *lập"
_FEAST = rf"(?:{_HOLIDAY}|(?:{_OCCASION})(?: +[^\W\d]+){{0,6}}?)"

DAY = (
    r"(?<!\d)(?:(?:mùng|mồng) *)?(?:(?P<d1>\d{1,2}) *(?P<sep>[/.-]) *(?P<m1>\d{1,2})"
    r"(?: *(?P=sep) *(?P<y1>\d{4}|\d{2})(?!\d)| *,? *năm *(?P<y2>\d{4}))?"
    rf"|(?P<d2>\d{{1,2}}) *tháng *(?P<m2>\d{{1,2}}|(?:{_MONTH_WORD})(?!\w))(?:{_year('y3')})?)"
    r"(?!\d| */ *\w|-\d|\.\d)(?: *năm *nay)?"
)
_NO_YEAR = r"(?!\w| *[/.-]\d)"
_MONTH = (
    r"tháng *(?P<months_before>(?:\d{1,2} *(?:,|-|và) *"
    r"(?:tháng *|(?=(?:\d{1,2} *(?:,|và) *)*\d{1,2} *(?:[/.]|năm) *\d{4})))*)"
    rf"(?P<month>\d{{1,2}}|{_MONTH_WORD})(?:{_year('my')}|{_NO_YEAR})"
)
"""One month, or the last of several: "tháng 8, tháng 9/2026"."""
_ROMAN = r"(?:iv|i{1,3}|0?[1-4])"
_QUARTER = (
    rf"quý *(?P<quarters_before>(?:{_ROMAN} *(?:,|-|và) *(?:quý *|(?={_ROMAN} *(?:[/.]|năm) *\d{{4}})))*)"
    rf"(?P<quarter>{_ROMAN})(?:{_year('qy')}|{_NO_YEAR})"
)
_PART = (
    r"(?:nửa|(?<!\d)(?P<months>\d{1,2}|ba|sáu|chín) *tháng) *(?P<side>đầu|cuối) *năm"
    r"(?: *(?P<sy>\d{4})(?!\d))?"
)
_WHOLE_YEAR = r"năm *(?P<year>\d{4})(?!\d| *-? *\d)|(?<=cuối) *năm(?! *(?:\d|học))"
_RELATIVE = r"(?P<relative>tuần|tháng|quý|năm) *(?P<which>này|nay|sau|tới)(?!\w)"
_GOES_ON = (
    r"(?! *,? *(?:năm *\d{4}|trở *(?:đi|về *sau)"
    r"|(?:và|cùng) *(?:các|những) *(?:năm|quý|tháng) *(?:tiếp|sau|kế|tới)))"
)
"""A period without an end, "năm 2025 và các năm tiếp theo", is no term."""
PERIOD = f"(?:{_MONTH}|{_QUARTER}|{_PART}|{_WHOLE_YEAR}|{_RELATIVE}){_GOES_ON}"
CLOCK = (
    r"(?<!\d)(?P<hour>\d{1,2}) *(?:giờ|h(?!\w)|h(?=\d)|g(?=\d)|:(?=\d\d))"
    r"(?: *(?P<minute>\d{2})(?! *[/.-]? *\d))?(?: *(?:phút|'))?"
    r"(?: *(?:buổi *)?(?P<part>sáng|trưa|chiều|tối))?"
)
_LATER_CLOCK = CLOCK.replace("(?P<", "(?P<later_")
_LINK = r"(?: *(?:là|vào|đến|tới|trong|hết|cuối|:))*"
_TASK = r"(?:hoàn *thành|thực *hiện|báo *cáo|gửi|nộp|trình|xong)"
_BY = (
    r"(?:(?:chậm|muộn|trễ) *nhất|không *(?:được *)?(?:quá|(?:chậm|muộn|trễ) *(?:hơn|quá))"
    r"|(?:thời *)?hạn *(?:chót|cuối(?: *cùng)?)"
    rf"|(?:thời *)?hạn(?: *{_TASK})+|(?:(?:thời *)?hạn|thời *gian(?: *{_TASK})+)(?: *:| +là(?!\w)))"
)
_BEFORE = r"trước(?: *(?:thời *(?:điểm|hạn)|mốc))?(?: *(?:cuối|hết))?"
_STRONG = rf"(?P<strong>{_BY}{_LINK}(?: *{_BEFORE})?|{_BEFORE})"
_WEAK = (
    r"(?:(?:ngay *)?(?:trong|đến|tới|hết|cuối(?= *(?:tháng|quý)))"
    r"|(?:hoàn *thành|xong)(?! *(?:ngay|trong|đến|tới|hết)))"
)
_OPERATOR = rf"(?P<operator>{_STRONG}|{_WEAK}{_LINK})"
_TO_THE_DAY = (
    rf"[ ,(]*(?:{_WEEKDAY}[ ,)(]*)?(?P<word>ngày *)?(?:{_WEEKDAY}[ ,)(]*)?"
    rf"(?:(?:(?:dịp|lễ|tết) *)*{_FEAST}[ (,]*(?:ngày *)?)?"
)
_AMOUNT = (
    rf"(?<!\d)(?P<amount>{_NUMBER})(?: *\([^()\n]{{1,20}}\))?"
    r" *(?P<unit>ngày *làm *việc|ngày|tuần|tháng|quý|năm)(?!\w)"
)
_ANCHOR = (
    r" *,? *\(?(?:kể *từ|tính *từ|từ|sau) *(?:sau *)?"
    r"(?P<anchor>(?:khi|ngày|thời *điểm|lúc)(?:(?<=\d)[.,](?=\d)|[^,.;:()\n]){2,140}?)"
    r"(?=[;:()\n]|[,.](?!\d)|$| +(?:phải|cần|thì|để|có *trách *nhiệm)(?!\w)"
    r"|(?<=này)(?!\w| +(?:được|có|bị|đã)))"
)
_IN_TIME = (
    r"(?:(?P<firm>trong *(?:thời *(?:hạn|gian)|vòng)|(?:chậm|muộn) *nhất|thời *hạn *:)"
    r"|trong|sau|(?:thời *)?hạn|tối *đa|không *(?:được *)?quá)"
    r"(?: *(?:là|trong|sau|:|không *quá|tối *đa|thời *hạn|vòng))*"
)
_NOT_PASSED = r"(?! *(?:qua|gần|vừa|trước|liên|liền|đầu|cuối|nay|học|\d|/))"
_FIRST_DAY = r"\d{1,2}(?: *[/.-] *\d{1,2}(?: *[/.-] *\d{4})?| *tháng *\d{1,2}(?:(?: *năm *|/)\d{4})?)?"
_CLAUSE_HEAD = r"(?:^|(?<=[\n.;:,(+-])|(?<=[.;:,(+-] ))"

DAY_TERM = re.compile(
    rf"{_OPERATOR}(?: *{CLOCK})?{_TO_THE_DAY}{DAY}(?:[ ,(]+(?:trước|lúc|vào *lúc) *{_LATER_CLOCK})?"
)
BARE_DAY_TERM = re.compile(
    rf"(?:^|(?<=[\n.;] ))ngày *{DAY}(?= *,? *(?:báo *cáo|gửi|nộp|trình|hoàn *thành|xong|bàn *giao|tổng *hợp))"
)
"""A day at the head of a sentence, and right behind it what is handed in on it."""
DAY_OF_MONTH_TERM = re.compile(
    rf"(?P<operator>{_STRONG}) *ngày *(?P<day>\d{{1,2}})"
    r"(?!\d| *(?:[/.,-] *\d|tháng|của|và|hoặc|đến|hàng|hằng|mỗi|ngày|tuần))"
)
HOLIDAY_TERM = re.compile(
    rf"(?P<operator>(?P<strong>trước))(?: *(?:ngày|dịp|lễ))* *(?P<holiday>{_HOLIDAY})"
    r"(?: *năm *(?P<year>\d{4}))?"
)
PERIOD_TERM = re.compile(rf"(?P<operator>{_STRONG}|{_WEAK}{_LINK}|vào|thời *gian *:) *{PERIOD}")
WEEK_TERM = re.compile(
    r"(?:trong|vào|trước|xong|hoàn *thành) *(?:tuần|10 *ngày|nửa) *(?:lễ *)?"
    r"(?:đầu|giữa|cuối|thứ *(?:nhất|hai|ba|tư|[1-5])) *(?:tiên *)?(?:của *)?"
    rf"(?P<period>{_MONTH}|{_RELATIVE.replace('tuần|', '')})"
)
"""A part of a month, whose last day nobody has fixed: "trong tuần đầu tháng 6/2026"."""
BARE_PERIOD_TERM = re.compile(rf"{_CLAUSE_HEAD}(?=(?:\d{{1,2}}|ba|sáu) *tháng *cuối){PERIOD}")
CLOCK_TERM = re.compile(rf"{_OPERATOR} *{CLOCK}")
COUNTED_TERM = re.compile(rf"{_IN_TIME} *{_AMOUNT}(?:{_ANCHOR}|{_NOT_PASSED})")
COUNTED_BACK_TERM = re.compile(
    rf"(?:(?:chậm|muộn|ít) *nhất|tối *thiểu|trước)(?: *là)? *{_AMOUNT} *(?:trước|so *với) *"
    r"(?P<anchor>(?:khi|ngày|thời *điểm)[^,.;:()\n]{2,140}?)(?=[,.;:()\n]|$)"
)
BETWEEN_DAYS_TERM = re.compile(
    r"(?:(?:trong *)?(?:khoảng *)?(?:thời *gian *)?(?:từ|giữa) *(?P<from_word>ngày *)?"
    r"|trong *(?P<in_word>(?:các|hai|0?[23])? *ngày *))"
    rf"{_FIRST_DAY} *(?:đến|tới|và|-) *(?:hết *)?(?P<word>ngày *)?{DAY}"
)
"""From a day to a later one, whose groups are those of a day."""
BETWEEN_MONTHS_TERM = re.compile(
    rf"(?:từ|giữa) *(?:tháng *\d{{1,2}}|quý *{_ROMAN})(?: *[/.-] *\d{{4}})?"
    rf" *(?:đến|tới|và|-) *(?:(?:hết|cuối) *)?{PERIOD}"
)
"""From a month or quarter to a later one, whose groups are those of a period."""
ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
PLAIN_DAY = re.compile(rf"(?:ngày *)?{DAY}")
PLAIN_PERIOD = re.compile(PERIOD)
_MEETING = r"(?:cuộc|buổi|phiên|kỳ|hội *nghị|lần|đợt|giao *ban)"
_COMING = (
    r"(?:kế *tiếp|tiếp *theo|gần *nhất|sắp *tới|(?:(?:tháng|tuần|quý|kỳ|lần) *)?(?:sau|tới)"
    r"|thường *(?:lệ|kỳ)(?! *(?:tiếp|kế|gần|sắp|sau|tới))(?: *(?:giữa|cuối) *năm(?: *\d{4})?)?"
    r"|(?:giữa|cuối) *năm(?: *\d{4})?"
    r"|tháng *(?P<in_month>\d{1,2})(?:(?: *[/.] *| *năm *)(?P<in_year>\d{4}))?)"
    r"(?!\w|[/.]\d)"
)
EVENT_TERM = re.compile(
    rf"(?:tại|(?P<before>trước)|vào|đến|trong) *(?P<anchor>{_MEETING}(?: +[^\s,.;:()]+){{0,10}}? +{_COMING})"
)
"""A meeting that is to come: its day is not known yet."""
_FINISHES = r"(?:trình|báo *cáo|ban *hành|ký|gửi|phê *duyệt|công *bố|thông *qua)"
PREDECESSOR_TERM = re.compile(
    rf"trước *(?P<anchor>khi *(?:{_FINISHES}(?!\w)|(?<=xong trước khi )\w|(?<=thành trước khi )\w)"
    r"(?:[^,.;:()\n]{0,80}?))(?=[,.;:()\n]|$)"
)
"""What has to be done before another obligation is."""
_POINT = r"(?:điểm|khoản|mục|phần|điều) *(?:\d{1,3}(?:\.\d{1,2})*|[a-zđ])(?!\w)"
AS_THERE_TERM = re.compile(
    r"(?:(?:theo|đúng|trong|bảo *đảm) *(?:đúng *)?(?:thời *(?:gian|hạn)|tiến *độ|mốc *thời *gian)"
    r"(?: *(?:đã|được|nêu|quy *định|yêu *cầu|giao|ấn *định))*"
    r"|(?:thời *(?:gian|hạn)|tiến *độ)(?: *(?:hoàn *thành|thực *hiện|báo *cáo|là|:))* *như(?: *nêu)?) *"
    rf"(?:(?:(?:tại|ở) *|(?<=như )|(?<=nêu ))(?P<anchor>{_POINT}(?: *,? *(?:{_POINT}|\d{{1,2}}(?!\w)))*+"
    r"(?: *(?:công *văn|văn *bản|thông *báo|kết *luận|chỉ *thị|quyết *định|công *điện|kế *hoạch)? *này)?)"
    r"(?! *(?:của *)?(?:bộ *luật|luật|nghị|thông *tư|quyết *định|quy *chế))"
    r"|(?P<above>nêu *trên|(?:ở *)?trên)(?!\w))"
)
"""The term of another paragraph of the same document."""
