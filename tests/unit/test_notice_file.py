"""Files that cannot be read: one clear sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.errors import BadInput
from dondoc.i18n import translate
from dondoc.reading.notice import read_file

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "1. Giao Cục A lập sổ kho.\r\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "notice.txt is empty", id="empty"),
        pytest.param(b" \r\n\t\n", "nothing but blanks", id="only blanks"),
        pytest.param(b"\xef\xbb\xbf", "nothing but blanks", id="only a byte order mark"),
        pytest.param(b"PK\x03\x04\x00\x00\x08\x00\xff\xfe", "is damaged or cut off", id="a zip file renamed"),
        pytest.param(b"Giao\x00C\x00", "holds binary data", id="UTF-16 without its mark"),
        pytest.param(
            "Lập sổ".encode()[:-1], "cut off in the middle of a character", id="cut inside a character"
        ),
        pytest.param(
            b"\xff\xfeG\x00i", "cut off in the middle of a character", id="UTF-16 cut inside a character"
        ),
        pytest.param(b"Th\xabng b\xb8o\nGiao", "old Vietnamese code TCVN3", id="an old code"),
        pytest.param(
            "Th\u00abng b\u00b8o kÕt luËn".encode(),
            "old Vietnamese code TCVN3",
            id="an old code saved as UTF-8",
        ),
        pytest.param(b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MB", id="too large"),
    ],
)
def test_it_says_why_a_file_cannot_be_read(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "notice.txt"
    file.write_bytes(content)
    with pytest.raises(BadInput, match=sentence) as refused:
        read_file(file)
    assert "notice.txt" in translate(refused.value, "vi")
    assert translate(refused.value, "vi") != str(refused.value)


def test_it_names_what_is_no_file_of_text(tmp_path: Path) -> None:
    for path, sentence in (
        (tmp_path / "none.txt", "There is no file"),
        (tmp_path, "is a folder"),
    ):
        with pytest.raises(BadInput, match=sentence):
            read_file(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_reads_unicode_with_line_ends_as_they_are(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "NOTICE.TXT"
    file.write_bytes(WORDS.encode(encoding))
    reading = read_file(file)
    assert reading.text == WORDS
    assert [item.text for item in reading.items] == ["Giao Cục A lập sổ kho."]
    assert (reading.document.sha256 == reading.document.text_sha256) is (encoding == "utf-8")
