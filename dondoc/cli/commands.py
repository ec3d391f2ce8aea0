"""Which commands there are: name, the file that holds its `app`, and its line in `dondoc --help`."""

from __future__ import annotations

from typing import NamedTuple

from dondoc.i18n import N_


class Entry(NamedTuple):
    """One line of `dondoc --help`; the file is imported only when its command is called."""

    module: str
    summary: str


# Add one line here for a new command file; the order is the order of a working day, set-up first.
COMMANDS: dict[str, Entry] = {
    "demo": Entry(
        "dondoc.cli.demo",
        N_("Live a whole story: a sample notice, from its first reading to the Director General."),
    ),
    "init": Entry(
        "dondoc.cli.init", N_("Make a new data folder: database, calendar, ladders, administrator.")
    ),
    "org": Entry("dondoc.cli.org", N_("The organisation: load it from a file, show it.")),
    "calendar": Entry("dondoc.cli.calendar", N_("The working calendar: load official entries, show a year.")),
    "ladder": Entry("dondoc.cli.ladder", N_("Ladders: show their steps, change them by a file.")),
    "term": Entry(
        "dondoc.cli.term", N_("Read a term phrase and say which due date follows from it, and how.")
    ),
    "read": Entry("dondoc.cli.read", N_("Read a document and show what it says; touches no database.")),
    "draft": Entry(
        "dondoc.cli.draft", N_("Make a draft plan of a document, or compare a corrected one with it.")
    ),
    "plan": Entry(
        "dondoc.cli.plan",
        N_("Plans: list and show them, work on a draft, open, consult, submit, approve, issue and close."),
    ),
    "task": Entry("dondoc.cli.task", N_("Tasks: report, hand in, accept, return, hand over, list and show.")),
    "run": Entry("dondoc.cli.run", N_("Runs: the daily run, and sending what the outbox holds.")),
    "why": Entry(
        "dondoc.cli.why", N_("Say what was told on a day, by which step and channel, or why nothing was.")
    ),
    "account": Entry(
        "dondoc.cli.account",
        N_("Accounts: password, language, a link that signs somebody in, tokens for programs."),
    ),
    "serve": Entry("dondoc.cli.serve", N_("Page, schedule and sender in one command, supervised.")),
    "deploy": Entry(
        "dondoc.cli.deploy", N_("Register the schedules with a Prefect server, for workers on many machines.")
    ),
}
