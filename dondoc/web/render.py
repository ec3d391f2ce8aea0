"""Pages from templates, in the reader's language."""

from __future__ import annotations

import hashlib
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dondoc.i18n import translate, translator
from dondoc.services.evidence_kinds import KINDS
from dondoc.services.wording import FILTERS
from dondoc.web.menu import menu
from dondoc.web.said import take
from dondoc.words.boards import CELL_HEADINGS
from dondoc.words.browsers import browser_name
from dondoc.words.parts import PARTS
from dondoc.words.speech import Speech
from dondoc.words.tasks import AUDIENCES, CELLS, DEEDS, DETAILS

if TYPE_CHECKING:
    from fastapi import Request

    from dondoc.web.door import Visit

WORDS = {
    "AUDIENCES": AUDIENCES,
    "CELLS": CELLS,
    "CELL_HEADINGS": CELL_HEADINGS,
    "DEEDS": DEEDS,
    "DETAILS": DETAILS,
    "EVIDENCE_KINDS": KINDS,
    "PARTS": PARTS,
}
"""The words that templates choose from by a code."""
BAD_REQUEST = 400
"""From this status on the transaction was rolled back: asking anything would begin another."""
HERE = Path(__file__).parent
STATIC = HERE / "static"


def page(visit: Visit, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """Answer somebody signed in with a page."""
    signed_in = {
        "person": visit.person,
        "csrf": visit.csrf,
        "menu": menu(visit, counted=status < BAD_REQUEST),
        "on": visit.world.on,
    }
    return bare_page(visit.request, visit.speech, template, status=status, **signed_in, **context)


def bare_page(
    request: Request, speech: Speech, template: str, *, status: int = 200, **context: Any
) -> HTMLResponse:
    """Answer with a page for anybody, signed in or not."""
    said = take(request)
    known = {"person": None, "menu": (), "said": said, "path": request.url.path, "speech": speech}
    html = templates(speech.language).get_template(template).render(known | context)
    answer = HTMLResponse(html, status_code=status)
    if said:
        answer.delete_cookie("said")
    return answer


@cache
def templates(language: str) -> Environment:
    """Return the templates in a language, each compiled once."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.install_gettext_translations(translator(language), newstyle=True)  # type: ignore[attr-defined]
    speech = Speech(language)
    made.filters.update(FILTERS[language], date=speech.date, title=speech.title, state=speech.state)
    made.filters.update(said=speech.say, moment=speech.moment, browser=partial(browser_name, speech))
    made.filters["line"] = lambda kept: kept.said(language)
    made.filters["sentence"] = partial(translate, language=language)
    made.globals.update(language=language, static=static, **WORDS)
    return made


@cache
def static(name: str) -> str:
    """Return the address of a file of ours; a changed file has another, so browsers may keep it for ever."""
    content = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()
    return f"/static/{name}?{content[:12]}"
