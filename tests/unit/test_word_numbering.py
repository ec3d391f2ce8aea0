"""Word's automatic numbers: each row is a list as Word keeps it and the numbers Word shows."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dondoc.reading.forms.numbering import Numbering
from dondoc.reading.forms.word_numerals import written
from dondoc.reading.forms.word_styles import Styles

NO_STYLES = f"<w:styles {nsdecls('w')}/>"


def level(depth: int, form: str, pattern: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/>{more}</w:lvl>'
    )


def numbering(levels: str, uses: str = "", styles: str = NO_STYLES) -> Numbering:
    """A document whose list 1 has these levels; `uses` adds further lists made of the same definition."""
    element = parse_xml(
        f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{uses}</w:numbering>'
    )
    return Numbering(element, Styles(parse_xml(styles)))


def labels(lists: Numbering, *places: tuple[int, int]) -> list[str]:
    """What stands in front of paragraphs at these (list, depth)."""
    return [
        lists.label(
            parse_xml(
                f'<w:p {nsdecls("w")}><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{use}"/>'
                "</w:numPr></w:pPr></w:p>"
            )
        )
        for use, depth in places
    ]


SECTIONS = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "lowerLetter", "%3)")
ROMAN = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.")
AGAIN = '<w:num w:numId="2"><w:abstractNumId w:val="0"/>{}</w:num>'
FROM_FOUR = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
OTHER = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "Điều %1.")}</w:lvlOverride>'


@pytest.mark.parametrize(
    ("levels", "uses", "places", "shown"),
    [
        pytest.param(
            SECTIONS, "", [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["1.", "1.1.", "1.2.", "2.", "2.1."],
            id="a deeper level begins anew under each number",
        ),
        pytest.param(SECTIONS, "", [(1, 2), (1, 2)], ["a)", "b)"], id="letters without any number above"),
        pytest.param(SECTIONS, "", [(1, 1)], ["1.1."], id="a level above counts as begun"),
        pytest.param(ROMAN, "", [(1, 0), (1, 1)], ["I.", "I.1."], id="the number above in its own format"),
        pytest.param(
            level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>"), "",
            [(1, 0), (1, 1)], ["I.", "1.1."], id="legal numbering: decimal throughout",
        ),
        pytest.param(level(0, "decimal", "%1.", start=3), "", [(1, 0), (1, 0)], ["3.", "4."], id="from 3"),
        pytest.param(
            SECTIONS, AGAIN.format(""), [(1, 0), (2, 0), (1, 0)], ["1.", "2.", "3."],
            id="another use goes on counting",
        ),
        pytest.param(
            SECTIONS, AGAIN.format(FROM_FOUR), [(1, 0), (2, 0), (2, 0), (1, 0)], ["1.", "4.", "5.", "6."],
            id="another use starts anew where it says so, once",
        ),
        pytest.param(SECTIONS, AGAIN.format(OTHER), [(2, 0)], ["Điều 1."], id="a level of its own"),
        pytest.param(
            level(0, "decimal", "%1.") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'), "",
            [(1, 0), (1, 1), (1, 0), (1, 1)], ["1.", "1.", "2.", "2."], id="a level that never begins anew",
        ),
        pytest.param(
            level(0, "bullet", "\uf0b7") + level(1, "bullet", "o") + level(2, "bullet", "–"), "",
            [(1, 0), (1, 1), (1, 2)], ["-", "+", "–"], id="signs of symbol fonts",
        ),
        pytest.param(level(0, "none", ""), "", [(1, 0)], [""], id="a list without any sign"),
        pytest.param(SECTIONS, "", [(0, 0), (7, 0)], ["", ""], id="no list, and one that is not there"),
        pytest.param("", "", [(1, 0)], [""], id="a definition without levels"),
    ],
)  # fmt: skip
def test_it_shows_the_numbers_word_shows(
    levels: str, uses: str, places: list[tuple[int, int]], shown: list[str]
) -> None:
    assert labels(numbering(levels, uses), *places) == shown


def test_a_style_numbers_its_paragraphs() -> None:
    styles = (
        f"<w:styles {nsdecls('w')}>"
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Base"/></w:style></w:styles>'
    )
    lists = numbering(
        level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.", '<w:pStyle w:val="Muc"/>'), "", styles
    )
    paragraph = f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{{}}"/></w:pPr></w:p>'
    shown = [lists.label(parse_xml(paragraph.format(style))) for style in ("Base", "Muc", "Muc", "None")]
    assert shown == ["1.", "1.1.", "1.2.", ""]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        pytest.param(14, "upperRoman", "XIV", id="roman"),
        pytest.param(49, "lowerRoman", "xlix", id="small roman"),
        pytest.param(27, "lowerLetter", "aa", id="letters are doubled after z"),
        pytest.param(2, "upperLetter", "B", id="capitals"),
        pytest.param(7, "decimalZero", "07", id="with a nought"),
        pytest.param(3, "chineseCounting", "3", id="unknown to officials: decimal"),
        pytest.param(10**9, "upperRoman", "M" * 32 + "DCCLXVII", id="a damaged number stays small"),
    ],
)
def test_it_writes_numbers_as_word_does(number: int, form: str, shown: str) -> None:
    assert written(number, form) == shown
