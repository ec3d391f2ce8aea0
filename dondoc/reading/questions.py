"""What a reading leaves open, as sentences for the person who checks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.reading.anaphora import points_back
from dondoc.reading.dates import Doubt
from dondoc.reading.term_traps import Trap
from dondoc.rules.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dondoc.reading.result import ItemKind
    from dondoc.reading.terms import TermSpan
    from dondoc.reading.text import Span, Text

NO_TERM = N_("The document sets no term for this item: say when it is due.")
NO_PERIOD = N_(
    "This is a standing duty, and the document states no period of reporting: "
    "confirm that it is reported monthly."
)
NO_LEAD = N_("The document names no lead unit for this item: say which unit leads it.")
PAST = N_("The document states “%(phrase)s”, a day that has passed: say when it is due.")
UNPROPOSED = {
    Doubt.NO_SUCH_DAY: N_("The term “%(phrase)s” names a day that is not in the calendar: state it again."),
    Doubt.SEVERAL: N_("The term “%(phrase)s” names several days: state the term of each stage."),
}
"""What is asked of a term for which no date can be proposed."""
NO_YEAR = N_("The term “%(phrase)s” names no year: confirm it.")
IS_IT_THIS_YEAR = N_("The term “%(phrase)s” names no year: confirm it: is it %(day)s?")
NO_FULL_DAY = N_("The term “%(phrase)s” names no full day, month and year: confirm it.")
IS_IT_THIS_DAY = N_("The term “%(phrase)s” names no full day, month and year: confirm it: is it %(day)s?")
AS_THERE = N_("The term “%(phrase)s” points to an item whose term is not known: say when it is due.")
AFTER_ANOTHER = N_("This item is to be done “%(phrase)s”: say when it is due.")
NO_ANCHOR = N_("The term “%(phrase)s” counts from an event whose day is not known: state that day.")
NO_DAY_OF = N_(
    "The term “%(phrase)s” counts from an event whose day is not known (%(anchor)s): state that day."
)
SEVERAL_TERMS = N_("This item has %(number)s terms (%(phrases)s): state the term of each piece of work.")
WHO_IS_IT = N_("Is the unit charged, %(said)s, the one named above, %(found)s? Confirm it.")
WHO = N_("Which units are charged by %(said)s is not clear: say which unit leads.")
OF_OWNERS = frozenset({NO_LEAD, WHO_IS_IT, WHO})
POINTING_BACK = frozenset({WHO_IS_IT, WHO})
"""What is asked of an owner that is only pointed back to."""


def about_owners(text: Text, named: Sequence[Span], meant: Sequence[Span]) -> Iterator[Sentence]:
    """Yield what to confirm of owners that are only pointed back to; `meant` is whom they were taken for."""
    back = [lead for lead in named if points_back(text, lead)]
    if not back:
        return
    said, found = _listed(text, back), [lead for lead in meant if lead not in named]
    yield Sentence(WHO_IS_IT, said=said, found=_listed(text, found)) if found else Sentence(WHO, said=said)


def _listed(text: Text, spans: Sequence[Span]) -> str:
    return ", ".join(f"“{_line(text.words(span))}”" for span in spans)


def questions(kind: ItemKind, times: Sequence[TermSpan], *, led: bool, recurs: bool) -> tuple[Sentence, ...]:
    """Return the questions an item leaves open, in the order a person would take them.

    `times` are its terms, and what only looks like one: a day long past is asked for again.
    """
    asked = [] if led else [Sentence(NO_LEAD)]
    terms = [each for each in times if each.trap is None]
    past = [each.term.phrase for each in times if each.trap is Trap.PAST and each.term.operator == "before"]
    if not terms and past:
        asked += [Sentence(PAST, phrase=_line(phrase)) for phrase in past]
    elif not terms:
        standing = kind == "standing"
        asked += ([] if recurs else [Sentence(NO_PERIOD)]) if standing else [Sentence(NO_TERM)]
    asked += [question for term in terms if (question := _about(term))]
    if len({(term.term.date, term.term.amount, term.proposed) for term in terms}) > 1:
        phrases = "; ".join(f"“{_line(term.term.phrase)}”" for term in terms)
        asked.append(Sentence(SEVERAL_TERMS, number=len(terms), phrases=phrases))
    return tuple(asked)


def _about(found: TermSpan) -> Sentence | None:
    phrase, no_day = _line(found.term.phrase), found.term.date is None
    if found.doubt in UNPROPOSED:
        return Sentence(UNPROPOSED[found.doubt], phrase=phrase)
    if found.doubt is not None:
        return _proposing(found, phrase)
    if found.form == "as_there" and no_day and found.term.amount is None:
        return Sentence(AS_THERE, phrase=phrase)
    if found.form == "predecessor":
        return Sentence(AFTER_ANOTHER, phrase=phrase)
    if no_day and found.term.anchor_day is None:
        anchor = {"anchor": found.term.anchor} if found.term.anchor else {}
        return Sentence(NO_DAY_OF if anchor else NO_ANCHOR, phrase=phrase, **anchor)
    return None


def _proposing(found: TermSpan, phrase: str) -> Sentence:
    no_year = found.doubt is Doubt.NO_YEAR
    if found.proposed is None:
        return Sentence(NO_YEAR if no_year else NO_FULL_DAY, phrase=phrase)
    return Sentence(IS_IT_THIS_YEAR if no_year else IS_IT_THIS_DAY, phrase=phrase, day=found.proposed)


def _line(phrase: str) -> str:
    return " ".join(phrase.split())
