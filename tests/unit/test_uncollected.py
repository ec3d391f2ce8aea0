"""The garbage collector is left out for a while, and never for good."""

from __future__ import annotations

import gc

import pytest

from dondoc.services.uncollected import uncollected


def test_it_works_again_afterwards_whatever_happened() -> None:
    def break_down() -> None:
        with uncollected():
            assert not gc.isenabled()
            raise LookupError

    with pytest.raises(LookupError):
        break_down()
    assert gc.isenabled()


def test_the_inner_of_two_leaves_it_to_the_outer() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_found_it_off_leaves_it_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
