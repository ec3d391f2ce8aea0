"""Parts of a run abreast: together or in turn, in their order, and not after one that broke."""

from __future__ import annotations

import threading
import time
from contextvars import ContextVar

import pytest

from dondoc.services.abreast import abreast

CALLER: ContextVar[str] = ContextVar("CALLER", default="nobody")
PATIENCE = 10.0
"""Seconds that a part waits for another one to come."""


def test_two_parts_are_worked_at_together() -> None:
    both = threading.Barrier(2, timeout=PATIENCE)
    assert sorted(abreast(lambda _part: both.wait(), range(2), 2)) == [0, 1]


def test_one_at_once_is_one_after_the_other_in_the_thread_of_the_caller() -> None:
    done = abreast(lambda part: (part, threading.get_ident()), "ab", 1)
    assert done == [("a", threading.get_ident()), ("b", threading.get_ident())]


def test_what_comes_of_the_parts_stands_in_their_order_whichever_is_quicker() -> None:
    last = threading.Event()

    def work(part: int) -> int:
        if part == 1:
            last.set()
        else:
            assert last.wait(PATIENCE)
        return part

    assert abreast(work, (0, 1), 2) == [0, 1]


def test_each_part_has_the_context_of_the_caller() -> None:
    CALLER.set("the run")
    assert abreast(lambda _part: CALLER.get(), range(3), 2) == ["the run"] * 3


@pytest.mark.parametrize("at_once", [1, 2])
def test_what_was_not_begun_when_a_part_broke_is_left(at_once: int) -> None:
    begun = []

    def work(part: int) -> None:
        begun.append(part)
        if part == 0:
            raise ValueError(part)
        time.sleep(0.05)

    with pytest.raises(ValueError, match="0"):
        abreast(work, range(100), at_once)
    assert len(begun) < 100
