"""`dondoc read`: what a document says, before anything is made of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _, current
from dondoc.cli.options import AsJson
from dondoc.cli.output import print_json, print_table, say
from dondoc.words.documents import DOCUMENT_KINDS, ITEM_KINDS, PURPOSES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from dondoc.reading.result import Item, Part, Reading, Recipient

app = App()

File = Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The document: .docx, .pdf, .txt or .doc."))]
Explain = Annotated[
    bool, typer.Option("--explain", help=_("Say for every item and part which rule read it, and why."))
]
LONGEST_TEXT = 90
"""Characters of an item in the table; `--json` has all of it."""


@app.command(help=_("Read a document and show what it says; touches no database."))
def read(file: File, explain: Explain = False, as_json: AsJson = False) -> None:
    """Read one document."""
    from dondoc.cli.explain import print_reasons, with_sentences
    from dondoc.reading.notice import read_file

    reading = read_file(file)
    if as_json:
        plain = reading.to_json(explain=explain)
        print_json(with_sentences(plain) if explain else plain)
        return
    _print(reading)
    warn_of_missing_end(reading)
    if explain:
        print_reasons(reading)


def warn_of_missing_end(reading: Reading) -> None:
    """Say that a document may be incomplete: cut off after a whole sentence, it reads like a short one."""
    from dondoc.reading.ending import has_ending

    if not has_ending(reading):
        say(_("The document has neither recipients nor a signature: make sure that its end is not missing."))


def _print(reading: Reading) -> None:
    print_table((_("Document"), ""), _document(reading))
    if reading.items:
        columns = (_("Item"), _("Kind"), _("Lead"), _("Coordinators"), _("Term"), _("Words"))
        print_table(columns, _rows(reading.items))
    else:
        say(_("The document orders nothing."))
    if reading.unread:
        say(_("These sentences look like orders and were read into no item:"))
    for words in reading.unread:
        typer.echo(f"  - {_line(words.text)}")


def _document(reading: Reading) -> Iterator[tuple[str, str | None]]:
    document = reading.document
    signer = document.signer
    yield _("Kind"), _(DOCUMENT_KINDS[document.kind])
    yield _("Number"), document.number or _("not stated")
    yield _("Date"), _date(document.date) or _("not stated")
    yield _("Meeting"), _date(document.meeting_date) or _("not stated")
    yield _("Issuer"), document.issuer or _("not stated")
    yield _("Subject"), document.subject or _("not stated")
    yield _("Signer"), f"{signer.name}, {signer.title or ''}".rstrip(" ,") if signer else _("not stated")
    yield _("Recipients"), "\n".join(_recipient(each) for each in reading.recipients) or _("not stated")
    yield _("Findings"), str(len(reading.findings))


def _recipient(recipient: Recipient) -> str:
    name = _line(recipient.name)
    return f"{name} ({_(PURPOSES[recipient.purpose])})" if recipient.purpose else name


def _rows(items: Iterable[Item]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each item, and where it has several parts a row set in for each."""
    for item in items:
        yield _row(item)
        if len(item.parts) > 1:
            yield from (_row(part, margin="  ") for part in item.parts)


def _row(item: Part, margin: str = "") -> tuple[str, ...]:
    text = _line(item.text)
    return (
        margin + item.ref,
        _(ITEM_KINDS[item.kind]),
        "; ".join(_line(each.name) for each in item.leads),
        "; ".join(_line(each.name) for each in item.coordinators),
        _term(item),
        text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…",
    )


def _term(item: Part) -> str:
    if item.term is None:
        recurs = item.recurrence if item.kind == "standing" else None
        return _line(recurs.text) if recurs else _("no term set")
    due = _date(item.term.last_day) or _("day not known yet")
    return f"{due} ({_line(item.term.phrase)})"


def _date(day: dt.date | None) -> str | None:
    from dondoc.rules.vietnamese import format_date

    if day is None:
        return None
    return format_date(day) if current() == "vi" else day.isoformat()


def _line(words: str) -> str:
    return " ".join(words.split())
