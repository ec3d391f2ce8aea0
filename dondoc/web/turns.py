"""Turns: how many requests are dealt with at once; who waits for one holds no thread and no connection.

A request holds its connection from its door to its end, and takes a thread for each step between. Were all
let in at once, those who wait for a connection would hold every thread that those with one need to go on: all
would stand still until the wait is given up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from anyio import CapacityLimiter
from fastapi import Depends, Request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

AT_ONCE = 4
"""Fewer than the database's connections; more would only take the interpreter from each other."""
BOARDS = 2
"""While one counts the country, another shows what was counted before."""
WORKBOOKS = 1


@dataclass(frozen=True)
class Turns:
    """The turns of an application; what may take seconds has but some of them, so that the rest goes on."""

    all: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(AT_ONCE))
    boards: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(BOARDS))
    workbooks: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(WORKBOOKS))


async def turn(request: Request) -> AsyncIterator[None]:
    """Wait for a turn, and give it back before the answer leaves: a slow line keeps nobody waiting."""
    async with in_turn(request):
        yield


def in_turn(request: Request) -> CapacityLimiter:
    """Return what a turn is waited for by where no route is reached."""
    return _turns(request).all


async def board_turn(request: Request) -> AsyncIterator[None]:
    """Wait until few enough boards are made, before the turn itself is waited for."""
    async with _turns(request).boards:
        yield


async def workbook_turn(request: Request) -> AsyncIterator[None]:
    """Wait until no other of the country's workbooks is made, before the turn itself is waited for."""
    async with _turns(request).workbooks:
        yield


def _turns(request: Request) -> Turns:
    turns: Turns = request.app.state.house.turns
    return turns


Turn = Annotated[None, Depends(turn, scope="function")]
BoardTurn = Annotated[None, Depends(board_turn, scope="function")]
WorkbookTurn = Annotated[None, Depends(workbook_turn, scope="function")]
