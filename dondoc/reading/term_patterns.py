"""The forms of terms in folded text, as regular expressions; the names of their groups are what `terms` reads.

Spaces are optional throughout: the text layers of scanned documents lose them.
"""

from __future__ import annotations

import re

from dondoc.reading.dates import HOLIDAYS, NUMBERS


def _any(words: list[str]) -> str:
    return "|".join(word.replace(" ", " *") for word in sorted(words, key=len, reverse=True))


_NUMBER = rf"(?:\d{{1,3}}|{_any(list(NUMBERS))})"
_MONTH_WORD = _any([word for word, number in NUMBERS.items() if number <= 12 and word != "năm"])  # noqa: PLR2004
# "tháng năm 2026" is a form whose month was left blank, so May in words is no month here.
_YEAR = r"(?: *[/.-] *| *,? *năm *)(?P<{}>\d{{4}})(?!\d)"
_WEEKDAY = r"(?:thứ *(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ *nhật)"
_FEAST = r"(?:(?:lễ|tết|kỷ *niệm|khai *giảng|khai *mạc|bầu *cử|đại *hội|thành *lập)(?: *[^\W\d]+){0,6}?)"

DAY = (
    r"(?<!\d)(?:(?:mùng|mồng) *)?(?:"
    r"(?P<d1>\d{1,2}) *(?P<sep>[/.-]) *(?P<m1>\d{1,2})"
    r"(?: *(?P=sep) *(?P<y1>\d{4}|\d{2})(?!\d)| *,? *năm *(?P<y2>\d{4}))?"
    rf"|(?P<d2>\d{{1,2}}) *tháng *(?P<m2>\d{{1,2}}|(?:{_MONTH_WORD})(?!\w))(?:{_YEAR.format('y3')})?"
    r")(?!\d| */ *\w|-\d|\.\d)(?: *năm *nay)?"
)
_FIRST_DAY = r"\d{1,2}(?: *[/.-] *\d{1,2}(?: *[/.-] *\d{4})?| *tháng *\d{1,2}(?:(?: *năm *|/)\d{4})?)?"
_ROMAN = r"(?:iv|i{1,3}|[1-4])"
PERIOD = (
    r"(?:tháng *(?:\d{1,2} *(?:,|-|và) *(?:tháng *|(?=\d{1,2} *[/.] *\d{4})))*"
    rf"(?P<month>\d{{1,2}}|{_MONTH_WORD})(?:{_YEAR.format('my')}|(?!\w| *[/.-]\d))"
    rf"|quý *(?:{_ROMAN} *(?:,|-|và) *(?:quý *|(?={_ROMAN} *[/.] *\d{{4}})))*"
    rf"(?P<quarter>{_ROMAN})(?:{_YEAR.format('qy')}|(?!\w| *[/.-]\d))"
    rf"|(?:nửa|(?<!\d)(?P<months>\d{{1,2}}|ba|sáu|chín) *tháng) *(?P<side>đầu|cuối) *năm(?: *(?P<sy>\d{{4}})(?!\d))?"
    r"|năm *(?P<year>\d{4})(?!\d| *-? *\d)|(?<=cuối) *năm(?! *(?:\d|học))"
    r"|(?P<relative>tuần|tháng|quý|năm) *(?P<which>này|nay|sau|tới)(?!\w))"
)
CLOCK = (
    r"(?<!\d)(?P<hour>\d{1,2}) *(?:giờ|h(?!\w)|h(?=\d)|g(?=\d)|:(?=\d\d))(?: *(?P<minute>\d{2})(?! *[/.-]? *\d))?"
    r"(?: *(?:phút|'))?(?: *(?:buổi *)?(?P<part>sáng|trưa|chiều|tối))?"
)
_LINK = r"(?: *(?:là|vào|đến|tới|trong|hết|cuối|:))*"
_BY = (
    r"(?:chậm|muộn|trễ) *nhất|không *(?:được *)?(?:quá|(?:chậm|muộn|trễ) *(?:hơn|quá))|hạn *(?:chót|cuối(?: *cùng)?)"
    r"|(?:thời *(?:hạn|gian)|hạn)(?: *(?:hoàn *thành|thực *hiện|báo *cáo|gửi|nộp|trình|xong))*(?: *:| +là(?!\w))"
)
_BEFORE = r"trước(?: *(?:thời *(?:điểm|hạn)|mốc))?(?: *(?:cuối|hết))?"
_WEAK = r"(?:ngay *)?(?:trong|đến|tới|hết|cuối(?= *(?:tháng|quý)))|(?:hoàn *thành|xong)(?! *(?:ngay|trong|đến|tới|hết))"
_OPERATOR = rf"(?P<operator>(?P<strong>(?:{_BY}){_LINK}(?: *{_BEFORE})?|{_BEFORE})|(?:{_WEAK}){_LINK})"
_TO_THE_DAY = (
    rf"[ ,(]*(?:{_WEEKDAY}[ ,)(]*)?(?P<word>ngày *)?(?:{_WEEKDAY}[ ,)(]*)?"
    rf"(?:(?:dịp *|lễ *|tết *)*(?:{_any(list(HOLIDAYS))}|{_FEAST})[ (,]*(?:ngày *)?)?"
)
_LATER_CLOCK = rf"(?:[ ,(]+(?:trước|lúc|vào *lúc) *{CLOCK.replace('(?P<', '(?P<later_')}\)?)?"
_UNIT = r"(?P<unit>ngày *làm *việc|ngày|tuần|tháng|quý|năm)(?!\w)"
_AMOUNT = rf"(?<!\d)(?P<amount>{_NUMBER})(?: *\([^()\n]{{1,20}}\))? *{_UNIT}"
_ANCHOR = (
    r" *,? *\(?(?:kể *từ|tính *từ|từ|sau) *(?:sau *)?"
    r"(?P<anchor>(?:khi|ngày|thời *điểm|lúc)(?:(?<=\d)[.,](?=\d)|[^,.;:()\n]){2,140}?)"
    r"(?=[,.;:()\n]|$| +(?:phải|cần|thì|để|có *trách *nhiệm)(?!\w)|(?<=này)(?!\w))"
)
_IN_TIME = (
    r"(?P<firm>trong *(?:thời *(?:hạn|gian)|vòng)|(?:chậm|muộn) *nhất|thời *hạn *:)|trong|sau|(?:thời *)?hạn|tối *đa"
    r"|không *(?:được *)?quá"
)
_IN_TIME_LINK = r"(?: *(?:là|trong|sau|:|không *quá|tối *đa|thời *hạn|vòng))*"
_PASSED = r"(?! *(?:qua|gần|vừa|trước|liên|liền|đầu|cuối|nay|học|\d|/))"

DAY_TERM = re.compile(rf"{_OPERATOR}(?: *{CLOCK})?{_TO_THE_DAY}{DAY}{_LATER_CLOCK}")
HOLIDAY_TERM = re.compile(
    rf"(?P<operator>(?P<strong>trước))(?: *(?:ngày|dịp|lễ))* *(?P<holiday>{_any(list(HOLIDAYS))})"
)
PERIOD_TERM = re.compile(rf"{_OPERATOR} *{PERIOD}")
BARE_PERIOD_TERM = re.compile(
    rf"(?:^|(?<=[\n.;:,(+-])|(?<=[.;:,(+-] ))(?=(?:\d{{1,2}}|ba|sáu) *tháng *cuối){PERIOD}"
)
CLOCK_TERM = re.compile(rf"{_OPERATOR} *{CLOCK}")
COUNTED_TERM = re.compile(rf"(?:{_IN_TIME}){_IN_TIME_LINK} *{_AMOUNT}(?:{_ANCHOR}|{_PASSED})")
COUNTED_BACK_TERM = re.compile(
    r"(?:(?:chậm|muộn|ít) *nhất|tối *thiểu|trước)(?: *là)? *"
    + _AMOUNT
    + r" *(?:trước|so *với) *(?P<anchor>(?:khi|ngày|thời *điểm)[^,.;:()\n]{2,140}?)(?=[,.;:()\n]|$)"
)
BETWEEN_TERM = re.compile(
    r"(?P<operator>(?:trong *)?(?:khoảng *)?(?:thời *gian *)?(?:từ|giữa)) *(?:(?P<from_day>ngày *)?"
    rf"{_FIRST_DAY} *(?:đến|tới|và|-) *(?:hết *)?(?P<word>ngày *)?{DAY}"
    rf"|tháng *\d{{1,2}}(?: *[/.-] *\d{{4}})? *(?:đến|tới|-) *(?:hết *|cuối *)?{PERIOD})"
)
"""From a day or month to a later one; the last one's groups are those of a day or a period."""
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
PLAIN_DAY = re.compile(rf"(?:ngày *)?{DAY}")
PLAIN_PERIOD = re.compile(PERIOD)
