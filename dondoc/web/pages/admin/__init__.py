"""The administration, one file a page."""

from dondoc.web.pages.admin import calendar, ladders, outbox, overview, people, person, run, unit, units

PAGES = (overview, run, people, person, units, unit, ladders, calendar, outbox)
ROUTERS = tuple(page.router for page in PAGES)
