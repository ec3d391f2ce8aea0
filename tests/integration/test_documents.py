"""Documents of every kind, in invented bodies' own wording, each read as a person would."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from dondoc.reading.notice import read_text

if TYPE_CHECKING:
    from dondoc.reading.result import Item, ReadTerm

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"
EXPECTED = sorted(DOCUMENTS.glob("*.yaml"))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda file: file.stem)
def test_it_reads_a_document_of_this_kind(expected: Path) -> None:
    stated = yaml.safe_load(expected.read_text(encoding="utf-8"))
    reading = read_text(expected.with_suffix(".txt").read_text(encoding="utf-8"))
    head = {name: getattr(reading.document, name) for name in stated if name != "items"}
    assert head == {name: stated[name] for name in head}
    assert [item.ref for item in reading.items] == [each["ref"] for each in stated["items"]]
    for item, each in zip(reading.items, stated["items"], strict=True):
        assert _read(item, each) == each


def _read(item: Item, stated: dict[str, Any]) -> dict[str, Any]:
    """Return what was read in the words of what is stated; who and when are always compared."""
    line = " ".join(item.text.split())
    read: dict[str, Any] = {"ref": item.ref, "starts": line[: len(stated["starts"])]}
    read |= {"leads": [" ".join(each.name.split()) for each in item.leads]}
    read |= {"with": [" ".join(each.name.split()) for each in item.coordinators]} if item.coordinators else {}
    read |= {"term": _term(item.term)} if item.term else {}
    read |= {"recurs": True} if item.recurrence else {}
    read |= {"cites": [each.text for each in item.legal_refs]} if item.legal_refs else {}
    return read | ({"kind": item.kind} if "kind" in stated else {})


def _term(term: ReadTerm) -> dict[str, Any]:
    read = {str(term.operator): f"{term.amount} {term.unit}" if term.amount else term.date}
    return read | ({"at": f"{term.time:%H:%M}"} if term.time else {})
