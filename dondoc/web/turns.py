"""Turns: how many requests are dealt with at once; who waits for one holds no thread and no connection.

A request holds its connection from its door to its end, and takes a thread for each step between. Were all
let in at once, those who wait for a connection would hold every thread that those with one need to go on: all
would stand still until the wait is given up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from anyio import CapacityLimiter
from fastapi import Depends, Request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

AT_ONCE = 4
"""Fewer than the database's connections; more would only take the interpreter from each other."""


def new_turns() -> CapacityLimiter:
    """Return the turns of an application."""
    return CapacityLimiter(AT_ONCE)


async def turn(request: Request) -> AsyncIterator[None]:
    """Wait for a turn, and give it back before the answer leaves: a slow line keeps nobody waiting."""
    async with request.app.state.house.turns:
        yield


Turn = Annotated[None, Depends(turn, scope="function")]
