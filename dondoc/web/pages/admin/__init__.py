"""The administration, one file a page."""

from dondoc.web.pages.admin import calendar, ladders, outbox, overview, people, person, unit, units

ROUTERS = tuple(page.router for page in (overview, people, person, units, unit, ladders, calendar, outbox))
