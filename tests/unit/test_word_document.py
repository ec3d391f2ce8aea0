"""What a Word document shows beside its plain paragraphs."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from dondoc.errors import BadInput
from dondoc.reading.file import text_of
from word_file import WordFile, with_part

NAMES = nsdecls("w", "wp", "a", "r", "m")
BOX = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice Requires='wps'><w:drawing>{0}</w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent>"
)
CONTENT = "<w:txbxContent><w:p><w:r><w:t>Hỏa tốc</w:t></w:r></w:p></w:txbxContent>"


def paragraph(xml: str) -> str:
    """The text of a document that holds this paragraph."""
    file = WordFile()
    file.document.element.body.insert(0, parse_xml(f"<w:p {NAMES}>{xml}</w:p>"))
    return text_of(file.content(), "notice.docx")


def run(words: str, effect: str = "") -> str:
    return f'<w:r><w:rPr>{effect}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        pytest.param(run("Lập ") + run("sổ"), "Lập sổ", id="runs"),
        pytest.param(
            "<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r>", "A\tB\nC", id="tab, soft break"
        ),
        pytest.param(run("tl. cục trưởng", "<w:caps/>"), "TL. CỤC TRƯỞNG", id="shown in capitals"),
        pytest.param(run("Lập", '<w:caps w:val="0"/>'), "Lập", id="capitals switched off"),
        pytest.param(run("Lập sổ") + run("ghi chú", "<w:vanish/>"), "Lập sổ", id="hidden words"),
        pytest.param("<w:r><w:t>TT</w:t><w:noBreakHyphen/><w:t>A</w:t></w:r>", "TT-A", id="a hard hyphen"),
        pytest.param(f'<w:hyperlink w:anchor="a">{run("Công báo")}</w:hyperlink>', "Công báo", id="a link"),
        pytest.param(
            f"<w:sdt><w:sdtContent>{run('05/8/2026')}</w:sdtContent></w:sdt>", "05/8/2026", id="a control"
        ),
        pytest.param(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("05/8/2026")}',
            "05/8/2026",
            id="a field shows its result",
        ),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>', "\uf0a7", id="a symbol"),
        pytest.param("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1", id="a formula"),
        pytest.param(f"<w:r>{BOX.format(CONTENT)}</w:r>", "Hỏa tốc", id="a text box, once"),
        pytest.param(
            f'<w:commentRangeStart w:id="0"/>{run("Lập")}<w:commentRangeEnd w:id="0"/>'
            '<w:r><w:commentReference w:id="0"/></w:r>', "Lập", id="comments are ignored"
        ),
        pytest.param(
            '<w:pPr><w:pPrChange w:id="1"><w:pPr/></w:pPrChange></w:pPr>' + run("Lập"), "Lập",
            id="a tracked change of form alone",
        ),
    ],
)  # fmt: skip
def test_it_reads_what_word_shows(xml: str, shown: str) -> None:
    assert paragraph(xml).strip() == shown


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param(f'<w:ins w:id="1" w:author="A">{run("Giao Cục A")}</w:ins>', id="words put in"),
        pytest.param(
            '<w:del w:id="1"><w:r><w:delText>Giao Cục A</w:delText></w:r></w:del>', id="words taken out"
        ),
        pytest.param(f'<w:moveTo w:id="1">{run("Giao Cục A")}</w:moveTo>', id="words moved"),
        pytest.param(
            '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + run("Giao Cục A"), id="the end of a paragraph"
        ),
    ],
)
def test_it_refuses_tracked_changes_and_says_where(xml: str) -> None:
    with pytest.raises(BadInput, match=r'Changes are tracked in notice.docx, at "Giao Cục A"'):
        paragraph(xml)


def test_it_keeps_footnotes_at_the_end() -> None:
    file = WordFile()
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    mark = f"<w:p {NAMES}>{run('Tổng số 12 việc')}{mark}{run(', giảm')}</w:p>"
    file.document.element.body.insert(0, parse_xml(mark))
    notes = (
        f'<w:footnotes {NAMES}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="2"><w:p>{run("Tính đến tháng 7.")}</w:p></w:footnote></w:footnotes>'
    )
    text = text_of(with_part(file, "footnotes", notes), "notice.docx")
    assert text.split("\n\n") == ["Tổng số 12 việc, giảm", "[1] Tính đến tháng 7."]


def table(file: WordFile, *rows: tuple[str, ...]) -> None:
    grid = file.document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, words in zip(grid.rows, rows, strict=True):
        for cell, said in zip(row.cells, words, strict=True):
            cell.text = said


def test_it_reads_a_letterhead_by_columns_and_data_by_rows() -> None:
    file = WordFile()
    place = "Hà Nội, ngày 05 tháng 8 năm 2026"
    table(file, ("BỘ TƯ PHÁP\nCỤC A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("Số: 5/TB", place))
    table(file, ("TT", "Việc", "Hạn"), ("1", "Lập sổ", "05/8/2026"), ("2", "Kiểm kê:\nkho 1", "10/8/2026"))
    lines = text_of(file.content(), "notice.docx").strip().split("\n")
    assert [line for line in lines if line] == [
        "BỘ TƯ PHÁP", "CỤC A", "Số: 5/TB", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", place,
        "TT\tViệc\tHạn", "1\tLập sổ\t05/8/2026", "2", "Kiểm kê:", "kho 1", "10/8/2026",
    ]  # fmt: skip


def test_a_cell_merged_with_the_one_above_is_read_once() -> None:
    file = WordFile()
    table = file.document.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Phòng Kho"
    table.cell(0, 1).text, table.cell(1, 1).text = "Lập sổ", "Kiểm kê"
    assert text_of(file.content(), "notice.docx").split() == ["Phòng", "Kho", "Lập", "sổ", "Kiểm", "kê"]


def test_a_mark_of_secrecy_above_the_pages_is_seen() -> None:
    file = WordFile()
    file.document.sections[0].header.paragraphs[0].text = "MẬT"
    file.document.sections[0].footer.paragraphs[0].text = "Trang 1"
    file.document.add_paragraph("Giao Cục A lập sổ.")
    assert text_of(file.content(), "notice.docx") == "MẬT\nGiao Cục A lập sổ."


def test_pictures_without_text_are_a_scan() -> None:
    file = WordFile()
    file.document.add_picture(_picture())
    with pytest.raises(BadInput, match=r"notice\.docx is a scan"):
        text_of(file.content(), "notice.docx")


def _picture() -> Any:
    kept = io.BytesIO()
    Image.new("L", (9, 9)).save(kept, format="PNG")
    return kept
