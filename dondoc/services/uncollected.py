"""A batch without the search for cycles: its many rows make none, and are let go of as they are done with."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the garbage collector out for a while: a national day spent an eighth of its time on it in vain.

    Whoever found it working sets it to work again, so that of two at once none leaves it out for good.
    """
    was_working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_working:
            gc.enable()
