"""The styles of a Word document, each with those it is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from dondoc.reading.forms.word_xml import Element, child, switch, value

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 20
"""Styles of a damaged document may be based on one another in a circle."""


class Styles:
    """The styles by their code; of a paragraph, the nearest that states a property counts."""

    def __init__(self, element: Element) -> None:
        """Keep the styles of the element w:styles."""
        self._styles = {each.get(qn("w:styleId")): each for each in element.iterchildren(qn("w:style"))}
        self._default = next(
            (
                code
                for code, each in self._styles.items()
                if each.get(qn("w:type")) == "paragraph" and each.get(qn("w:default")) in {"1", "true"}
            ),
            None,
        )

    def of(self, paragraph: Element) -> Iterator[Element]:
        """Yield the style of a paragraph, then what it is based on."""
        return self.named(value(paragraph, "w:pPr", "w:pStyle") or self._default)

    def named(self, code: str | None) -> Iterator[Element]:
        """Yield a style, then what it is based on."""
        for _step in range(DEEPEST):
            style = self._styles.get(code)
            if style is None:
                return
            yield style
            code = value(style, "w:basedOn")

    def shows(self, effect: str, run: Element, paragraph: Element) -> bool:
        """Tell whether a run has an effect ("w:caps", "w:vanish") of its own or by its styles."""
        styles = (*self.named(value(run, "w:rPr", "w:rStyle")), *self.of(paragraph))
        for each in (run, *styles):
            said = switch(child(each, "w:rPr"), effect)
            if said is not None:
                return said
        return False
