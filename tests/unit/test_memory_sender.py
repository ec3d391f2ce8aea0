"""The sender that tests of the outbox stand on."""

from __future__ import annotations

from letters import a_letter, failure_of
from notifications.memory import MemorySender


def test_it_keeps_what_it_is_given() -> None:
    sender = MemorySender()
    letter = a_letter()
    assert sender.send("memory:a", letter) == "250 2.0.0 kept as 1"
    assert sender.sent == [("memory:a", letter)]


def test_it_fails_as_told_until_told_otherwise() -> None:
    sender = MemorySender()
    sender.permanent.add("memory:a")
    sender.temporary.add("memory:b")
    assert failure_of(sender, "memory:a").permanent
    assert not failure_of(sender, "memory:b").permanent
    sender.temporary.clear()
    sender.send("memory:b", a_letter())
    assert len(sender.sent) == 1
