"""Who may do what: one table over every operation, asked by services, page and command alike."""

from __future__ import annotations

from enum import StrEnum

from dondoc.i18n import N_


class Role(StrEnum):
    """What a person is to the thing at hand."""

    ADMINISTRATOR = "administrator"
    OFFICE = "office"
    DIRECTOR_GENERAL = "director_general"
    SUBJECT_HEAD = "subject_head"
    CONSULTED_HEAD = "consulted_head"
    ASSIGNEE = "assignee"
    OWNER_HEAD = "owner_head"
    OWNER_SIDE = "owner_side"
    ACCEPTOR = "acceptor"
    SELF = "self"


class Operation(StrEnum):
    """Every changing operation."""

    ORG_LOAD = "org.load"
    CALENDAR_LOAD = "calendar.load"
    LADDER_LOAD = "ladder.load"
    PLAN_DRAFT = "plan.draft"
    PLAN_MEND = "plan.mend"
    PLAN_SPLIT = "plan.split"
    PLAN_JOIN = "plan.join"
    PLAN_ADD = "plan.add"
    PLAN_SET_DRAFT = "plan.set_draft"
    PLAN_SET_OPEN = "plan.set_open"
    PLAN_OPEN = "plan.open"
    PLAN_CONSULT = "plan.consult"
    PLAN_OPINE = "plan.opine"
    PLAN_SUBMIT = "plan.submit"
    PLAN_APPROVE = "plan.approve"
    PLAN_RETURN = "plan.return"
    PLAN_ISSUE = "plan.issue"
    PLAN_CLOSE = "plan.close"
    TASK_REPORT = "task.report"
    TASK_SUBMIT = "task.submit"
    TASK_ACCEPT = "task.accept"
    TASK_RETURN = "task.return"
    TASK_ASSIGN = "task.assign"
    RUN = "run"
    ACCOUNT_PASSWORD = "account.password"  # noqa: S105 - the name of a deed
    ACCOUNT_LINK = "account.link"
    CHANNEL_TEST = "channel.test"
    ACCOUNT_TOKEN = "account.token"  # noqa: S105 - the name of a deed
    ACCOUNT_REVOKE = "account.revoke"
    ACCOUNT_LANGUAGE = "account.language"


NAMES: dict[Operation, str] = {
    Operation.ORG_LOAD: N_("change the organisation"),
    Operation.CALENDAR_LOAD: N_("change the calendar"),
    Operation.LADDER_LOAD: N_("change a ladder"),
    Operation.PLAN_DRAFT: N_("draft a plan"),
    Operation.PLAN_SET_DRAFT: N_("set what the Office alone decides"),
    Operation.PLAN_SET_OPEN: N_("set the items of the plan"),
    Operation.PLAN_MEND: N_("mend an item of the plan"),
    Operation.PLAN_SPLIT: N_("split an item of the plan"),
    Operation.PLAN_JOIN: N_("join items of the plan"),
    Operation.PLAN_ADD: N_("add an item to the plan"),
    Operation.PLAN_OPEN: N_("open the plan"),
    Operation.PLAN_CONSULT: N_("ask for opinions on the plan"),
    Operation.PLAN_OPINE: N_("give an opinion on the plan"),
    Operation.PLAN_SUBMIT: N_("submit the plan"),
    Operation.PLAN_APPROVE: N_("approve the plan"),
    Operation.PLAN_RETURN: N_("return the plan"),
    Operation.PLAN_ISSUE: N_("issue the plan"),
    Operation.PLAN_CLOSE: N_("close the plan"),
    Operation.TASK_REPORT: N_("report progress"),
    Operation.TASK_SUBMIT: N_("hand the task in"),
    Operation.TASK_ACCEPT: N_("accept the task"),
    Operation.TASK_RETURN: N_("return the task"),
    Operation.TASK_ASSIGN: N_("hand the task over"),
    Operation.RUN: N_("run the day"),
    Operation.ACCOUNT_PASSWORD: N_("set the password of this account"),
    Operation.ACCOUNT_LINK: N_("make a sign-in link for this person"),
    Operation.CHANNEL_TEST: N_("send this person a test message"),
    Operation.ACCOUNT_TOKEN: N_("let a program act for this person"),
    Operation.ACCOUNT_REVOKE: N_("take this person's access from a program"),
    Operation.ACCOUNT_LANGUAGE: N_("choose the language of this person"),
}
"""What someone without the right is told they may not do."""

HOLDERS: dict[Role, str] = {
    Role.ADMINISTRATOR: N_("the administrators"),
    Role.OFFICE: N_("the Office of the General Department"),
    Role.DIRECTOR_GENERAL: N_("the Director General"),
    Role.SUBJECT_HEAD: N_("the head of the unit that makes the plan"),
    Role.CONSULTED_HEAD: N_("the heads of the units asked for their opinion"),
    Role.ASSIGNEE: N_("its assignee"),
    Role.OWNER_HEAD: N_("the head of its lead unit"),
    Role.ACCEPTOR: N_("its acceptor, never the owner's side"),
    Role.SELF: N_("that person alone"),
}
"""Whose work it is, said to somebody else."""

MAY: dict[Operation, frozenset[Role]] = {
    Operation.ORG_LOAD: frozenset({Role.ADMINISTRATOR}),
    Operation.CALENDAR_LOAD: frozenset({Role.ADMINISTRATOR, Role.OFFICE}),
    Operation.LADDER_LOAD: frozenset({Role.ADMINISTRATOR}),
    Operation.PLAN_DRAFT: frozenset({Role.OFFICE}),
    Operation.PLAN_SET_DRAFT: frozenset({Role.OFFICE}),
    Operation.PLAN_SET_OPEN: frozenset({Role.OFFICE, Role.SUBJECT_HEAD}),
    Operation.PLAN_OPEN: frozenset({Role.OFFICE}),
    Operation.PLAN_CONSULT: frozenset({Role.OFFICE, Role.SUBJECT_HEAD}),
    Operation.PLAN_MEND: frozenset({Role.OFFICE}),
    Operation.PLAN_SPLIT: frozenset({Role.OFFICE}),
    Operation.PLAN_JOIN: frozenset({Role.OFFICE}),
    Operation.PLAN_ADD: frozenset({Role.OFFICE}),
    Operation.PLAN_OPINE: frozenset({Role.CONSULTED_HEAD}),
    Operation.PLAN_SUBMIT: frozenset({Role.SUBJECT_HEAD}),
    Operation.PLAN_APPROVE: frozenset({Role.DIRECTOR_GENERAL}),
    Operation.PLAN_RETURN: frozenset({Role.DIRECTOR_GENERAL}),
    Operation.PLAN_ISSUE: frozenset({Role.ADMINISTRATOR, Role.OFFICE, Role.DIRECTOR_GENERAL}),
    Operation.PLAN_CLOSE: frozenset({Role.OFFICE, Role.DIRECTOR_GENERAL}),
    Operation.TASK_REPORT: frozenset({Role.ASSIGNEE, Role.OWNER_HEAD}),
    Operation.TASK_SUBMIT: frozenset({Role.ASSIGNEE, Role.OWNER_HEAD}),
    Operation.TASK_ACCEPT: frozenset({Role.ACCEPTOR}),
    Operation.TASK_RETURN: frozenset({Role.ACCEPTOR}),
    Operation.TASK_ASSIGN: frozenset({Role.OWNER_HEAD}),
    Operation.RUN: frozenset({Role.ADMINISTRATOR, Role.OFFICE}),
    Operation.ACCOUNT_PASSWORD: frozenset({Role.ADMINISTRATOR, Role.SELF}),
    Operation.ACCOUNT_LINK: frozenset({Role.ADMINISTRATOR}),
    Operation.CHANNEL_TEST: frozenset({Role.ADMINISTRATOR, Role.SELF}),
    Operation.ACCOUNT_TOKEN: frozenset({Role.SELF}),
    Operation.ACCOUNT_REVOKE: frozenset({Role.ADMINISTRATOR, Role.SELF}),
    Operation.ACCOUNT_LANGUAGE: frozenset({Role.SELF}),
}

NEVER: dict[Operation, frozenset[Role]] = {
    Operation.TASK_ACCEPT: frozenset({Role.OWNER_SIDE}),
    Operation.TASK_RETURN: frozenset({Role.OWNER_SIDE}),
}
"""Roles that forbid an operation whatever else the person is: the owner's side never accepts its own work."""


def may(operation: Operation, roles: frozenset[Role]) -> bool:
    """Say whether someone with these roles may do it."""
    return bool(MAY[operation] & roles) and not NEVER.get(operation, frozenset()) & roles
