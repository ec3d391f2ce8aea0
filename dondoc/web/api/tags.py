"""The state of a thing as a tag: what was read is told apart from what has become of it since."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Header, Response

from dondoc.i18n import N_
from dondoc.web.api.errors import PreconditionFailed, PreconditionRequired

if TYPE_CHECKING:
    from pydantic import BaseModel

IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        description="Required: the `ETag` under which the thing was read, or `*`. Without it: "
        "428; where it has changed since: 412, and it must be read again.",
        examples=['"3f8a1f0b6c2d4e5f"'],
    ),
]
IfNoneMatch = Annotated[
    str | None,
    Header(
        alias="If-None-Match",
        description="The `ETag` one has: 304 without content where nothing has changed since.",
    ),
]
KEPT_FOR_ONESELF = "private, no-cache"
TAGGED: dict[str, Any] = {
    "headers": {
        "ETag": {
            "description": "The state of the thing with all its parts, for `If-Match`.",
            "schema": {"type": "string"},
        }
    }
}
UNCHANGED: dict[str, Any] = {"description": "Nothing has changed."}


def tag_of(shape: BaseModel) -> str:
    """Return the tag of a state: of its JSON, so that nothing a reader can see changes without it."""
    return f'"{hashlib.sha256(shape.model_dump_json().encode()).hexdigest()[:32]}"'


def headers_of(tag: str) -> dict[str, str]:
    """Return what goes with a state: it is for the reader alone, and asked about anew each time."""
    return {"etag": tag, "cache-control": KEPT_FOR_ONESELF, "vary": "Authorization"}


def tagged(shape: BaseModel, known: str | None = None) -> Response:
    """Answer with a state and its tag, or 304 where it is among the tags `known`."""
    tag = tag_of(shape)
    if known is not None and _names(known, tag, weak=True):
        return Response(status_code=304, headers=headers_of(tag))
    return Response(shape.model_dump_json(), media_type="application/json", headers=headers_of(tag))


def require_match(shape: BaseModel, if_match: str, code: object) -> None:
    """Raise PreconditionFailed unless `if_match` names the state of `code` as it is now."""
    if not _names(if_match, tag_of(shape), weak=False):
        raise PreconditionFailed(
            N_("%(code)s has changed since it was read: read it again before changing it."), code=code
        )


def require_given(if_match: str | None, code: object) -> str:
    """Return the header If-Match; raise PreconditionRequired where there is none."""
    if if_match is None:
        raise PreconditionRequired(
            N_("Say in `If-Match` which state of %(code)s this was decided on: its `ETag`."),
            code=code,
        )
    return if_match


def _names(header: str, tag: str, *, weak: bool) -> bool:
    given = {each.strip() for each in header.split(",")}
    return "*" in given or tag in given or (weak and f"W/{tag}" in given)
