"""What was told, by which step and channel and with which result, is said in the reader's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.cli.step_words import channel, result, step
from dondoc.reading.ladders import shipped_ladders
from dondoc.words.steps import OCCASIONS, RESULTS, STEPS
from models import DeliveryState, NewsKind
from notifications.digest import Section

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_shipped_step_has_its_words() -> None:
    assert {one.code for ladder in shipped_ladders() for one in ladder.steps} == set(STEPS)


def test_every_section_and_kind_of_news_has_its_words() -> None:
    assert {*Section, *NewsKind} <= {*STEPS, *OCCASIONS}


def test_every_result_has_its_words() -> None:
    assert set(RESULTS) == set(DeliveryState)


@pytest.mark.parametrize(
    ("say", "code", "words"),
    [
        pytest.param(step, "director_general", "Tổng cục trưởng", id="a shipped step"),
        pytest.param(step, "due_soon", "sắp đến hạn", id="a section, where no step was raised"),
        pytest.param(step, "urgent2", "urgent2", id="a step of the users' own ladder"),
        pytest.param(channel, "dmail", "thư điện tử", id="mail"),
        pytest.param(channel, "tgram", "tgram", id="any other channel of Apprise"),
        pytest.param(result, "sent: 250 OK", "đã gửi: 250 OK", id="the answer stays as it was given"),
        pytest.param(result, "pending", "chờ gửi", id="no answer yet"),
        pytest.param(result, "void: no longer needed", "không còn cần gửi", id="said once"),
    ],
)
def test_it_says(say: Callable[[str], str], code: str, words: str) -> None:
    assert say(code) == words
