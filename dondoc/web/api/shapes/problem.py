"""What a failure is told as: RFC 9457."""

from __future__ import annotations

from pydantic import Field

from dondoc.web.api.shapes.base import Told


class Mistake(Told):
    """One thing that is wrong in what was sent."""

    field: str = Field(
        description="Its place: `body`, `query`, `path` or `header`, then the name; in a workbook the sheet "
        "and its cells.",
        examples=["body.percent", "Kế hoạch!G5"],
    )
    detail: str = Field(description="What is wrong with it, in the reader's language.")


class Problem(Told):
    """Why a request was refused (RFC 9457); nothing was changed."""

    type: str = Field(
        description="The kind of failure, for programs; it does not change.",
        examples=["urn:dondoc:problem:refused"],
    )
    title: str = Field(description="The kind of failure in words, in the reader's language.")
    status: int = Field(description="The status of HTTP.", ge=400, le=599, examples=[409])
    detail: str = Field(description="One sentence: what is wrong and what to do, in the reader's language.")
    errors: list[Mistake] = Field(
        default_factory=list, description="What is wrong where, if the request itself is wrong; else empty."
    )
