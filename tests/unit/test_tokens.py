"""Tokens: what is derived is the same each time, and says nothing without the key."""

from __future__ import annotations

import re
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from dondoc.services.tokens import MANY, derived, digest, new_nonce, new_nonces, new_token

KEYS = st.text(min_size=32, max_size=64)
KEY = "k" * 32


@given(KEYS)
def test_the_same_message_carries_the_same_token(key: str) -> None:
    nonce = new_nonce()
    assert derived(key, nonce) == derived(key, nonce)
    assert re.fullmatch(r"[\w-]{24}", derived(key, nonce))


@given(KEYS, KEYS)
def test_another_key_makes_another_token(one: str, other: str) -> None:
    assert (derived(one, "nonce") == derived(other, "nonce")) is (one == other)


def test_no_two_are_alike_and_none_shows_what_it_is_made_of() -> None:
    nonces = {new_nonce() for _ in range(1000)}
    tokens = {derived(KEY, nonce) for nonce in nonces}
    assert len(nonces | tokens | {new_token() for _ in range(1000)}) == 3000
    assert not [nonce for nonce in list(nonces)[:50] if nonce in digest(derived(KEY, nonce))]


def test_nonces_made_for_a_batch_are_as_unlike_as_single_ones() -> None:
    nonces = list(islice(new_nonces(), 2 * MANY + 1))
    assert len(set(nonces)) == 2 * MANY + 1
    assert all(re.fullmatch(r"[\w-]{24}", nonce) for nonce in nonces)
