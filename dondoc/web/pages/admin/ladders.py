"""The ladders: their steps, whom each tells and when."""

from __future__ import annotations

from fastapi import APIRouter, Response
from sqlmodel import col, select

from dondoc.web.administrators import Administrator
from dondoc.web.render import page
from dondoc.words.steps import STEPS
from models import Ladder

router = APIRouter(prefix="/admin/ladders")


@router.get("")
def show(visit: Administrator) -> Response:
    """Show every ladder with its steps."""
    ladders = visit.world.session.exec(select(Ladder).order_by(col(Ladder.id))).all()
    return page(visit, "admin/ladders.html", ladders=ladders, steps=visit.world.steps, STEPS=STEPS)
