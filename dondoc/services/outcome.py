"""What a run did, in words: for the command's user, and for the operator where it did not end well."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dondoc.i18n import N_, translator
from dondoc.rules.vietnamese import VIET_NAM
from dondoc.services.meanings import MEANINGS
from dondoc.services.wording import FILTERS
from notifications.sender import Letter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from dondoc.services.day_report import DayReport, Noted

PASSED_OVER = N_("Passed over: %(what)s: %(reason)s")
FAILED = N_("Failed: %(what)s: %(reason)s")


def sentences(report: DayReport, language: str) -> list[str]:
    """Return one line on what was done, then one for each thing passed over or failed."""
    day, count = FILTERS[language]["day"], FILTERS[language]["count"]
    done = translator(language).gettext(
        "Day %(day)s: %(raised)s steps raised, %(messages)s digests composed."
    ) % {
        "day": day(report.on),
        "raised": count(report.steps),
        "messages": count(report.messages),
    }
    return [
        done,
        *(say_noted(PASSED_OVER, _passed_over(report, noted, day), language) for noted in report.skipped),
        *(say_noted(FAILED, noted, language) for noted in report.failed),
    ]


def _passed_over(report: DayReport, noted: Noted, day: Callable[[dt.date], str]) -> Noted:
    """Write a day that was passed over as a whole in the reader's way; a person's code stays a code."""
    return replace(noted, what=day(report.on)) if noted.what == report.on.isoformat() else noted


def say_noted(msgid: str, noted: Noted, language: str) -> str:
    """Return the line on one thing passed over or failed."""
    translate = translator(language).gettext
    said = first_line(noted.reason)
    reason = translate(said) if said else ""
    if noted.kind is not None:
        meaning = translate(MEANINGS[noted.kind])
        reason = f"{meaning} ({reason})" if reason else meaning
    return translate(msgid) % {"what": noted.what, "reason": reason}


def first_line(reason: str) -> str:
    """Return what a system said, without the statement and the parameters that a database adds."""
    return reason.strip().partition("\n")[0]


def alarm(identity: str, reason: str, language: str, now: dt.datetime) -> Letter:
    """Return what the operator is told of a bad run; the same `identity` is the same alarm."""
    catalogue = translator(language)
    return Letter(
        message_id=f"<alarm.{identity}@dondoc>",
        person_name=catalogue.gettext("Operator"),
        language=language,
        day=now.astimezone(VIET_NAM).date(),
        composed_at=now,
        subject=catalogue.gettext("Dondoc: the daily run did not end well"),
        text=reason,
    )
