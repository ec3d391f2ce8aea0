"""What looks like a term and is none: what has happened, what repeats, and the dates of events."""

from __future__ import annotations

import datetime as dt
import re

LATE_SIGNING = dt.timedelta(days=92)
"""Conclusions are often signed weeks after the meeting; a named day longer past than this tells of the past."""
CLAUSE = 160
REPEATED_AFTER = re.compile(
    r"(?:[ ,;]*(?:và *)?(?:ngày *)?\d{1,2}/\d{1,2})* *[,(]? *(?:(?:hàng|hằng|mỗi) *(?:ngày|tuần|tháng|quý|năm)|định *kỳ)"
)
REPEATED_BEFORE = re.compile(r"(?:hàng|hằng|mỗi|định *kỳ) *(?:\w+ *){0,2}(?:tuần|tháng|quý|năm)[^.;\n]*$")
TOLD_BEFORE = re.compile(
    r"(?:thụ *lý|phát *sinh|(?<!\w)sinh|hiệu *lực|tuyển *dụng|xảy *ra|diễn *ra|khởi *công|tồn *(?:đọng|tại)"
    r"|đã *(?:được *)?(?:ban *hành|ký|cấp|nộp|gửi|trình|báo *cáo|hoàn *thành|xong|\w+ *xong))[ ,(]*$"
)
EVENT_BEFORE = re.compile(
    r"(?:diễn *ra|khai *mạc|bắt *đầu|kết *thúc|có *mặt|tập *trung|đã *bố *trí|tổ *chức *vào)[ ,(]*$"
)
ACCOUNT_BEFORE = re.compile(
    r"(?:tính|số *liệu|kết *quả|giai *đoạn|thời *kỳ|nhiệm *kỳ|kỳ|tình *hình|hiện|kéo *dài|hiệu *lực|thời *điểm|từ"
    r"|nhiệm *vụ|trọng *tâm|công *tác|kế *hoạch|chương *trình|chỉ *tiêu|phương *hướng|tầm *nhìn|năm *học|nghỉ *\w*"
    r"|tiếp *nhận|giải *quyết *được|đã *\w+(?: *\w+)?)[ ,:(]*$"
)
PREPARED = re.compile(
    r"(?:chuẩn *bị|phục *vụ|theo *lịch|tham *dự|dự *kiến)[^.;\n]*?"
    r"(?:họp|hội *nghị|lễ|đại *hội|buổi|cuộc|phiên|khai *giảng|làm *việc|tiếp *xúc|sự *kiện)[^.;\n]*$"
)
DONE_BY = re.compile(
    r"(?:hoàn *(?:thành|thiện|tất)|xong|báo *cáo|gửi|(?<!chương )trình|nộp|ban *hành|phê *duyệt)[^.;\n]{0,40}$"
)
PART_SO_FAR = re.compile(r"đầu *năm")
TOLD_AFTER = re.compile(r" *,?(?: *(?!hoàn|xử|giải|khắc|thực)[^\s,.;]+){0,6}? +đã(?!\w)")


def is_trap(
    text: str, start: int, end: int, *, weak: bool, date: dt.date | None, written_on: dt.date | None
) -> bool:
    """Say whether what stands at [start, end) of a folded text is no term.

    `weak`: its words ("trong", "đến", "từ … đến …") introduce a time as often as a term.
    """
    before, after = text[max(0, start - CLAUSE) : start], text[end : end + CLAUSE]
    if REPEATED_AFTER.match(after) or (date is None and REPEATED_BEFORE.search(before)):
        return True
    if TOLD_BEFORE.search(before) or _is_past(date, written_on, weak=weak):
        return True
    return weak and _is_told(before, text[start:end], after)


def _is_past(date: dt.date | None, written_on: dt.date | None, *, weak: bool) -> bool:
    if date is None or written_on is None:
        return False
    return date < written_on if weak else date < written_on - LATE_SIGNING


def _is_told(before: str, phrase: str, after: str) -> bool:
    if EVENT_BEFORE.search(before):
        return True
    if DONE_BY.search(before):
        return False
    told = (
        ACCOUNT_BEFORE.search(before),
        PREPARED.search(before),
        TOLD_AFTER.match(after),
        PART_SO_FAR.search(phrase),
    )
    return any(told)
