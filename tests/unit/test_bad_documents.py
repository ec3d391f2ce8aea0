"""Files that are no document to be read: one clear sentence each, in both languages."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from archives import LAUGHS, OLE, TYPES, archived, typed, with_part
from dondoc.errors import BadInput
from dondoc.i18n import translate
from dondoc.reading.file import text_of
from dondoc.reading.forms import archive
from pdf_file import PdfFile, scan
from word_file import WordFile

WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document.main"


def word(words: str = "Giao Cục A lập sổ.") -> bytes:
    file = WordFile()
    file.document.add_paragraph(words)
    return file.content()


def pdf(password: str = "") -> bytes:
    file = PdfFile()
    file.paragraph("Giao Cục A lập sổ.")
    if password:
        file.set_encryption(owner_password="o", user_password=password)
    return file.content()


def with_document(xml: str) -> bytes:
    """A Word document whose body is this XML."""
    return with_part(word(), "word/document.xml", xml)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(word()[:-900], "damaged or cut off", id="a .docx cut off"),
        pytest.param(typed(WORD), "damaged or cut off", id="a .docx without its document"),
        pytest.param(with_document("<w:document"), "damaged or cut off", id="a .docx with broken XML"),
        pytest.param(with_document(LAUGHS), "damaged or cut off", id="entities instead of a document"),
        pytest.param(word(" "), "nothing but blanks", id="a .docx without words"),
        pytest.param(archived(a="b"), "is an archive, not a document", id="a zip file"),
        pytest.param(typed("vnd.ms-word.document.macroEnabled.main"), "with macros", id=".docm"),
        pytest.param(
            typed("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"), "a workbook", id=".xlsx"
        ),
        pytest.param(archived(mimetype="application/vnd.oasis.opendocument.text"), r"\(\.odt\)", id=".odt"),
        pytest.param(pdf()[:-500], "damaged or cut off", id="a PDF cut off"),
        pytest.param(pdf()[: pdf().rindex(b"startxref")], "damaged or cut off", id="a PDF without its end"),
        pytest.param(b"%PDF-1.7\n", "damaged or cut off", id="the first line of a PDF"),
        pytest.param(pdf("secret"), "protected by a password", id="a PDF with a password"),
        pytest.param(bytes(scan(1).output()), "is a scan", id="a scanned PDF"),
        pytest.param(bytes(PdfFile().output()), "nothing but blanks", id="a PDF without words"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "password", id="a .docx with a password"),
        pytest.param(OLE + "Workbook".encode("utf-16-le"), "is no Word document", id=".xls"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(9), "is a picture of a document", id="a photograph"),
        pytest.param(b"<!DOCTYPE html><p>Giao", "is a web page", id="a web page"),
        pytest.param(
            word("Th\u00abng b\u00b8o k\u00d5t lu\u00cbn"), "old Vietnamese code TCVN3", id="TCVN3 in .docx"
        ),
        pytest.param(
            "Thoâng baùo keát luaän cuûa Giaùm ñoác".encode("latin-1"),
            "old Vietnamese code VNI",
            id="VNI in .txt",
        ),
    ],
)
def test_it_says_what_is_wrong_and_what_to_do(content: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence) as refused:
        text_of(content, "notice")
    assert str(refused.value).endswith(".")
    assert translate(refused.value, "vi") != str(refused.value)


@pytest.mark.parametrize("name", ["word/document.xml", "word/media/a.bmp"])
def test_it_never_unpacks_a_bomb(name: str) -> None:
    bomb = archived(**{archive.CONTENT_TYPES: TYPES.format(WORD), name: "0" * (archive.LARGEST + 1)})
    assert len(bomb) < archive.LARGEST / 500
    with pytest.raises(BadInput, match="unpacks to far more"):
        text_of(bomb, "notice")


def test_an_archive_that_lies_about_its_sizes_is_damaged() -> None:
    honest = word()
    size = ZipFile(io.BytesIO(honest)).getinfo("word/document.xml").file_size.to_bytes(4, "little")
    with pytest.raises(BadInput, match="damaged or cut off"):
        text_of(honest.replace(size, (9).to_bytes(4, "little")), "notice")


def test_entities_are_never_followed(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("mat khau")
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document {names}><w:body><w:p><w:r>'
        "<w:t>Giao &x; Cục A</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "mat khau" not in text_of(with_document(xml), "notice")
