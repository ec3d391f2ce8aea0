"""How a document ends: whole, without the usual ending, or cut off in the middle of a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dondoc.reading.result import Reading

END_MARKS = re.compile(r"\./\.|nơi\s+nhận", re.IGNORECASE)
"""What official documents end with, beside a signature (Decree 30/2020/NĐ-CP, art. 8)."""
FULL_STOP = re.compile(r"[.!?…)\]”\"»|*_–-]\s*$")
"""How a sentence, or a table or rule drawn in text, ends; ";" and ":" announce more."""


def has_ending(reading: Reading) -> bool:
    """Say whether the document has a closing mark, a list of recipients or a signature."""
    return reading.document.signer is not None or END_MARKS.search(reading.text) is not None


def is_cut_off(reading: Reading) -> bool:
    """Say whether the document stops in the middle of a sentence without any of its usual ending."""
    return not has_ending(reading) and FULL_STOP.search(reading.text) is None
