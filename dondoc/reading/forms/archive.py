"""Files that are zip archives: which are safe to unpack, and which of them is a Word document."""

from __future__ import annotations

import io
import re
import zlib
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from dondoc.errors import BadInput
from dondoc.i18n import N_

LARGEST = 100 * 1024 * 1024
"""Bytes of an unpacked document; a hundred pages and their pictures stay far below."""
PICTURES = ("word/media/", "word/fonts/", "word/embeddings/", "xl/media/", "xl/embeddings/")
MOST_FILES = 5000
ENCRYPTED = 1
CONTENT_TYPES = "[Content_Types].xml"
WORD = "wordprocessingml.document.main+xml"
TOO_LARGE = N_("%(file)s unpacks to far more than a notice has room for. Check that it is the right file.")
DAMAGED = N_("%(file)s is damaged or cut off. Copy the document again, or save it again as .docx.")
OTHERS = (
    (
        re.compile(r"ms-word\.(?:document|template)\.macroEnabled"),
        N_("%(file)s is a Word document with macros. Save it as .docx, without macros."),
    ),
    (
        re.compile(r"wordprocessingml\.template"),
        N_("%(file)s is a Word template. Save the document as .docx."),
    ),
    (
        re.compile(r"spreadsheetml|ms-excel|opendocument\.spreadsheet"),
        N_("%(file)s is a workbook, not an official document. Check that it is the right file."),
    ),
    (
        re.compile(r"presentationml|ms-powerpoint|opendocument\.presentation"),
        N_("%(file)s is a presentation, not an official document. Check that it is the right file."),
    ),
    (
        re.compile(r"opendocument\.text"),
        N_("%(file)s is an OpenDocument file (.odt). Save the document as .docx."),
    ),
)
ANOTHER = N_("%(file)s is an archive, not a document. Unpack it and name the document in it.")


class Package(NamedTuple):
    """What an archive may be: bytes of XML at most, and what is said of one that is larger, or damaged."""

    largest_xml: int
    too_large: str
    damaged: str


WORD_PACKAGE = Package(20 * 1024 * 1024, TOO_LARGE, DAMAGED)


def refuse_archive(content: bytes, name: str) -> None:
    """Raise BadInput for an archive that is damaged, too large to unpack, or no Word document."""
    types = types_of(content, name, WORD_PACKAGE)
    if WORD not in types:
        sentence = next((sentence for kind, sentence in OTHERS if kind.search(types)), ANOTHER)
        raise BadInput(sentence, file=name)


def types_of(content: bytes, name: str, package: Package) -> str:
    """Return what an archive says it holds; raises BadInput for one too large, locked or damaged."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            _refuse_bomb(archive, name, package)
            return _types(archive)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise BadInput(package.damaged, file=name) from error


def _refuse_bomb(archive: ZipFile, name: str, package: Package) -> None:
    """Judge by the sizes the archive declares; nothing is ever unpacked beyond them."""
    entries = archive.infolist()
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise BadInput("%(file)s is protected by a password. Save it without one.", file=name)
    xml = sum(entry.file_size for entry in entries if not entry.filename.startswith(PICTURES))
    whole = sum(entry.file_size for entry in entries)
    if xml > package.largest_xml or whole > LARGEST or len(entries) > MOST_FILES:
        raise BadInput(package.too_large, file=name)


def _types(archive: ZipFile) -> str:
    """Return what an archive says it holds: the list of an Office file, the type of an OpenDocument one."""
    kept = archive.namelist()
    listing = next((each for each in (CONTENT_TYPES, "mimetype") if each in kept), None)
    return archive.read(listing).decode("utf-8", errors="replace") if listing else ""
