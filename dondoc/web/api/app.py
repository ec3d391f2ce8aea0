"""The API as an application of its own beside the pages: its description holds nothing but itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.web.api import (
    admin_people,
    admin_person,
    admin_units,
    administration,
    boards,
    calendar,
    documents,
    drafts,
    files,
    items,
    ladders,
    me,
    my_work,
    people,
    plan_deeds,
    plans,
    readings,
    runs,
    task_deeds,
    tasks,
    units,
    why,
    workbooks,
)
from dondoc.web.api.description import ABOUT, COMMON, Described
from dondoc.web.api.problems import handle_problems

if TYPE_CHECKING:
    from fastapi.routing import APIRoute

    from dondoc.web.house import House

PREFIX = "/api/v1"
ROUTERS = tuple(
    noun.router
    for noun in (
        me,
        my_work,
        tasks,
        task_deeds,
        why,
        plans,
        drafts,
        documents,
        items,
        workbooks,
        plan_deeds,
        units,
        people,
        boards,
        calendar,
        readings,
        files,
        administration,
        admin_people,
        admin_person,
        admin_units,
        ladders,
        runs,
    )
)


def create_api(house: House) -> Described:
    """Make the API of a data folder, to be mounted at PREFIX."""
    api = Described(
        title="Dondoc",
        version="1",
        description=ABOUT,
        docs_url=None,  # their scripts and styles come from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        responses=COMMON,
        generate_unique_id_function=_name,
    )
    api.state.house = house
    handle_problems(api)
    for router in ROUTERS:
        api.include_router(router)
    return api


def _name(route: APIRoute) -> str:
    return route.name.rstrip("_")
