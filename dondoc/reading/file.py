"""From a file to its text, or one sentence that says why not."""

from __future__ import annotations

import hashlib
from importlib import import_module
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.reading.files import content_of
from dondoc.reading.forms.form import Form, form_of
from dondoc.reading.forms.legacy import refuse_legacy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MEGABYTE = 1024 * 1024
LARGEST = {Form.TEXT: 5 * MEGABYTE}
LARGEST_OTHER = 50 * MEGABYTE
"""Bytes; the text of a hundred pages is a tenth of the one, a scan of them half of the other."""
READERS = {
    Form.TEXT: "txt",
    Form.ARCHIVE: "docx",
    Form.PDF: "pdf",
    Form.OLD_WORD: "doc",
    Form.RICH_TEXT: "doc",
}
"""The file under `forms` that reads a form; imported only for a document in it."""
UNREAD = {
    Form.PICTURE: N_(
        "%(file)s is a picture of a document. Ask for the electronic original, or have its text recognised "
        "(OCR) and checked, and save that as .docx."
    ),
    Form.PAGE: N_("%(file)s is a web page, not a document. Save the document itself as .docx or .txt."),
}


def load(path: Path) -> tuple[str, str]:
    """Return the text of a document and the hash of its file.

    Its form (.txt, .docx, .pdf, .doc, .rtf) is told by the content. Raises BadInput, naming file and remedy,
    where it gives no text that can be relied on.
    """
    content = content_of(path, LARGEST_OTHER)
    text = text_of(content, path.name)
    return text, hashlib.sha256(content).hexdigest()


def text_of(content: bytes, name: str) -> str:
    """Return the text of a document in any form; raises BadInput as `load` does."""
    form = form_of(content)
    _refuse_large(len(content), LARGEST.get(form, LARGEST_OTHER), name)
    if form in UNREAD:
        raise BadInput(UNREAD[form], file=name)
    read: Callable[[bytes, str], str] = import_module(f"dondoc.reading.forms.{READERS[form]}").text_of
    text = read(content, name)
    if not text.strip():
        raise BadInput("%(file)s holds nothing but blanks. Save the document again.", file=name)
    _refuse_large(len(text), LARGEST[Form.TEXT], name)
    refuse_legacy(text, name)
    return text


def _refuse_large(size: int, limit: int, name: str) -> None:
    if size > limit:
        raise BadInput(
            "%(file)s is larger than %(limit)s MB, too large for a notice. Check that it is the right file.",
            file=name,
            limit=limit // MEGABYTE,
        )
