"""Parts of a run abreast: while the database is at one, the program is at the next."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Part = TypeVar("Part")
Done = TypeVar("Done")


def abreast(work: Callable[[Part], Done], parts: Iterable[Part], at_once: int) -> list[Done]:
    """Do each part, `at_once` of them at a time, and return what comes of them in the order of the parts.

    Each has the context of the caller, as if it were called in turn. Raises what a part raises; those that
    were not begun by then are left undone, those that were are waited for.
    """
    if at_once == 1:
        return [work(part) for part in parts]
    pool = ThreadPoolExecutor(at_once)
    try:
        begun = [pool.submit(copy_context().run, work, part) for part in parts]
        return [one.result() for one in begun]
    finally:
        pool.shutdown(cancel_futures=True)
