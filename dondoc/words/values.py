"""Plain values, as a difference keeps them, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dondoc.words.speech import Speech

Worded = Mapping[str, Callable[[Speech, str], str]]
"""How the fields whose values are codes, days or hours are said, by the field's name."""


def in_words(speech: Speech, worded: Worded, name: str, plain: object) -> str:
    """Say the plain value of the field `name`: nothing of None, a list by its members."""
    if plain is None:
        return ""
    if isinstance(plain, list):
        return ", ".join(map(str, plain))
    say = worded.get(name)
    return say(speech, str(plain)) if say else str(plain)
