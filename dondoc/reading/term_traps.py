"""What looks like a term and is none: what has happened, what repeats, and the dates of events."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

LATE_SIGNING = dt.timedelta(days=92)
"""Conclusions are often signed weeks after the meeting; a named day longer past tells of the past."""
CLAUSE = 160
REPEATED_AFTER = re.compile(
    r"(?:[ ,;]*(?:và *)?(?:ngày *)?\d{1,2}(?:/\d{1,2}| *(?:giờ|h)(?: *\d\d)?(?: *phút)?))*"
    r"(?:[ ,]*(?:thứ *(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ *nhật))?"
    r" *[,(]? *(?:(?:hàng|hằng|mỗi) *(?:ngày|tuần|tháng|quý|năm)|định *kỳ)"
)
REPEATED_BEFORE = re.compile(
    r"(?:(?:hàng|hằng|mỗi|định *kỳ) *(?:\w+ +){0,2}|\d *lần */ *)(?:ngày|tuần|tháng|quý|năm)[^.;\n]*$"
)
ARISEN = re.compile(r"(?:thụ *lý|phát *sinh|hiệu *lực|xảy *ra)[ ,(]*$")
DONE_ALREADY = re.compile(
    r"đã *(?:được *)?(?:ban *hành|ký|cấp|nộp|gửi|trình|báo *cáo|hoàn *thành|\w+ *xong)[ ,(]*$"
)
EVENT_HOUR = re.compile(r"(?:diễn *ra|khai *mạc|bế *mạc|bắt *đầu|kết *thúc|có *mặt|tập *trung)[ ,(]*$")
EVENT = re.compile(r"(?:diễn *ra|khai *mạc|bế *mạc|có *mặt)[ ,(]*$")
ACCOUNT = re.compile(
    r"(?:tính|số *liệu|kết *quả|giai *đoạn|thời *kỳ|nhiệm *kỳ|kỳ|tình *hình|kéo *dài|hiệu *lực|thời *điểm|từ"
    r"|nhiệm *vụ|trọng *tâm|công *tác|kế *hoạch|chương *trình|chỉ *tiêu|phương *hướng|tầm *nhìn|năm *học"
    r"|nghỉ[^.,;\n]{0,30}|tiếp *nhận|(?:nhiệm *vụ|việc|chỉ *tiêu)[^.,;\n]{0,20} được *giao"
    r"|đã +\w+(?: +\w+)?)(?: *từ *nay)?[ ,:(]*$"
)
"""Before a time: what is told of, planned or counted over it."""
CUT_OFF = re.compile(
    r"(?:(?:lấy|chốt|thời *điểm)[^.;,\n]{0,20}số *liệu|số *liệu *(?:được *)?(?:lấy|chốt|tính))[^.;,\n]{0,30}$"
    r"|dưới *\d[\d,]* *%[ ,]*$"
)
"""The day up to which figures are taken."""
OF_THINGS = re.compile(
    r"(?:mới|vừa) *ban *hành[ ,]*$"
    r"|theo *(?:từng *)?(?:tuần|tháng|quý|năm)(?: *, *(?:tuần|tháng|quý|năm))*[ ,]*$"
    r"|(?:dự *án|công *trình|hạng *mục|tuyến|danh *mục)[^.;,\n]{0,60} "
    r"(?:(?:có *)?kế *hoạch|danh *mục|dự *kiến) *hoàn *thành"
    r"(?:[^.;,\n]|(?<=\d)[.,](?=\d)){0,40}$"
    r"|đối *với *(?:các|những) *(?:nhiệm *vụ|dự *án|công *trình|nội *dung|công *việc)[^.,;\n]{0,30}$"
    r"|(?:tăng *trưởng|diễn *biến|tình *hình|kịch *bản|dự *báo)[^.;,\n]{0,40} từ *nay[ ,]*$"
)
"""What goes on period by period, when things that are named are planned to be done, what is foreseen."""
RATED = re.compile(r"(?:để|căn *cứ|cơ *sở|tiêu *chí) *(?:đánh *giá|xếp *loại|bình *xét)[^.;\n]*$")
"""The time over which work is rated."""
PREPARED = re.compile(
    r"(?:chuẩn *bị|phục *vụ|theo *lịch|tham *dự|dự *kiến)[^.;\n]*?"
    r"(?:họp|hội *nghị|lễ|đại *hội|buổi|cuộc|phiên|khai *giảng|làm *việc|tiếp *xúc|sự *kiện)[^.;\n]*$"
)
"""An event that has only to be prepared: its date is no term."""
FINISHED = re.compile(
    r"(?<!đã )(?<!được )(?:hoàn *(?:thành|thiện|tất)|xong|báo *cáo|gửi|(?<!chương )trình|nộp|ban *hành"
    r"|phê *duyệt)[^.;\n]{0,40}$"
)
FINISHES = re.compile(r"(?:hoàn *thành|xong)(?!\w)")
"""A term may begin with the verb it is of."""
REPORTED = re.compile(r"(?<!đã )(?<!theo )báo *cáo[^.;\n]{0,100} (?:kết *quả|tình *hình)(?: *thực *hiện)? *$")
"""The report itself is what the time is for, however many it goes to."""
REPORTS_ON = re.compile(
    r"(?<!đã )(?<!theo )(?:báo *cáo|tổng *hợp|thống *kê)[^.;,\n]{0,60} (?:kết *quả|tình *hình|công *tác)"
    r" *(?:thực *hiện|triển *khai)[^.;,\n]{3,80}$"
)
YEAR = re.compile(r"trong *(?:cả *)?năm(?!\w)")
"""Over which work is reported: its end is not when the report is due."""
ORDERED = re.compile(
    r"(?:xây *dựng|tham *mưu|triển *khai|tổ *chức|rà *soát|kiện *toàn|thành *lập|xử *lý|giải *quyết"
    r"|khắc *phục|đối *chiếu|cập *nhật|thống *kê|công *khai)[^.;\n]*$"
)
TOLD_AFTER = re.compile(
    r" *,?(?: *(?!hoàn|xử|giải|khắc|thực)[^\s,.;]+)?(?: +(?!hoàn|xử|giải|khắc|thực)[^\s,.;]+){0,5}?"
    r" +(?:đã(?! *(?:được|giao|nêu))|ước|(?:sẽ *)?diễn *ra)(?!\w)"
)
SPARED = re.compile(
    r"(?:^|[ ,;:])(?:không|chưa) *(?!quá|muộn|chậm|để|hoàn|xong|kịp|đạt|thực *hiện *được|trả *lời)"
    r"[^.;,\n]{1,80}$"
)
"""What is not to be done over a time."""
PART_SO_FAR = re.compile(r"đầu *năm")
HORIZON = re.compile(r"(?:đến|tới) *năm")
"""To a year, without its end: how far a strategy looks."""


class Trap(StrEnum):
    """Why what looks like a term is none."""

    REPEATED = "repeated"
    ARISEN = "arisen"
    PAST = "past"
    DONE = "done"
    SO_FAR = "so_far"
    HORIZON = "horizon"
    EVENT = "event"
    FIGURES = "figures"
    PREPARED = "prepared"
    TOLD = "told"
    ACCOUNT = "account"
    SPARED = "spared"


SURELY = {Trap.EVENT: EVENT, Trap.FIGURES: CUT_OFF, Trap.ACCOUNT: OF_THINGS}
PERHAPS = {Trap.SPARED: SPARED, Trap.PREPARED: PREPARED, Trap.ACCOUNT: RATED}
"""What words in front of a time make of it; what is to be finished by it has a term all the same."""


def is_event_hour(text: str, start: int) -> bool:
    """Say whether the hour at `start` of a folded text is when something begins or ends."""
    return EVENT_HOUR.search(text[max(0, start - CLAUSE) : start]) is not None


def trap_of(
    text: str, start: int, end: int, *, weak: bool, date: dt.date | None, written_on: dt.date | None
) -> Trap | None:
    """Return why what stands at [start, end) of a folded text is no term, None where it is one.

    `weak`: its words ("trong", "đến", "từ … đến …") introduce a time as often as a term.
    """
    finished = FINISHES.match(text, start, end)
    before = text[max(0, start - CLAUSE) : finished.end() if finished else start]
    after = text[end : end + CLAUSE]
    is_ahead = date is not None and written_on is not None
    if REPEATED_AFTER.match(after) or (date is None and REPEATED_BEFORE.search(before)):
        return Trap.REPEATED
    if ARISEN.search(before):
        return Trap.ARISEN
    if _is_past(date, written_on, weak=weak):
        return Trap.PAST
    if not is_ahead and DONE_ALREADY.search(before):
        return Trap.DONE
    so_far = not is_ahead and PART_SO_FAR.search(text, start, end) and not FINISHED.search(before)
    looks_far = HORIZON.match(text, start, end)
    accounted = YEAR.match(text, start, end) and REPORTS_ON.search(before)
    if not weak or so_far or looks_far:
        return (Trap.SO_FAR if so_far else Trap.HORIZON) if weak else None
    return Trap.ACCOUNT if accounted else _told(before, after)


def _is_past(date: dt.date | None, written_on: dt.date | None, *, weak: bool) -> bool:
    if date is None or written_on is None:
        return False
    return date < written_on if weak else date + LATE_SIGNING < written_on


def _told(before: str, after: str) -> Trap | None:
    """Look at the words around a time for what they say of it."""
    if told := next((trap for trap, words in SURELY.items() if words.search(before)), None):
        return told
    if FINISHED.search(before) or REPORTED.search(before):
        return None
    if told := next((trap for trap, words in PERHAPS.items() if words.search(before)), None):
        return told
    if TOLD_AFTER.match(after):
        return Trap.TOLD
    return Trap.ACCOUNT if ACCOUNT.search(before) and not ORDERED.search(before) else None
