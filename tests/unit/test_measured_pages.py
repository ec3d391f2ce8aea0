"""Every page a person can open is measured in bench/, or stands here with the reason why not."""

from __future__ import annotations

import re

import pages
from dondoc.web.app import create_app
from routes_of import ways

LEFT_OUT = {
    "/health": "asked by operators' programs, and answers for the whole house",
    "/calendar/{token}.ics": "a file for a program",
    "/national.xlsx": "a file, made anew",
    "/plans/{code}/workbook.xlsx": "a file, made anew",
    "/tasks/{code}/evidence/{sha256}": "a file, as it was handed in",
    "/lists/{section}": "leads on to a page that is measured",
    "/sign-in": "asks nothing of the database",
    "/sign-in/{token}": "a button; asks for one row",
}


def test_every_page_is_measured() -> None:
    shown = {
        way.path for way in ways(create_app()) if way.method == "GET" and not way.path.startswith("/api")
    }
    measured = {path for path in shown if any(_is(path, address) for _, address, _ in pages.OPENED)}
    assert shown - measured == set(LEFT_OUT)


def _is(path: str, address: str) -> bool:
    bare = address.partition("?")[0]
    return re.fullmatch(re.sub(r"{\w+(:\w+)?}", r"[^/]+", path), bare) is not None
