"""The page of a plan: its items, its time, what was said of it, and every deed of its life one may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Response

from dondoc.i18n import N_, translate
from dondoc.rules.rights import Operation
from dondoc.services import approval, issuing, plan_closing, plan_life
from dondoc.services.plan_allowed import offers
from dondoc.services.plan_facts import facts_seen
from dondoc.services.plan_story import plan_story
from dondoc.services.readiness import is_issued, past_due
from dondoc.services.visible import find_plan
from dondoc.web.door import Doer, Visitor
from dondoc.web.render import page
from dondoc.web.said import done
from dondoc.web.timeline import timeline
from dondoc.words.plan_life import CORRECTED, PLAN_DEEDS, VERSIONS
from dondoc.words.plans import FIELDS, KINDS, LACKS, OPINIONS, PERIODS, STATES
from dondoc.words.tasks import CELLS
from models import ENDED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.services.plan_allowed import Offer
    from dondoc.web.door import Visit

router = APIRouter(prefix="/plans/{code}")
Code = str
Text = Annotated[str, Form()]
WORDS = {
    "states": STATES,
    "kinds": KINDS,
    "periods": PERIODS,
    "lacks": LACKS,
    "fields": {
        **FIELDS,
        "orders_plan": N_("orders the plan"),
        "drop_reason": N_("reason for leaving it out"),
    },
    "opinion_states": OPINIONS,
    "cells": CELLS,
    "plan_deeds": PLAN_DEEDS,
    "corrected": CORRECTED,
    "versions": VERSIONS,
}


@router.get("")
def show(visit: Visitor, code: Code) -> Response:
    """Show one plan in full."""
    facts = facts_seen(visit.world.session, find_plan(visit.world, visit.person, code))
    offered = {offer.operation: _said(visit, offer) for offer in offers(visit.world, visit.person, facts)}
    told = plan_story(visit.world, facts)
    deciding = Operation.PLAN_APPROVE in offered
    return page(
        visit,
        "plan.html",
        plan=told,
        consulted=[visit.world.organisation.units[one].name for one in facts.units_to_consult],
        offered=offered,
        past=past_due(visit.world, facts.plan, filter(is_issued, facts.items)) if deciding else (),
        awaited=[asked for asked in told.opinions if asked.round > told.round and asked.state not in ENDED],
        timeline=timeline(told, visit.world.on),
        words=WORDS,
    )


@router.post("/open")
def open_(deed: Doer, code: Code) -> Response:
    """Send a draft out to be made."""
    find_plan(deed.world, deed.person, code)
    making = plan_life.open_plan(deed.world, deed.occasion, code)
    said = N_("%(plan)s is opened: it is made in task %(task)s, due date: %(day)s.")
    return _done(deed, code, said, task=making.code, day=deed.speech.date(making.due_on))


@router.post("/consult")
def consult(deed: Doer, code: Code) -> Response:
    """Put the plan to its coordinating units."""
    find_plan(deed.world, deed.person, code)
    asked = plan_life.consult(deed.world, deed.occasion, code)
    said = N_("%(plan)s is in consultation: opinions are due by %(day)s, units asked: %(count)s.")
    return _done(deed, code, said, count=deed.speech.count(len(asked)), day=deed.speech.date(asked[0].due_on))


@router.post("/opine")
def opine(deed: Doer, code: Code, text: Text, to: Text = "") -> Response:
    """Give the opinion of the units the person speaks for."""
    find_plan(deed.world, deed.person, code)
    units = plan_life.opine(deed.world, deed.occasion, code, text)
    said = N_("The opinion of %(units)s on %(plan)s is recorded.")
    return _done(deed, code, said, to, units=_names(deed, units))


@router.post("/submit")
def submit(deed: Doer, code: Code) -> Response:
    """Lay the plan before the Director General."""
    find_plan(deed.world, deed.person, code)
    done_ = plan_life.submit(deed.world, deed.occasion, code)
    said = N_("%(plan)s is submitted; the Director General decides by %(day)s.")
    if done_.silent:
        said = N_(
            "%(plan)s is submitted; the Director General decides by %(day)s. No opinion came from: %(units)s."
        )
    day, silent = deed.speech.date(done_.approval.due_on), _names(deed, done_.silent)
    return _done(deed, code, said, day=day, units=silent)


@router.post("/approve")
def approve(deed: Doer, code: Code, reason: Text = "") -> Response:
    """Approve the plan, with the reason for due dates already past; issuing takes it up."""
    find_plan(deed.world, deed.person, code)
    approval.approve(deed.world, deed.occasion, code, reason.strip() or None)
    said = N_("%(plan)s is approved; its tasks are given out within a few minutes.")
    return _done(deed, code, said)


@router.post("/return")
def return_(deed: Doer, code: Code, reason: Text) -> Response:
    """Return the plan to be made again."""
    find_plan(deed.world, deed.person, code)
    approval.return_(deed.world, deed.occasion, code, reason)
    return _done(deed, code, N_("%(plan)s is returned to be made again."))


@router.post("/issue")
def issue(deed: Doer, code: Code) -> Response:
    """Ask for the tasks of an approved plan to be given out; the issuing flow does it."""
    find_plan(deed.world, deed.person, code)
    issuing.request(deed.world, deed.occasion, code)
    return _done(deed, code, N_("%(plan)s waits to be issued; its tasks are given out within a few minutes."))


@router.post("/close")
def close(deed: Doer, code: Code) -> Response:
    """Close the plan."""
    find_plan(deed.world, deed.person, code)
    plan_closing.close(deed.world, deed.occasion, code)
    return _done(deed, code, N_("%(plan)s is closed."))


def _names(deed: Visit, codes: Iterable[str]) -> str:
    """Name units of today by their codes."""
    return "; ".join(deed.world.organisation.names.get(code, code) for code in codes)


def _said(visit: Visit, offer: Offer) -> str | None:
    return translate(offer.hindrance, visit.speech.language) if offer.hindrance else None


def _done(deed: Visit, code: Code, said: str, to: str = "", **params: object) -> Response:
    return done(deed, "/inbox" if to == "/inbox" else f"/plans/{code}", said, plan=code, **params)
