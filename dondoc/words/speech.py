"""Speaking one language: sentences, days, counts, and how a task is named and stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.i18n import N_, translate, translator
from dondoc.rules.vietnamese import VIET_NAM, format_count, format_date, format_time
from dondoc.words.tasks import STATES, TITLES

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.errors import DondocError
    from dondoc.services.task_list import Listed


@dataclass(frozen=True)
class Speech:
    """One language, "vi" or "en"."""

    language: str

    def say(self, msgid: str, **params: object) -> str:
        """Return a sentence of the catalogue with its parameters filled in."""
        said = translator(self.language).gettext(msgid)
        return said % params if params else said

    def sentence(self, error: DondocError) -> str:
        """Say as a sentence of its own what is else said behind the place of a mistake."""
        said = translate(error, self.language).rstrip(".")
        return f"{said[:1].upper()}{said[1:]}."

    def date(self, day: dt.date | None) -> str:
        """Write a day; None is that of an undated task."""
        if day is None:
            return self.say(N_("no term set"))
        return format_date(day) if self.language == "vi" else day.isoformat()

    def moment(self, at: dt.datetime) -> str:
        """Write a moment as the clock in Viet Nam has it."""
        local = at.astimezone(VIET_NAM)
        hour = format_time(local.time()) if self.language == "vi" else f"{local:%H:%M}"
        return f"{hour}, {self.date(local.date())}"

    def count(self, number: int) -> str:
        """Write a count."""
        return format_count(number) if self.language == "vi" else str(number)

    def title(self, line: Listed) -> str:
        """Say what a task is."""
        words = TITLES.get(line.kind)
        return self.say(words, code=line.title) if words else line.title

    def state(self, line: Listed) -> str:
        """Say how a task stands, and how late it is; that it cannot be read comes before all else."""
        if line.damaged:
            return self.say(N_("cannot be read"))
        said = self.say(STATES[line.state])
        return said if line.working_days_late is None else f"{said}, {self.overdue(line.working_days_late)}"

    def overdue(self, working_days: int) -> str:
        """Say how late something is; nought where only days off have passed since."""
        if not working_days:
            return self.say(N_("overdue"))
        ngettext = translator(self.language).ngettext
        said = ngettext("overdue by %(count)s working day", "overdue by %(count)s working days", working_days)
        return said % {"count": self.count(working_days)}
