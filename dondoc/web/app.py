"""The application: pages, `/health`, and what stands around them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from dondoc.web import health
from dondoc.web.failures import handle_failures
from dondoc.web.headers import Headers
from dondoc.web.house import House
from dondoc.web.pages import ROUTERS
from dondoc.web.render import STATIC

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


def create_app() -> FastAPI:
    """Make the application of the data folder that the environment names."""
    house = House()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        house.close()

    app = FastAPI(title="Dondoc", openapi_url=None, lifespan=lifespan)
    app.state.house = house
    app.add_middleware(Headers, https=house.settings.base_url.startswith("https://"))
    app.mount("/static", StaticFiles(directory=STATIC))
    handle_failures(app)
    for router in (health.router, *ROUTERS):
        app.include_router(router)
    return app
