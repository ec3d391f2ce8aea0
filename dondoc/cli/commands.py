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
    "task": Entry("dondoc.cli.task", N_("Tasks: report, hand in, accept, return, hand over, list and show.")),
}
