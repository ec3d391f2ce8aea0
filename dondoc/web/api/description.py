"""How the API describes itself: what holds for all of it, and which failures a route can answer with."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from dondoc.web.api.shapes.problem import Mistake, Problem

MEDIA_TYPE = "application/problem+json"
COMPONENTS = "#/components/schemas/{model}"
ABOUT = """
What pages and commands do, for programs, with the same rights: a program acts as the person whose token it
has. What that person may not see is not there: 404.

- **Token**: `Authorization: Bearer TOKEN`, made on the page `/account` or by `dondoc account token make`.
- **Days** are ISO 8601, `2014-05-23`, in Viet Nam; moments are in UTC. What is not stated is `null`.
- **Lists** are ordered by code, runs and the outbox from the newest, one's own work by part and due date:
  give `next_cursor` as `cursor` for the next page.
- **Changing a task, a plan, a person, a unit, a ladder or a day** needs `If-Match` with the `ETag` it was
  read under; the items of a plan are parts of it and have its `ETag`, and so have posts and channels that of
  their person.
- **Sending again**: with the header `Idempotency-Key` a change is done once, however often it is sent.
- **Failures** are `application/problem+json` (RFC 9457) in the language of `Accept-Language`, `vi` or `en`,
  else of the person; nothing was changed then.
"""

MEANING = {
    400: "The form cannot be read.",
    401: "No valid token.",
    403: "The person has no right to it.",
    404: "It is not there, or not for this person to see.",
    409: "A state or a rule stands against it.",
    412: "It has changed since it was read.",
    413: "The request is too large.",
    422: "The request is wrong: see `errors` and `detail`.",
    428: "`If-Match` is missing.",
    500: "Something is broken; nothing was changed.",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the description of the failures that a route can answer with."""
    content = {MEDIA_TYPE: {"schema": {"$ref": COMPONENTS.format(model=Problem.__name__)}}}
    return {status: {"description": MEANING[status], "content": content} for status in statuses}


COMMON = problems(401, 422, 500)
CHANGE = problems(400, 403, 404, 409, 413)
HELD_CHANGE = CHANGE | problems(412, 428)


class Described(FastAPI):
    """An application whose description knows what a failure looks like."""

    def openapi(self) -> dict[str, Any]:
        """Return the description."""
        schema = super().openapi()
        shapes = [(Problem, "serialization"), (Mistake, "serialization")]
        _, defined = models_json_schema(shapes, ref_template=COMPONENTS)  # type: ignore[arg-type] # literals
        schema["components"]["schemas"].update(defined["$defs"])
        return schema
