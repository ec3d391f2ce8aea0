"""What a body gives to others or proposes to them: told of it, no order of the issuer to those others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import names_from
from dondoc.reading.order_words import OWN_STAFF
from dondoc.reading.text import EDGE, spell

if TYPE_CHECKING:
    from dondoc.reading.text import Span, Text

PROPOSES = re.compile(EDGE + spell(r"(?:đề xuất|tham mưu|trình)(?: cho| với)? "))


def hands_on(text: Text, before: Span) -> bool:
    """Tell whether the words in front of "giao", "phân công" make it what a body does or proposes."""
    return _gives_own_staff(text, before) or _proposes(text, before)


def _gives_own_staff(text: Text, before: Span) -> bool:
    """Tell what a body gives to people of its own, "Tòa A phân công Thẩm phán …": it stays the owner."""
    named, end = names_from(text, *before)
    return bool(named) and end >= before.end - 1 and bool(OWN_STAFF.match(text.folded, before.end))


def _proposes(text: Text, before: Span) -> bool:
    """Tell what somebody is only to propose to others: "đề xuất Sở A giao Phòng B …"."""
    to = (match.end() for match in PROPOSES.finditer(text.folded, *before))
    return any(names_from(text, each, before.end)[1] >= before.end - 1 for each in to)
