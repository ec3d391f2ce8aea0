"""Names in one text: found are those that hold the words, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.services.searched import Searched

NAMES = {7: "le van an", 3: "tran thi an an", 9: "vu thi hoa", 4: "an"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("van", [7], id="in the middle of a name"),
        pytest.param("an", [7, 3, 4], id="of a name that holds them twice its id stands once"),
        pytest.param("le", [7], id="at the very start of all"),
        pytest.param("hoa", [9], id="at the end of a name"),
        pytest.param("hoa an", [], id="the end of one name and the start of the next are no name"),
        pytest.param("binh", [], id="nobody is called so"),
    ],
)
def test_it_finds_whose_names_hold_the_words(words: str, found: list[int]) -> None:
    assert Searched(NAMES).holding(words, most=3) == found


def test_words_that_fit_more_than_asked_for_find_nobody() -> None:
    assert Searched(NAMES).holding("an", most=2) == []


@given(names=st.lists(st.text("ab ", max_size=5)), words=st.text("ab ", min_size=1, max_size=3))
def test_it_finds_what_looking_at_each_name_finds(names: list[str], words: str) -> None:
    named = dict(enumerate(names))
    assert Searched(named).holding(words, len(named)) == [one for one, name in named.items() if words in name]
