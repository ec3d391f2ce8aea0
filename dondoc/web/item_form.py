"""The form of an item: which of its fields were changed, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

from fastapi import Depends, Request
from starlette.datastructures import FormData

from dondoc.errors import BadInput
from dondoc.services.plan_edits import Edit
from models import ItemKind, PeriodUnit

if TYPE_CHECKING:
    from dondoc.services.directory import Directory
    from dondoc.services.item_view import ItemView

Chosen = TypeVar("Chosen", ItemKind, PeriodUnit)
WORDS = {"term": "term", "no_term": "no_term_reason", "proof": "proof"}
"""What is written in words, as the form and as the item calls it; emptied it stays as it was."""
ANSWER = "answer"
"""The field of a form that answers a question: what it says is set, though it was so before."""


async def _sent(request: Request) -> FormData:
    return await request.form()


Sent = Annotated[FormData, Depends(_sent)]
"""A form as it was sent: a field that it holds empty is another thing than one it does not hold."""


def edit_of(form: FormData, view: ItemView, known: Directory) -> Edit:
    """Return what a form changes in an item; what it does not hold, or holds as it was, is not set.

    Raises BadInput for units and people nobody knows, with those that were perhaps meant.
    """
    words = {name: _changed(form, name, getattr(view, kept)) for name, kept in WORDS.items()}
    kind, period = _changed(form, "kind", view.kind), _changed(form, "period", view.period)
    return Edit(
        kind=_member(ItemKind, kind),
        period=_member(PeriodUnit, period),
        lead=_code(form, "lead", view.lead, known),
        supervisor=_code(form, "supervisor", view.supervisor, known),
        person=_code(form, "person", view.assignee, known),
        coordinators=_coordinators(form, view, known),
        note=_note(form, view),
        orders_plan=_orders_plan(form, view),
        drop=_text(form, "drop"),
        restore=True if "restore" in form else None,
        **words,
    )


def _text(form: FormData, name: str) -> str | None:
    value = form.get(name)
    return " ".join(value.split()) if isinstance(value, str) else None


def _changed(form: FormData, name: str, before: str | None) -> str | None:
    """Return what a field says, if anything else than before; an answer may say the same."""
    value = _text(form, name)
    same = value == " ".join((before or "").split()) and ANSWER not in form
    return value if value and not same else None


def _member(kind: type[Chosen], value: str | None) -> Chosen | None:
    if value is None:
        return None
    try:
        return kind(value)
    except ValueError as error:
        raise BadInput('"%(value)s" is none of the choices.', value=value) from error


def _code(form: FormData, name: str, before: str | None, known: Directory) -> str | None:
    value = _text(form, name)
    if not value:
        return None
    named = known.people if name == "person" else known.units
    code = named.code_of(value)
    return code if code != before or ANSWER in form else None


def _coordinators(form: FormData, view: ItemView, known: Directory) -> tuple[str, ...] | None:
    if "coordinators" not in form:
        return None
    codes = known.units.codes_of(value for value in form.getlist("coordinators") if isinstance(value, str))
    return codes if codes != tuple(sorted(view.coordinators)) or ANSWER in form else None


def _note(form: FormData, view: ItemView) -> str | None:
    value = _text(form, "note")
    return value if value != (view.note or "") else None


def _orders_plan(form: FormData, view: ItemView) -> bool | None:
    answer = {"yes": True, "no": False}.get(_text(form, "orders_plan") or "")
    return answer if answer is not view.orders_plan or ANSWER in form else None
