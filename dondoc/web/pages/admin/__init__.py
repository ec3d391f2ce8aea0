"""The administration, one file a page."""

from dondoc.web.pages.admin import calendar, ladders, outbox, overview, people, units

ROUTERS = tuple(page.router for page in (overview, people, units, ladders, calendar, outbox))
