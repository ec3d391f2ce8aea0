"""A day's report in words: what the command says, and what the operator is told of a bad run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_, translator
from dondoc.services.wording import FILTERS
from notifications.sender import Letter

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.services.day_report import DayReport, Noted

_SKIPPED = N_("Passed over: %(what)s: %(reason)s")
_FAILED = N_("Failed: %(what)s: %(reason)s")


def sentences(report: DayReport, language: str) -> list[str]:
    """Return one line on what was done, then one for each thing passed over or failed."""
    catalogue = translator(language)
    day, count = FILTERS[language]["day"], FILTERS[language]["count"]
    done = catalogue.gettext("Day %(day)s: %(raised)s steps raised, %(messages)s digests composed.") % {
        "day": day(report.on),
        "raised": count(len(report.raised)),
        "messages": count(report.messages),
    }

    def line(msgid: str, noted: Noted) -> str:
        said = noted.reason.strip().partition("\n")[0]  # a database adds its statement and parameters
        reason = catalogue.gettext(said) if said else ""
        return catalogue.gettext(msgid) % {"what": noted.what, "reason": reason}

    return [
        done,
        *(line(_SKIPPED, noted) for noted in report.skipped),
        *(line(_FAILED, noted) for noted in report.failed),
    ]


def alarm(identity: str, reason: str, language: str, now: dt.datetime) -> Letter:
    """Return what the operator is told of a bad run; the same `identity` is the same alarm."""
    catalogue = translator(language)
    return Letter(
        message_id=f"<alarm.{identity}@dondoc>",
        person_name=catalogue.gettext("Operator"),
        language=language,
        day=now.date(),
        composed_at=now,
        subject=catalogue.gettext("Dondoc: the daily run did not end well"),
        text=reason,
    )
