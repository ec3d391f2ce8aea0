"""What people are told of the browsers in which they are signed in."""

from __future__ import annotations

import pytest

from dondoc.words.browsers import browser_name
from dondoc.words.speech import Speech

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
ANDROID = "Mozilla/5.0 (Linux; Android 10; K)"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"
CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36"
OTHER = "Trình duyệt hoặc phần mềm khác"


@pytest.mark.parametrize(
    ("says", "name"),
    [
        pytest.param(f"{WINDOWS} {CHROME}", "Chrome trên Windows", id="says it is Safari, too"),
        pytest.param(f"{WINDOWS} {CHROME} Edg/130.0", "Microsoft Edge trên Windows", id="and Chrome"),
        pytest.param(f"{WINDOWS} coc_coc_browser/124.0 {CHROME}", "Cốc Cốc trên Windows", id="Chrome's kin"),
        pytest.param(f"{WINDOWS} Firefox/132.0", "Firefox trên Windows", id="Firefox"),
        pytest.param(f"{WINDOWS} Trident/7.0", "Internet Explorer trên Windows", id="an old computer"),
        pytest.param(f"{ANDROID} {CHROME}", "Chrome trên Android", id="says it is Linux, too"),
        pytest.param(f"{IPHONE} Version/18.0 Safari/604.1", "Safari trên iPhone", id="says it is a Mac, too"),
        pytest.param("Mozilla/5.0 (X11; Linux x86_64) Falkon", f"{OTHER} trên Linux", id="unknown"),
        pytest.param("python-httpx/0.28", OTHER, id="a program"),
        pytest.param("", OTHER, id="says nothing"),
    ],
)
def test_it_is_named_as_people_know_it(says: str, name: str) -> None:
    assert browser_name(Speech("vi"), says) == name


def test_it_is_named_in_english() -> None:
    assert browser_name(Speech("en"), f"{WINDOWS} Firefox/132.0") == "Firefox on Windows"
