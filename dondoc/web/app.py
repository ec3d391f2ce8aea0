"""The application: pages, `/health`, and what stands around them."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.routing import Mount

from dondoc.web import feed, health
from dondoc.web.access_log import keep_secrets_out
from dondoc.web.api.app import PREFIX, create_api
from dondoc.web.bounds import Bounds
from dondoc.web.failures import handle_failures
from dondoc.web.headers import Headers
from dondoc.web.house import House
from dondoc.web.pages import ROUTERS
from dondoc.web.render import STATIC

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.types import ASGIApp


def create_app() -> FastAPI:
    """Make the application of the data folder that the environment names: pages, and the API beside them."""
    house = House()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        house.close()

    keep_secrets_out()
    app = FastAPI(title="Dondoc", openapi_url=None, lifespan=lifespan)
    app.state.house = house
    app.add_middleware(Bounds)
    app.add_middleware(Headers, https=house.settings.base_url.startswith("https://"))
    app.router.routes.append(_beside(PREFIX, create_api(house)))
    app.mount("/static", StaticFiles(directory=STATIC))
    handle_failures(app)
    for router in (health.router, feed.router, *ROUTERS):
        app.include_router(router)
    return app


def _beside(prefix: str, application: ASGIApp) -> Mount:
    """Put an application at an address; what holds a line break is its own to answer, too."""
    mount = Mount(prefix, application)
    mount.path_regex = re.compile(mount.path_regex.pattern, re.DOTALL)
    return mount
