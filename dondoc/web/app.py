"""The page: for now `/health` alone."""

from __future__ import annotations

from fastapi import FastAPI

from dondoc.web import health


def create_app() -> FastAPI:
    """Make the application of the data folder that the environment names."""
    app = FastAPI(title="Dondoc", openapi_url="/api/v1/openapi.json", docs_url=None, redoc_url=None)
    app.include_router(health.router)
    return app
