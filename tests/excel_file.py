"""A workbook as Microsoft Excel 16 saves it: its dialect, as it stands in workbooks that Excel saved."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Callable

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OURS = "http://schemas.microsoft.com/office/spreadsheetml/2009/9"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>"
)
SPACES = (
    f' xmlns:r="{LINKS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    f' mc:Ignorable="x14ac xr" xmlns:x14ac="{OURS}/ac"'
    ' xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"'
    ' xr:uid="{7ABEB9B2-2F75-4B51-931C-5E2E1B6932F9}"'
)
FONT = '<rPr><b/><sz val="12"/><color theme="1"/><rFont val="Times New Roman"/><family val="1"/></rPr>'
HEARD = '<rPh sb="0" eb="2"><t>x</t></rPh><phoneticPr fontId="1" type="noConversion"/>'
LISTS = (
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"'
    f' xmlns:x14="{OURS}/main"><x14:dataValidations'
    ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">%s</x14:dataValidations></ext></extLst>'
)
FILTER = (
    '<autoFilter ref="A4:N8" xr:uid="{10DCEC3C-C001-48A5-ADBD-055627E6CCF7}"><filterColumn colId="9">'
    '<customFilters><customFilter operator="notEqual" val=" "/></customFilters></filterColumn></autoFilter>'
)
PIVOT = (
    f'<pivotTableDefinition xmlns="{MAIN}" name="PivotTable1" cacheId="1" dataCaption="Giá trị">'
    '<location ref="A3:B20" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>'
)
GROUPED = (
    f'<pivotCacheDefinition xmlns="{MAIN}"><cacheSource type="worksheet"/><cacheFields count="1">'
    '<cacheField name="Loại"><fieldGroup base="0"><discretePr count="1"><x v="1"/></discretePr>'
    '<groupItems count="1"><s v="Nhóm 1"/></groupItems></fieldGroup></cacheField></cacheFields>'
    "</pivotCacheDefinition>"
)


def saved_by_excel(content: bytes) -> bytes:
    """Return a workbook as Excel saves it: other words for the same cells."""
    strings: list[str] = []

    def shared(cell: re.Match[str]) -> str:
        strings.append(_runs(cell[2]))
        return f'<c{cell[1]} t="s"><v>{len(strings) - 1}</v></c>'

    def sheet(part: str) -> str:
        inside = r'<c([^>]*?) t="inlineStr"><is><t[^>]*>(.*?)</t></is></c>'
        return _sheet(re.sub(inside, shared, part, flags=re.DOTALL))

    changed = _with(content, {r"docProps/app\.xml": lambda _part: APP, r"xl/worksheets/.*\.xml": sheet})
    table = f'<sst xmlns="{MAIN}">{"".join(strings)}</sst>'
    return _linked(changed, "workbook", "sharedStrings", {"xl/sharedStrings.xml": table})


def strict(content: bytes) -> bytes:
    """Return a workbook in the form that Excel calls Strict Open XML."""
    usual = r"http://schemas\.openxmlformats\.org/(spreadsheetml|officeDocument)/2006/"
    named = re.compile(usual)
    return _with(
        content, {r".*\.(xml|rels)": lambda part: named.sub(r"http://purl.oclc.org/ooxml/\1/", part)}
    )


def with_pivot(content: bytes) -> bytes:
    """Return a workbook with a pivot table beside the plan, one of its fields grouped."""
    table = {"xl/pivotTables/pivotTable1.xml": PIVOT}
    cache = {"xl/pivotCache/pivotCacheDefinition1.xml": GROUPED}
    with_table = _linked(content, "worksheets/sheet1", "pivotTable", table)
    return _linked(with_table, "pivotTables/pivotTable1", "pivotCacheDefinition", cache)


def _runs(text: str) -> str:
    """Write a text in runs of their own fonts; a line that was pasted ends as Word ends it."""
    first, blank, rest = text.replace("\n", "_x000D_\r\n").partition(" ")
    run = f'<r><t xml:space="preserve">{first}{blank}</t></r>'
    return f"<si>{run}" + (f"<r>{FONT}<t>{rest}</t></r>" if rest else "") + f"{HEARD}</si>"


def _sheet(part: str) -> str:
    part = part.replace("<worksheet ", f"<worksheet{SPACES} ", 1)
    part = re.sub(r'<row r="(\d+)"', r'<row r="\1" spans="1:14" x14ac:dyDescent="0.25"', part)
    lists = re.findall(r'<dataValidation [^>]*sqref="([^"]*)"[^>]*>.*?<formula1>(.*?)</formula1>', part)
    part = re.sub(r"<dataValidations.*</dataValidations>", "", part)
    moved = "".join(
        f'<x14:dataValidation type="list"><x14:formula1><xm:f>{formula}</xm:f></x14:formula1>'
        f"<xm:sqref>{cells}</xm:sqref></x14:dataValidation>"
        for cells, formula in lists
    )
    part = part.replace("</sheetData>", f"</sheetData>{FILTER if moved else ''}")
    return part.replace("</worksheet>", f"{LISTS % moved if moved else ''}</worksheet>")


def _linked(content: bytes, source: str, kind: str, part: dict[str, str]) -> bytes:
    """Return a workbook with one more part, to which another of its parts links."""
    (name,) = part
    override = f'<Override PartName="/{name}" ContentType="{KIND}.{kind}+xml"/>'
    folder, _, end = source.rpartition("/")
    links = f"xl/{folder}/_rels/{end}.xml.rels".replace("//", "/")
    link = f'<Relationship Id="rIdNew" Type="{LINKS}/{kind}" Target="/{name}"/>'
    described = _with(
        content, {r"\[Content_Types\]\.xml": lambda types: types.replace("</T", f"{override}</T")}
    )
    with ZipFile(io.BytesIO(content)) as archive:
        known = archive.read(links).decode() if links in archive.namelist() else ""
    relations = (known or f'<Relationships xmlns="{RELATIONS}"></Relationships>').replace("</R", f"{link}</R")
    return _with(described, {}, part | {links: relations})


def _with(
    content: bytes, changed: dict[str, Callable[[str], str]], added: dict[str, str] | None = None
) -> bytes:
    kept, added = io.BytesIO(), added or {}
    with ZipFile(io.BytesIO(content)) as old, ZipFile(kept, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            for pattern, change in changed.items():
                part = change(part.decode()).encode() if re.fullmatch(pattern, name) else part
            if name not in added:
                new.writestr(name, part)
        for name, text in added.items():
            new.writestr(name, text)
    return kept.getvalue()
