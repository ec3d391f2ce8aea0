"""`/calendar/{token}.ics`: a person's due dates for their own calendar; the address is the secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response

from dondoc import clock
from dondoc.i18n import N_
from dondoc.services.feeds import due_dates, reader_of
from dondoc.web.door import house_of
from dondoc.words.speech import Speech
from dondoc.words.tasks import STATES
from dondoc.writing.feed import Entry, feed

if TYPE_CHECKING:
    from dondoc.services.task_list import Listed

router = APIRouter()
LONGEST_SUMMARY = 120
"""Characters; a day of a calendar shows no more. The description has all of it."""


@router.get("/calendar/{token}.ics")
def show(request: Request, token: str) -> Response:
    """Return the due dates of whom the address belongs to; whoever reads them changes nothing."""
    house = house_of(request)
    with house.transaction(read_only=True) as session:
        person = reader_of(session, token)
        lines = due_dates(house.world(session), person)
        speech = Speech(person.language)
        name = speech.say(N_("Due dates of %(person)s"), person=person.name)
        entries = [_entry(speech, line, house.settings.base_url) for line in lines]
    return Response(feed(name, entries, clock.now()), media_type="text/calendar; charset=utf-8")


def _entry(speech: Speech, line: Listed, base_url: str) -> Entry:
    assert line.due_on is not None  # noqa: S101 - a feed holds dated tasks only
    link = f"{base_url}/tasks/{line.task}"
    title = " ".join(speech.title(line).split())
    short = title if len(title) <= LONGEST_SUMMARY else f"{title[: LONGEST_SUMMARY - 1].rstrip()}…"
    late = () if line.working_days_late is None else (speech.say(N_("Overdue now")),)
    return Entry(
        code=line.task,
        day=line.due_on,
        summary=f"{speech.say(N_('Due'))}: {short}",
        description=f"{title}\n{line.task}: {speech.state(line)}, {line.percent}%\n{link}",
        link=link,
        categories=(speech.say(STATES[line.state]), *late),
    )
