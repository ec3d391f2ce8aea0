from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.errors import BadInput
from dondoc.settings import load

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, text: str) -> Path:
    (folder / "dondoc.toml").write_text(text, encoding="utf-8")
    return folder


def test_it_needs_nothing(tmp_path: Path) -> None:
    settings = load(tmp_path)
    assert settings.database_url == f"sqlite:///{tmp_path}/dondoc.sqlite3"
    assert (settings.language, settings.operator, settings.person) == ("vi", None, None)


def test_it_reads_the_file_of_the_folder(tmp_path: Path) -> None:
    settings = load(write(tmp_path, 'language = "en"\nbase_url = "https://dondoc.example.vn/"\n'))
    assert (settings.language, settings.base_url) == ("en", "https://dondoc.example.vn")


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONDOC_LANGUAGE", "vi")
    assert load(write(tmp_path, 'language = "en"')).language == "vi"


def test_the_folder_is_the_option_else_the_variable_else_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load().dir == tmp_path / "dondoc-data"
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "variable"))
    assert load().dir == tmp_path / "variable"
    assert load(tmp_path / "option").dir == tmp_path / "option"


def test_it_hides_the_secret(tmp_path: Path) -> None:
    assert "sesame" not in repr(load(write(tmp_path, f'secret_key = "{"sesame" * 6}"')))


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        pytest.param("DONDOC_LANGUAGE", "fr", id="a language nobody translated"),
        pytest.param("DONDOC_DATABASE_URL", "mysql://localhost/x", id="a database it does not know"),
        pytest.param("DONDOC_DATABASE_URL", "postgresql://localhost/x", id="a driver that is not installed"),
        pytest.param("DONDOC_SECRET_KEY", "short", id="a secret that can be guessed"),
        pytest.param("DONDOC_BASE_URL", "dondoc.example.vn", id="an address without scheme"),
        pytest.param("DONDOC_OPERATOR", "me@example.vn", id="a mail address is no Apprise address"),
        pytest.param("DONDOC_OPERATOR", "zalo://0912345678", id="a channel nobody carries"),
        pytest.param("DONDOC_LANGAUGE", "vi", id="a name nobody knows"),
    ],
)
def test_it_refuses_a_wrong_variable_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(BadInput, match=variable):
        load(tmp_path)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param('language = "fr"', "language", id="a wrong value"),
        pytest.param("person = 3", "person", id="a wrong type"),
        pytest.param('langauge = "vi"', "langauge", id="a name nobody knows"),
        pytest.param('dir = "elsewhere"', "dir", id="the folder cannot move itself"),
        pytest.param("language =", "not TOML", id="half a line"),
    ],
)
def test_it_refuses_a_wrong_file_by_name(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(BadInput, match=named) as refusal:
        load(write(tmp_path, text))
    assert "dondoc.toml" in str(refusal.value)


def test_it_refuses_a_file_of_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "dondoc.toml").write_bytes('person = "Đ"'.encode("utf-16"))
    with pytest.raises(BadInput, match="not TOML"):
        load(tmp_path)
