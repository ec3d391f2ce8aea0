"""The whole matrix of rights, written down here by hand and not taken from the rule's own table."""

from __future__ import annotations

import pytest

from dondoc.rules.rights import NAMES, Operation, Role, may

ROLES = {
    "adm": Role.ADMINISTRATOR,
    "off": Role.OFFICE,
    "dg": Role.DIRECTOR_GENERAL,
    "sub": Role.SUBJECT_HEAD,
    "con": Role.CONSULTED_HEAD,
    "asg": Role.ASSIGNEE,
    "own": Role.OWNER_HEAD,
    "acc": Role.ACCEPTOR,
    "slf": Role.SELF,
}

# x: may; o: may unless on the owner's side; a dot: never
MATRIX = """
                adm off dg  sub con asg own acc slf
org.load        x   .   .   .   .   .   .   .   .
calendar.load   x   x   .   .   .   .   .   .   .
ladder.load     x   .   .   .   .   .   .   .   .
plan.draft      .   x   .   .   .   .   .   .   .
plan.mend       .   x   .   .   .   .   .   .   .
plan.split      .   x   .   .   .   .   .   .   .
plan.join       .   x   .   .   .   .   .   .   .
plan.add        .   x   .   .   .   .   .   .   .
plan.set_draft  .   x   .   .   .   .   .   .   .
plan.set_open   .   x   .   x   .   .   .   .   .
plan.open       .   x   .   .   .   .   .   .   .
plan.consult    .   x   .   x   .   .   .   .   .
plan.opine      .   .   .   .   x   .   .   .   .
plan.submit     .   .   .   x   .   .   .   .   .
plan.approve    .   .   x   .   .   .   .   .   .
plan.return     .   .   x   .   .   .   .   .   .
plan.issue      x   x   x   .   .   .   .   .   .
plan.close      .   x   x   .   .   .   .   .   .
task.report     .   .   .   .   .   x   x   .   .
task.submit     .   .   .   .   .   x   x   .   .
task.accept     .   .   .   .   .   .   .   o   .
task.return     .   .   .   .   .   .   .   o   .
task.assign     .   .   .   .   .   .   x   .   .
run             x   x   .   .   .   .   .   .   .
account.password x  .   .   .   .   .   .   .   x
account.link    x   .   .   .   .   .   .   .   .
channel.test    x   .   .   .   .   .   .   .   x
account.token   .   .   .   .   .   .   .   .   x
account.revoke  x   .   .   .   .   .   .   .   x
account.language .  .   .   .   .   .   .   .   x
"""
HEADER, *ROWS = [line.split() for line in MATRIX.strip().splitlines()]
CELLS = [
    pytest.param(operation, name, mark, id=f"{operation} by {name}")
    for operation, *marks in ROWS
    for name, mark in zip(HEADER, marks, strict=True)
]


def test_it_rules_every_operation_and_every_role() -> None:
    assert [operation for operation, *_ in ROWS] == [operation.value for operation in Operation]
    assert {ROLES[name] for name in HEADER} | {Role.OWNER_SIDE} == set(Role)


def test_every_operation_can_be_named_to_who_may_not_do_it() -> None:
    assert set(NAMES) == set(Operation)


@pytest.mark.parametrize(("operation", "role", "mark"), CELLS)
def test_it_grants_exactly_what_the_matrix_says(operation: str, role: str, mark: str) -> None:
    assert may(Operation(operation), frozenset({ROLES[role]})) == (mark in "xo")


@pytest.mark.parametrize(("operation", "role", "mark"), CELLS)
def test_it_keeps_the_owner_side_from_accepting(operation: str, role: str, mark: str) -> None:
    roles = frozenset({ROLES[role], Role.OWNER_SIDE})
    assert may(Operation(operation), roles) == (mark == "x")


@pytest.mark.parametrize("operation", Operation)
@pytest.mark.parametrize(
    "roles",
    [
        pytest.param(frozenset(), id="a stranger"),
        pytest.param(frozenset({Role.OWNER_SIDE}), id="a colleague of the owner"),
    ],
)
def test_it_grants_nothing_to_someone_without_a_role(operation: Operation, roles: frozenset[Role]) -> None:
    assert not may(operation, roles)


@pytest.mark.parametrize("operation", [Operation.TASK_ACCEPT, Operation.TASK_RETURN])
def test_no_other_role_outweighs_the_owner_side(operation: Operation) -> None:
    assert not may(operation, frozenset(Role))
