"""How Word writes the numbers of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST = 32767
"""The greatest number Word counts to."""


def roman(number: int) -> str:
    """Return a number as XIV."""
    written = ""
    for value, sign in ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def letters(number: int) -> str:
    """Return 1 as a, 26 as z, 27 as aa, 28 as bb, as Word does."""
    rounds, place = divmod(max(number, 1) - 1, len(LETTERS))
    return LETTERS[place] * (rounds + 1)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": lambda number: roman(number).lower(),
    "upperRoman": roman,
    "none": lambda _number: "",
}


def written(number: int, form: str) -> str:
    """Return a number in one of Word's formats; those that official documents do not use are decimal."""
    number = min(max(number, 0), MOST)
    return FORMATS.get(form, str)(number)
