"""What a body gives to others or proposes to them: told of it, no order of the issuer to those others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT, names_from
from dondoc.reading.heads import head_at
from dondoc.reading.order_words import OWN_STAFF, PETITIONS, SUPERVISES
from dondoc.reading.text import EDGE, spell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading.text import Span, Text

PROPOSES = re.compile(EDGE + spell(r"(?:(?:đề xuất|tham mưu|trình)(?: cho| với)?|được) "))
"""In front of those who are then said to give it: to whom it is proposed, or by whom it was given."""
DUTIES = re.compile(spell(r"giao nhiệm vụ(?! cụ thể)"))


def hands_on(text: Text, before: Span) -> bool:
    """Tell whether the words in front of "giao", "phân công" make it what a body does or proposes."""
    return any(tells(text, before) for tells in (_gives_own_staff, _proposes, _gives_duties))


def _gives_duties(text: Text, before: Span) -> bool:
    """Tell one of several works, "Đặt hàng, giao nhiệm vụ cho các đội", from an order to those."""
    duties = before.end > before.start and DUTIES.match(text.folded, before.end)
    return bool(duties and ACT.match(text.folded, before.start))


def _gives_own_staff(text: Text, before: Span) -> bool:
    """Tell what a body gives to people of its own, "Tòa A phân công Thẩm phán …": it stays the owner."""
    named, end = names_from(text, *before)
    return bool(named) and end >= before.end - 1 and bool(OWN_STAFF.match(text.folded, before.end))


def _proposes(text: Text, before: Span) -> bool:
    """Tell what others give: "đề xuất Sở A giao Phòng B …", "được Sở A giao Phòng B quản lý"."""
    to = (match.end() for match in PROPOSES.finditer(text.folded, *before))
    return any(names_from(text, each, before.end)[1] >= before.end - 1 for each in to)


def petitions(text: Text, leads: Sequence[Span], place: int) -> bool:
    """Tell what those who supervise ask of others by the document: "Ủy ban kiến nghị Bộ A lập sổ"."""
    asks = PETITIONS.match(text.folded, place)
    supervises = leads and SUPERVISES.match(text.folded, *leads[0])
    return bool(asks and supervises and head_at(text, asks.end(), len(text.folded)))
