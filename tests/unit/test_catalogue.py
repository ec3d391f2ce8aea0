"""Every sentence of the code stands in the Vietnamese catalogue, translated, with its own parameters."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from dondoc.errors import BadInput
from dondoc.i18n import LANGUAGES, LOCALE, translate, translator

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).parents[2]
PARAMETER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (LOCALE / "vi" / "LC_MESSAGES" / "dondoc.po").open("rb") as file:
        return read_po(file, locale="vi")


def keywords() -> dict[str, None]:
    """Return the names that mark a sentence, as `make messages` uses them."""
    line = next(line for line in (ROOT / "Makefile").read_text().splitlines() if line.startswith("KEYWORDS"))
    return dict.fromkeys(word for word in shlex.split(line.partition(":=")[2]) if word != "-k")


def sentences_of_the_code() -> set[str]:
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["babel"]["mappings"]
    found = extract_from_dir(
        ROOT,
        method_map=[(mapping["pattern"], mapping["method"]) for mapping in mappings],
        keywords=keywords() | {"gettext": None, "ngettext": (1, 2)},
    )
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def spoken(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def test_no_sentence_is_missing_or_left_over(catalogue: Catalog) -> None:
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in spoken(catalogue)}
    assert sentences_of_the_code() == known, "run `make messages` and translate what is new"


def test_every_sentence_is_translated(catalogue: Catalog) -> None:
    assert [message.id for message in spoken(catalogue) if message.fuzzy or not message.string] == []


def test_a_translation_keeps_the_parameters(catalogue: Catalog) -> None:
    for message in spoken(catalogue):
        said = set(PARAMETER.findall(str(message.id)))
        assert said == set(PARAMETER.findall(str(message.string))), message.id


def test_nobody_is_called_by_the_familiar_you(catalogue: Catalog) -> None:
    assert [
        message.id for message in spoken(catalogue) if re.search(r"\bbạn\b", str(message.string).lower())
    ] == []


def test_an_error_speaks_both_languages() -> None:
    error = BadInput(
        "The setting %(name)s cannot be used. %(rule)s", name="x", rule=BadInput("It must be vi or en.")
    )
    assert translate(error, "en") == "The setting x cannot be used. It must be vi or en."
    assert translate(error, "vi") == "Không dùng được thiết lập x. Giá trị phải là vi hoặc en."


def test_it_refuses_a_language_it_does_not_speak() -> None:
    with pytest.raises(BadInput, match=", ".join(LANGUAGES)):
        translator("fr")
