"""`dondoc read --explain`: why every item and part was read as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from dondoc.cli.explain_words import SENTENCES
from dondoc.cli.language import _
from dondoc.rules.vietnamese import one_line

if TYPE_CHECKING:
    from dondoc.reading.result import Part, Reading

LONGEST = 60
"""Words of an item or part shown above its reasons."""


def print_reasons(reading: Reading) -> None:
    """Print the items and under each, where it has several, its parts, with their reasons."""
    for item in reading.items:
        _print(item, "")
        for part in item.parts if len(item.parts) > 1 else ():
            _print(part, "    ")


def with_sentences(plain: dict[str, Any]) -> dict[str, Any]:
    """Give each reason of a reading's JSON its sentence, as `text`."""
    for item in plain["items"]:
        for part in (item, *item["parts"]):
            part["reasons"] = [
                reason | {"text": _sentence(reason["rule"], reason["words"])} for reason in part["reasons"]
            ]
    return plain


def _print(part: Part, margin: str) -> None:
    text = one_line(part.text)
    typer.echo(f"{margin}{part.ref}  {text if len(text) <= LONGEST else text[:LONGEST] + '…'}")
    for reason in part.reasons:
        typer.echo(f"{margin}    - {_sentence(reason.rule, reason.words)}")


def _sentence(rule: str, words: str | None) -> str:
    return _(SENTENCES[rule]) % {"words": one_line(words or "")}
