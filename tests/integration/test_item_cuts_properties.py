"""However often people split and join, the items tile the same characters of the document."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk import CODE, Desk
from dondoc.errors import DondocError
from dondoc.services.item_cuts import join, split
from small_notice import NOTICE

if TYPE_CHECKING:
    from sqlmodel import Session

DEEDS = st.lists(st.tuples(st.booleans(), st.integers(0, 30), st.integers(0, 99)), max_size=8)
"""Split or join, which of the standing items, and at which of its words."""
THREE_WORDS = 3


@pytest.fixture
def desk(session: Session) -> Desk:
    made = Desk(session)
    made.draft(NOTICE)
    return made


def words_at(span: tuple[int, int], word: int) -> str:
    words = NOTICE[slice(*span)].split()
    at = word % len(words)
    return " ".join(words[at : at + THREE_WORDS])


def do(desk: Desk, *, to_split: bool, which: int, word: int) -> None:
    """Split or join one of the items, or be refused."""
    refs = desk.standing()
    ref = list(refs)[which % len(refs)]
    try:
        if to_split:
            split(desk.world, desk.occasion, CODE, ref, words_at(refs[ref], word))
        else:
            join(desk.world, desk.occasion, CODE, ref)
    except DondocError as refused:
        str(refused)


def covered(desk: Desk) -> set[int]:
    return {place for start, end in desk.standing().values() for place in range(start, end)}


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DEEDS)
def test_splitting_and_joining_lose_no_word(desk: Desk, deeds: list[tuple[bool, int, int]]) -> None:
    with desk.world.session.begin_nested() as savepoint:
        before = covered(desk)
        for to_split, which, word in deeds:
            do(desk, to_split=to_split, which=which, word=word)
        spans = list(desk.standing().values())
        assert all(first[1] <= then[0] for first, then in pairwise(spans))
        assert before <= covered(desk)
        assert all(not NOTICE[place].isalpha() for place in covered(desk) - before)
        items = desk.items()
        assert all(items[ref].text == NOTICE[slice(*span)] for ref, span in desk.standing().items())
        assert len({item.item for item in items.values()}) == len(items)
        savepoint.rollback()
    desk.world.session.expire_all()


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 99), min_size=1, max_size=4))
def test_pieces_tile_the_item_and_make_it_again(desk: Desk, words: list[int]) -> None:
    with desk.world.session.begin_nested() as savepoint:
        whole = desk.standing()["2.2"]
        for word in words:
            do(desk, to_split=True, which=4, word=word)
        pieces = [span for ref, span in desk.standing().items() if ref.startswith("2.2")]
        assert (pieces[0][0], pieces[-1][1]) == whole
        assert all(first[1] == then[0] for first, then in pairwise(pieces))
        for _ in pieces[1:]:
            join(desk.world, desk.occasion, CODE, "2.2")
        assert desk.standing()["2.2"] == whole
        savepoint.rollback()
    desk.world.session.expire_all()
