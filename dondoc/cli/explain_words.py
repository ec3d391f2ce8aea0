"""Why the reader read something so, as sentences; its rules -> message ids with the words they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

ORDERS: Mapping[str, str] = {
    "order.opener": N_('Order: opened by "%(words)s".'),
    "order.prohibition": N_('Order: the prohibition "%(words)s".'),
    "order.modal": N_('Order: the modal "%(words)s".'),
    "order.promise": N_('Order: the issuer undertakes it by "%(words)s".'),
    "order.doer": N_('Order: a body in front of what it has to do, "%(words)s".'),
    "order.verb": N_('Order: begins with the verb "%(words)s".'),
    "order.listed": N_("Order: stands in a list of orders."),
}
PARTS: Mapping[str, str] = {
    "part.sentence": N_("Part: a sentence of its own."),
    "part.semicolon": N_("Part: parted by a semicolon."),
    "part.aside": N_("Part: ordered in parentheses."),
    "part.link": N_('Part: joined by "đồng thời", "trong đó" or the like.'),
    "part.order": N_("Part: another order begins behind the comma."),
    "part.subject": N_("Part: behind the comma something else must be."),
    "part.adverb": N_("Part: behind the comma another verb is told how to be done."),
    "part.report": N_("Part: behind the comma a report or a submission is ordered."),
    "part.output": N_("Part: behind the comma a document is to be made."),
    "part.assurance": N_("Part: behind the comma a result has to be ensured."),
    "part.condition": N_("Part: to be done in a case that may come."),
    "part.and": N_('Part: "và" joins two verbs, each with its own object.'),
}
OWNERS: Mapping[str, str] = {
    "lead.named": N_('Lead: named in the sentence, "%(words)s".'),
    "lead.aside": N_('Lead: named in parentheses, "%(words)s".'),
    "lead.carried": N_('Lead: the one of the clause in front, "%(words)s".'),
    "lead.item": N_('Lead: the one of the item, "%(words)s".'),
    "lead.above": N_('Lead: from the heading or the paragraph above, "%(words)s".'),
    "lead.subject": N_('Lead: nobody is named, so the body the document is about, "%(words)s".'),
    "lead.elsewhere": N_('Lead: named further on in the item, "%(words)s".'),
    "lead.nobody": N_("Lead: nobody is named; a person is asked."),
}
TERMS: Mapping[str, str] = {
    "term.day": N_('Term: a day, "%(words)s".'),
    "term.week": N_('Term: a week or part of a month, "%(words)s".'),
    "term.bare_day": N_('Term: a day at the head of an order, "%(words)s".'),
    "term.day_of_month": N_('Term: a day without its month, "%(words)s".'),
    "term.holiday": N_('Term: a holiday, "%(words)s".'),
    "term.period": N_('Term: the end of a period, "%(words)s".'),
    "term.bare_period": N_('Term: a period at the head of a clause, "%(words)s".'),
    "term.counted": N_('Term: counted from an event on, "%(words)s".'),
    "term.counted_back": N_('Term: counted back from an event, "%(words)s".'),
    "term.clock": N_('Term: an hour without its day, "%(words)s".'),
    "term.event": N_('Term: a meeting to come, "%(words)s".'),
    "term.predecessor": N_('Term: before another obligation, "%(words)s".'),
    "term.as_there": N_('Term: the same as in the paragraph it points to, "%(words)s".'),
    "term.between_days": N_('Term: from a day to a day, "%(words)s".'),
    "term.between_months": N_('Term: from a month to a month, "%(words)s".'),
    "term.none": N_("Term: none is stated, so none is set."),
}
TRAPS: Mapping[str, str] = {
    "trap.repeated": N_('No term: "%(words)s" repeats.'),
    "trap.arisen": N_('No term: "%(words)s" is when something arose or took effect.'),
    "trap.past": N_('No term: "%(words)s" is past.'),
    "trap.done": N_('No term: "%(words)s" tells of work done.'),
    "trap.spared": N_('No term: "%(words)s" is a time in which something is not to be done.'),
    "trap.so_far": N_('No term: "%(words)s" is a period reported on.'),
    "trap.horizon": N_('No term: "%(words)s" is how far a strategy looks.'),
    "trap.event": N_('No term: "%(words)s" is when an event begins or ends.'),
    "trap.figures": N_('No term: "%(words)s" is the day of the figures.'),
    "trap.prepared": N_('No term: "%(words)s" is the day of an event to be prepared.'),
    "trap.told": N_('No term: what happens "%(words)s" is told, not ordered.'),
    "trap.account": N_('No term: "%(words)s" is the period of a programme or a report.'),
}
KINDS: Mapping[str, str] = {
    "kind.owed": N_('Kind: a duty of the authority, led by "%(words)s".'),
    "kind.threshold": N_('Kind: a target, for the threshold "%(words)s".'),
    "kind.term": N_('Kind: a deliverable, for it has the term "%(words)s".'),
    "kind.output": N_('Kind: a deliverable, for "%(words)s" is to be made.'),
    "kind.recurrence": N_('Kind: a standing duty, for it recurs: "%(words)s".'),
    "kind.lasting": N_('Kind: a standing duty, for it is never done: "%(words)s".'),
    "kind.once": N_("Kind: a deliverable, for nothing says that it lasts."),
}
SENTENCES: Mapping[str, str] = {**ORDERS, **PARTS, **OWNERS, **TERMS, **TRAPS, **KINDS}
"""Every rule of the reader -> its sentence."""
