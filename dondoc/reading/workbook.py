"""Workbooks in: the sheets of an .xlsx file, whichever program saved it."""

from __future__ import annotations

import io
import re
import warnings
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from dondoc.errors import BadInput, TooLarge
from dondoc.i18n import N_
from dondoc.reading.bare import Spread, bare
from dondoc.reading.cells import has_formulas, sheet_of
from dondoc.reading.forms.archive import Package, types_of
from dondoc.reading.forms.form import Form, form_of

if TYPE_CHECKING:
    from openpyxl import Workbook

    from dondoc.reading.cells import Sheet

LARGEST = 20 * 1024 * 1024
"""Bytes; with pictures that somebody has pasted in."""
WORKBOOK = "spreadsheetml.sheet.main+xml"
STREAM = "utf-16-le"
TOO_LARGE = N_("%(file)s is far larger than a workbook of a plan. Check that it is the right file.")
DAMAGED = N_(
    "%(file)s is damaged or cut off. Open it in Excel or LibreOffice and save it again as an Excel workbook "
    "(.xlsx)."
)
PACKAGE = Package(5 * 1024 * 1024, TOO_LARGE, DAMAGED)
"""A plan of a hundred items takes a tenth of a megabyte."""
MOST_SPREAD = 100_000
"""Cells that merged ranges may cover."""
SPREAD = N_("%(file)s has cells merged over whole rows or columns. Unmerge them and save it again.")
PROTECTED = N_("%(file)s is protected by a password. Save it without one.")
OLD = N_("%(file)s is a workbook of an old form (.xls). Save it as an Excel workbook (.xlsx).")
CSV = N_("%(file)s is text (.csv, .txt), not a workbook. Fill in the workbook that was exported (.xlsx).")
OTHER = N_("%(file)s is not a workbook. Name the workbook that was exported (.xlsx).")
OTHERS = (
    (
        re.compile(r"macroEnabled"),
        N_("%(file)s is a workbook with macros. Save it as an Excel workbook (.xlsx), without macros."),
    ),
    (
        re.compile(r"spreadsheetml\.template|opendocument\.spreadsheet|ms-excel"),
        N_("%(file)s is a workbook of another form. Save it as an Excel workbook (.xlsx)."),
    ),
)


def read_workbook(content: bytes, name: str) -> list[Sheet]:
    """Return the sheets of an .xlsx workbook, the hidden ones too, with its formulas' last values.

    Raises BadInput, naming the file and what to do, for every other file, and for one that is damaged,
    protected by a password, or unpacks to far more than a plan has room for; TooLarge for one of more than
    LARGEST bytes.
    """
    if len(content) > LARGEST:
        raise TooLarge(TOO_LARGE, file=name)
    _refuse_other(content, name)
    content = _bare(content, name)
    formulas = _opened(content, name, values=False)
    values = _opened(content, name, values=True) if any(map(has_formulas, formulas.worksheets)) else formulas
    return [sheet_of(formulas[sheet.title], sheet) for sheet in values.worksheets]


def _refuse_other(content: bytes, name: str) -> None:
    form = form_of(content)
    if form is Form.OLD_WORD:
        raise BadInput(_old(content), file=name)
    if form is not Form.ARCHIVE:
        raise BadInput(CSV if form is Form.TEXT else OTHER, file=name)
    types = types_of(content, name, PACKAGE)
    if WORKBOOK not in types:
        raise BadInput(next((said for kind, said in OTHERS if kind.search(types)), OTHER), file=name)


def _bare(content: bytes, name: str) -> bytes:
    try:
        return bare(content, MOST_SPREAD)
    except Spread as error:
        raise BadInput(SPREAD, file=name) from error
    except Exception as error:  # as below: whatever a damaged package makes the parser stumble over
        raise BadInput(DAMAGED, file=name) from error


def _old(content: bytes) -> str:
    """Return what is said of a file of the form that Office had before 2007, or that a password locks."""
    if "EncryptedPackage".encode(STREAM) in content:
        return PROTECTED
    return OLD if "Workbook".encode(STREAM) in content or "Book".encode(STREAM) in content else OTHER


def _opened(content: bytes, name: str, *, values: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it leaves aside: themes, old rules
            return load_workbook(io.BytesIO(content), data_only=values, keep_links=False)
    except Exception as error:  # what a damaged package makes openpyxl raise is whatever it stumbles over
        raise BadInput(DAMAGED, file=name) from error
