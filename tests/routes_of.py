"""The routes of an application, those of its routers too, and the doors in front of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fastapi.routing import APIRoute, iter_route_contexts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI
    from fastapi.dependencies.models import Dependant


class Way(NamedTuple):
    """A method of a route, and every dependency that is called before it."""

    method: str
    path: str
    doors: frozenset[object]


def ways(app: FastAPI) -> Iterator[Way]:
    """Go through every way into an application; there is one at least."""
    found = [one for one in iter_route_contexts(app.routes) if isinstance(one.original_route, APIRoute)]
    assert found
    for one in found:
        for method in one.methods or ():
            yield Way(method, one.path or "", frozenset(_doors(one.dependant)))


def _doors(dependant: Dependant) -> set[object]:
    return {dependant.call} | {found for below in dependant.dependencies for found in _doors(below)}
