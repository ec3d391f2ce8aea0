"""Failures as RFC 9457 has them: one sentence in the reader's language, the right status, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fastapi import Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException

from dondoc.errors import AtField, DondocError
from dondoc.i18n import N_, translate
from dondoc.web.api.description import MEDIA_TYPE
from dondoc.web.api.door import AlreadyAnswered
from dondoc.web.api.errors import KeyReused, PreconditionFailed, PreconditionRequired, Unauthenticated
from dondoc.web.api.language import language_of
from dondoc.web.api.mistakes import at_field, in_cells, mistakes
from dondoc.web.api.shapes.problem import Mistake, Problem
from dondoc.web.api.tags import headers_of
from dondoc.web.failures import refusal_behind, status_of
from dondoc.words.speech import Speech

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import FastAPI, Request


class Kind(NamedTuple):
    """A kind of failure: the end of its `type`, and its name."""

    slug: str
    title: str


KINDS = {
    400: Kind("malformed", N_("Unreadable request")),
    401: Kind("unauthenticated", N_("No valid token")),
    403: Kind("forbidden", N_("No right")),
    404: Kind("absent", N_("Not found")),
    405: Kind("method", N_("Not possible here")),
    409: Kind("refused", N_("Refused")),
    412: Kind("changed", N_("Changed in the meantime")),
    413: Kind("too-large", N_("Too large")),
    422: Kind("invalid", N_("Wrong request")),
    428: Kind("precondition-required", N_("Precondition missing")),
    500: Kind("broken", N_("Broken")),
}
REUSED = Kind("key-reused", N_("Idempotency key used before"))
OWN: dict[type[DondocError], int] = {
    Unauthenticated: 401,
    PreconditionFailed: 412,
    PreconditionRequired: 428,
    KeyReused: 422,
}
SAID = {
    400: N_("The form cannot be read: send it as multipart/form-data."),
    404: N_("There is nothing at this address: /api/v1/openapi.json lists what there is."),
    405: N_("This address does not take this method."),
    422: N_("The request is not as the description of the API has it: see what is wrong where."),
    500: N_("Something is broken here; nothing was changed. The operator finds the reason in the log."),
}


def handle_problems(api: FastAPI) -> None:
    """Let the API answer every failure as a problem, and a repeated request as before."""
    api.add_exception_handler(AlreadyAnswered, _answer_again)
    api.add_exception_handler(DondocError, _explain)
    api.add_exception_handler(RequestValidationError, _point_out)
    api.add_exception_handler(HTTPException, _of_http)
    api.add_exception_handler(MultiPartException, _cut_off)
    api.add_exception_handler(Exception, _broken)


def _answer_again(_request: Request, error: Exception) -> Response:
    assert isinstance(error, AlreadyAnswered)  # noqa: S101 - registered for nothing else
    headers = {"idempotency-replayed": "true"} | (headers_of(error.etag) if error.etag else {})
    return Response(error.body, media_type="application/json", headers=headers)


def _explain(request: Request, error: Exception) -> Response:
    assert isinstance(error, DondocError)  # noqa: S101 - registered for nothing else
    status = OWN.get(type(error)) or status_of(error)
    kind = REUSED if isinstance(error, KeyReused) else KINDS[status]
    headers = {"www-authenticate": "Bearer"} if status == 401 else {}  # noqa: PLR2004 - the status of HTTP
    speech = Speech(language_of(request))
    said = speech.sentence(error) if isinstance(error, AtField) else translate(error, speech.language)
    errors = in_cells(error, speech.language) or at_field(error, speech)
    return _problem(request, status, kind, said, headers, errors)


def _point_out(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for nothing else
    speech = Speech(language_of(request))
    found = mistakes(error.errors(), speech)
    return _problem(request, 422, KINDS[422], speech.say(SAID[422]), errors=found)


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    if refusal_behind(error) is not None:
        return _cut_off(request, error)
    status = error.status_code if error.status_code in SAID else 400
    said = Speech(language_of(request)).say(SAID[status])
    return _problem(request, status, KINDS[status], said, error.headers or {})


def _cut_off(request: Request, error: Exception) -> Response:
    """Say why a request was not read to its end."""
    refusal = refusal_behind(error)
    assert refusal is not None  # noqa: S101 - web/bounds.py raises it with its cause
    return _explain(request, refusal)


def _broken(request: Request, _error: Exception) -> Response:
    return _problem(request, 500, KINDS[500], Speech(language_of(request)).say(SAID[500]))


def _problem(
    request: Request,
    status: int,
    kind: Kind,
    detail: str,
    headers: Mapping[str, str] | None = None,
    errors: list[Mistake] | None = None,
) -> Response:
    language = language_of(request)
    problem = Problem(
        type=f"urn:dondoc:problem:{kind.slug}",
        title=Speech(language).say(kind.title),
        status=status,
        detail=detail,
        errors=errors or [],
    )
    said = {"content-language": language, "vary": "Accept-Language"}
    return Response(problem.model_dump_json(), status, said | dict(headers or {}), MEDIA_TYPE)
