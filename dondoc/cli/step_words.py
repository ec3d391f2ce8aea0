"""Why, how and with what result somebody was told, in the language of this run."""

from __future__ import annotations

from dondoc.cli.language import _
from dondoc.words.steps import CHANNELS, OCCASIONS, RESULTS, STEPS
from models import DeliveryState


def step(code: str) -> str:
    """Name a step, or the section of the digest that told of the task."""
    words = STEPS.get(code) or OCCASIONS.get(code)
    return _(words) if words else code


def channel(scheme: str) -> str:
    """Name a channel by the scheme of its address."""
    words = CHANNELS.get(scheme)
    return _(words) if words else scheme


def result(said: str) -> str:
    """Say what came of a delivery: its state, then what the channel answered."""
    state, colon, answer = said.partition(": ")
    words = _(RESULTS[state]) if state in RESULTS else state
    return words if state == DeliveryState.VOID else f"{words}{colon}{answer}"
