"""An annotation by hand, by spans and derived values, and what of a reading differs from it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dondoc.reading.notice import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dondoc.reading.result import Reading

CHECKS = ("ref", "kind", "leads", "coordinators", "term", "urgency", "recurrence", "legal_refs")
TERM = ("operator", "date", "time", "last_day", "span")


@dataclass(frozen=True)
class Annotation:
    """What a person says a document says; the document itself stays outside the project."""

    name: str
    stated: dict[str, Any]
    raw: str

    @classmethod
    def of(cls, file: Path, notices: Path) -> Annotation:
        """Load an annotation and the text it is of; raises ValueError where that is another text."""
        stated = json.loads(file.read_text(encoding="utf-8"))
        raw = (notices / stated["file"]).read_bytes().decode("utf-8-sig")
        if hashlib.sha256(raw.encode()).hexdigest() != stated["text_sha256"]:
            msg = f"{file.name} annotates another text than {stated['file']} has"
            raise ValueError(msg)
        return cls(stated["file"], stated, raw)

    def differences(self) -> list[str]:
        """Return what a reading says otherwise, one line each."""
        reading = read_text(self.raw)
        return [
            *self._of_document(reading),
            *_compare("recipients", self.stated["recipients"], _recipients(reading)),
            *_compare("references", self.stated["references"], _spans(reading.references)),
            *self._of_items(reading),
            *self._orders_nothing(reading),
        ]

    def _of_document(self, reading: Reading) -> Iterable[str]:
        read, stated = reading.to_json()["document"], self.stated["document"]
        for name in ("number", "issuer", "subject"):
            yield from _compare(name, self._words(stated[name]), _plain(read[name]))
        for name in ("kind", "date", "meeting_date"):
            yield from _compare(name, stated[name], read[name])
        signer, signed = read["signer"] or {}, stated["signer"] or {}
        for name in ("name", "title"):
            yield from _compare(f"signer {name}", self._words(signed.get(name)), _plain(signer.get(name)))
        yield from _compare("on behalf", signed.get("on_behalf"), signer.get("on_behalf"))

    def _of_items(self, reading: Reading) -> Iterable[str]:
        read = {tuple(item["span"]): item for item in reading.to_json()["items"]}
        for stated in self.stated["items"]:
            item = read.pop(tuple(stated["span"]), None)
            if item is None:
                yield f"{stated['ref']}: no item at {stated['span']}"
                continue
            yield from _compare(f"{stated['ref']} field", self._words(stated["field"]), _plain(item["field"]))
            for check in CHECKS:
                if stated[check] is not None or check != "kind":
                    yield from _compare(f"{stated['ref']} {check}", stated[check], _of(item[check]))
        yield from (f"{item['ref']}: an item nobody annotated at {item['span']}" for item in read.values())

    def _orders_nothing(self, reading: Reading) -> Iterable[str]:
        for start, end in self.stated["orders_nothing"]:
            for item in reading.items:
                if item.span[0] < end and start < item.span[1]:
                    yield f"{item.ref}: [{start}, {end}) orders nothing"

    def _words(self, span: list[int] | None) -> str | None:
        return _plain(self.raw[slice(*span)]) if span else None


def _of(value: Any) -> Any:
    """Return of what was read what is annotated: spans, and a term's values."""
    if isinstance(value, list):
        return [each["span"] for each in value]
    if isinstance(value, dict):
        return {name: value[name] for name in TERM} if "operator" in value else value["span"]
    return value


def _spans(quoted: Iterable[Any]) -> list[list[int]]:
    return [list(each.span) for each in quoted]


def _recipients(reading: Reading) -> list[list[Any]]:
    return [[*each.span, each.purpose] for each in reading.recipients]


def _plain(words: str | None) -> str | None:
    return " ".join(words.split()).casefold() if words else None


def _compare(what: str, stated: Any, read: Any) -> Iterable[str]:
    if stated != read:
        yield f"{what}: {stated} stated, {read} read"
