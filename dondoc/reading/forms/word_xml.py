"""Small questions to the XML of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = Any
"""An lxml element; python-docx gives it no type of its own."""
OFF = ("0", "false", "off", "none")
VALUE = qn("w:val")
MC_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"


def child(element: Element | None, *path: str) -> Element | None:
    """Return the element a path of names leads to ("w:pPr", "w:numPr"), None where it ends."""
    for name in path:
        if element is None:
            return None
        element = element.find(qn(name))
    return element


def value(element: Element | None, *path: str) -> str | None:
    """Return the w:val of the element a path leads to."""
    found = child(element, *path)
    return None if found is None else found.get(VALUE)


def number(element: Element | None, *path: str) -> int | None:
    """Return a w:val that is a whole number, None for anything else."""
    said = value(element, *path) or ""
    return int(said) if said.removeprefix("-").isascii() and said.removeprefix("-").isdigit() else None


def switch(element: Element | None, *path: str) -> bool | None:
    """Return whether a property is on or off, None where it is not set."""
    found = child(element, *path)
    return None if found is None else found.get(VALUE) not in OFF


def content(element: Element) -> Iterator[Element]:
    """Yield what an element holds, looking into what only wraps it: content controls, links, fields."""
    for each in element:
        name = local_name(each)
        if name in {"sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo"}:
            yield from content(each)
        elif name == "AlternateContent":
            choice = each.find(MC_CHOICE)
            yield from content(choice if choice is not None else each)
        elif name:
            yield each


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace, nothing for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
