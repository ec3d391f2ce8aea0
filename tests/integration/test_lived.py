"""The random lives know every operation there is: they do it, or it stands here why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.rules.rights import Operation
from lived import Lived

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

DONE_BY = {
    "report": {Operation.TASK_REPORT},
    "submit": {Operation.TASK_SUBMIT},
    "accept": {Operation.TASK_ACCEPT},
    "return": {Operation.TASK_RETURN},
    "assign": {Operation.TASK_ASSIGN},
    "plan set": {Operation.PLAN_SET_DRAFT, Operation.PLAN_SET_OPEN},
    "plan open": {Operation.PLAN_OPEN},
    "plan consult": {Operation.PLAN_CONSULT},
    "plan opine": {Operation.PLAN_OPINE},
    "plan submit": {Operation.PLAN_SUBMIT},
    "plan return": {Operation.PLAN_RETURN},
    "plan approve": {Operation.PLAN_APPROVE},
    "plan issue": {Operation.PLAN_ISSUE},
    "plan close": {Operation.PLAN_CLOSE},
    "calendar": {Operation.CALENDAR_LOAD},
    "organisation": {Operation.ORG_LOAD},
    "ladder": {Operation.LADDER_LOAD},
}

CUT = "changes which items a draft has: the run sees no item before issuing, and issuing gives each out alike"
ACCOUNT = "changes how a person signs in, which no run reads"
LEFT_OUT = {
    Operation.RUN: "the lives are made of runs",
    Operation.PLAN_DRAFT: CUT,
    Operation.PLAN_MEND: CUT,
    Operation.PLAN_SPLIT: CUT,
    Operation.PLAN_JOIN: CUT,
    Operation.PLAN_ADD: CUT,
    Operation.ACCOUNT_PASSWORD: ACCOUNT,
    Operation.ACCOUNT_LINK: ACCOUNT,
    Operation.ACCOUNT_TOKEN: ACCOUNT,
    Operation.ACCOUNT_REVOKE: ACCOUNT,
    Operation.ACCOUNT_LANGUAGE: "changes the words of a digest, and the model knows none",
    Operation.CHANNEL_TEST: "sends a letter of its own, which no run composes and no digest waits for",
}


def test_random_lives_do_every_operation_or_it_stands_here_why_not() -> None:
    done = set().union(*DONE_BY.values())
    assert done | LEFT_OUT.keys() == set(Operation)
    assert not done & LEFT_OUT.keys()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_random_lives_have_a_deed_for_each_operation_that_they_do(engine: Engine, tmp_path: Path) -> None:
    assert DONE_BY.keys() == Lived(engine, tmp_path).deeds.keys()
