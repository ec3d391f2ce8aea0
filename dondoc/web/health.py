"""`/health`: whether database, schedule and the last daily run are well, and what is not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError

from dondoc import clock, settings
from dondoc.errors import DondocError, Refused
from dondoc.i18n import translate, translator
from dondoc.services import health
from dondoc.services.calendar import working_calendar
from dondoc.web import prefect_api
from dondoc.workplace import workplace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dondoc.services.world import World

router = APIRouter()


@router.get("/health")
def health_page() -> JSONResponse:
    """Answer 200 where all is well, else 503 naming what is not."""
    found = findings()
    well = not any(found.values())
    language = settings.load().language
    fine = translator(language).gettext("well")
    said = {what: translate(error, language) if error else fine for what, error in found.items()}
    return JSONResponse({"well": well} | said, status_code=200 if well else 503)


def findings_in(world: World) -> Mapping[str, DondocError | None]:
    """Return the same for somebody whom the database just answered."""
    return {"database": None} | _of_the_rest(health.ailment(world.session, clock.now(), world.calendar))


def findings() -> Mapping[str, DondocError | None]:
    """Return what is wrong with each part, None where nothing is; of a broken database no run is known."""
    try:
        with workplace() as work, work.sessions() as session:
            daily_run = health.ailment(session, clock.now(), working_calendar(session))
            database = None
    except (DondocError, SQLAlchemyError) as error:
        database = error if isinstance(error, DondocError) else _broken(error)
        daily_run = Refused("Nothing is known of the daily run.")
    return {"database": database} | _of_the_rest(daily_run)


def _of_the_rest(daily_run: DondocError | None) -> dict[str, DondocError | None]:
    api = os.environ.get("PREFECT_API_URL")
    return {"schedule": prefect_api.ailment(api, clock.now()), "daily_run": daily_run}


def _broken(error: SQLAlchemyError) -> DondocError:
    return Refused("The database refuses: %(reason)s", reason=str(getattr(error, "orig", error)).strip())
