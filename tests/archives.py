"""Files that Office programs save: archives that say what they hold, and what there was before them."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile

from dondoc.reading.forms import archive

TYPES = '<Types><Override ContentType="application/{}+xml"/></Types>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]><d>&b;</d>'


def archived(**files: str) -> bytes:
    kept = io.BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(name, content)
    return kept.getvalue()


def typed(kind: str) -> bytes:
    """Return an archive with nothing but the statement that it is of a kind."""
    return archived(**{archive.CONTENT_TYPES: TYPES.format(kind)})


def with_part(content: bytes, name: str, xml: str) -> bytes:
    """Return an archive with another text in one of its files."""
    kept = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(kept, "w") as new:
        for each in old.namelist():
            new.writestr(each, xml if each == name else old.read(each))
    return kept.getvalue()
