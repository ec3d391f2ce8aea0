"""A letter for tests to send, and how sending it fails."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from notifications.sender import Letter, SendError

if TYPE_CHECKING:
    from notifications.sender import Sender

_LETTER = Letter(
    message_id="<digest-7@thads.example>",
    person_name="Trần Thị Hòa",
    language="vi",
    day=dt.date(2014, 5, 22),
    composed_at=dt.datetime(2014, 5, 22, 0, 0, tzinfo=dt.UTC),
    subject="Bản tin công việc ngày 22/5/2014",
    text="Kính gửi đồng chí Trần Thị Hòa,\n\nHôm nay có 01 nhiệm vụ đến hạn.\n",
)


def a_letter(**changes: Any) -> Letter:
    return replace(_LETTER, **changes)


def failure_of(sender: Sender, address: str) -> SendError:
    with pytest.raises(SendError) as caught:
        sender.send(address, a_letter())
    return caught.value
