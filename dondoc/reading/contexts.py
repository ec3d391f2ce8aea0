"""What a paragraph inherits from the headings and lead-ins above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dondoc.reading.blocks import introduces
from dondoc.reading.bodies import names, names_from
from dondoc.reading.closings import told_by_closing
from dondoc.reading.directives import Force, orders
from dondoc.reading.labels import labelled_leads
from dondoc.reading.markers import Level
from dondoc.reading.naming import one_line
from dondoc.reading.owners import leads_of
from dondoc.reading.sentences import clauses, sentences
from dondoc.reading.text import END, Span, phrases, spell
from dondoc.reading.tones import Tone, split_heading, tone_of, tone_of_lead_in
from dondoc.reading.urgency import urgency_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading.blocks import Node
    from dondoc.reading.tables import Row
    from dondoc.reading.text import Text

FIELD = re.compile(
    spell(r"(?:\d[\d.]*\s*+)?(?:về )?(?:(?:một số )?(?:công tác|nội dung|lĩnh vực) (?!khác)|một số )?")
)
FIELD_ENDS = re.compile(spell(r",? (?:gồm|như sau|sau đây|cụ thể)(?: như sau| là)?$"))
OPENS = re.compile(
    spell(
        r"(?:giao(?: cho)?|đối với|yêu cầu|đề nghị|mời|phân công|"
        rf"(?:về )?(?:trách nhiệm|nhiệm vụ|công việc)(?: cụ thể| chung)?(?: giao)? (?:của|cho)){END}\s*+"
    )
)
ABOUT = phrases("về")
ROLES = re.compile(
    spell(r"(?:các )?(?:cơ quan|đơn vị|bộ phận) (?:chỉ đạo|chủ trì|phối hợp|tổ chức)(?:,| và|$)(?! cơ| đơn)")
)
"""A heading above those who have a part in the plan; it names none of them."""
TASKS = re.compile(
    spell(r"(?:phân công|giao)(?: và phân công)? (?:trách nhiệm|nhiệm vụ)(?: cụ thể| thực hiện)*")
)
COMPETENCE = re.compile(
    r",?\s*+"
    + spell(r"(?:theo|trong phạm vi|căn cứ|trên cơ sở) (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực)")
    + r"[^.;:]{0,80}$"
)
"""The end of a heading that says by which competence those it names act."""
ENCLOSED = re.compile(r"\((?P<body>[^()\n]{3,80})\)$")
"""The end of a heading that says whose it is: "Về thể chế (Vụ Pháp chế)"."""
PURPOSE = re.compile(spell(r"(?:mục đích|yêu cầu)(?:(?:,| và) (?:mục đích|yêu cầu))?"))
TITLE = re.compile(spell(r"(?:đối với|về) (?:công tác|việc|nội dung|lĩnh vực) [^.;:]*\."))
SORTS = re.compile(
    spell(
        r"(?:(?:trong đó|qua đó),? (?:cần )?(?:nêu|xác định|làm|phân tích|đánh giá|thể hiện|báo cáo) rõ|"
        r"(?:báo cáo|tổng hợp|thống kê|rà soát|phân loại)(?:,| )[^.:;]*(?:theo|với|gồm) (?:các|những) "
        r"(?:nhóm )?(?:đối tượng|nội dung|thông tin|tiêu chí|chỉ tiêu|trường hợp)"
        r")(?: (?:như|gồm|cụ thể|sau|sau đây|dưới đây))*\s?:$"
    )
)
"""An order above the things it is about: "phân loại theo các nhóm sau:", "trong đó nêu rõ:"."""
LONGEST_HEADING = 250


@dataclass(frozen=True)
class Context:
    """What a paragraph inherits: the tone, owners, urgency and field of what stands above it.

    `labels` are the lines beside it that say who leads, who helps and until when; `beside` and `products`
    are those of its row in a table. `sorted` is a list of things that an order above is about, `listed`
    one of orders to those a lead-in named.
    """

    tone: Tone = Tone.OPEN
    leads: tuple[Span, ...] = ()
    urgency: Span | None = None
    field: str | None = None
    section: str = ""
    part: str = ""
    labels: tuple[Span, ...] = ()
    beside: tuple[Span, ...] = ()
    products: tuple[Span, ...] = ()
    sorted: bool = False
    listed: bool = False


def is_heading(text: Text, node: Node) -> bool:
    """Tell whether a section's or bullet's own words only name what stands under it."""
    words = node.block.words
    if node.children and text.is_capitals(words):
        return True
    if not node.children or split_heading(text, words)[0] or sorts(text, words):
        return False
    if not is_unfinished(text, words):
        return bool(leads_of_heading(text, text.strip(words, "."))) or _titles(text, words)
    ordered = any(order.force > Force.BARE for order in orders(text, words))
    named = leads_of_heading(text, text.strip(words, ":"))
    return not ordered or bool(named) or bool(TASKS.fullmatch(text.folded, *text.strip(words, ":.")))


def _titles(text: Text, words: Span) -> bool:
    """Tell a title from a sentence though it ends with a stop: "Đối với công tác kiểm kê kho."."""
    return bool(TITLE.fullmatch(text.folded, *words)) and all(
        order.force is Force.BARE for order in orders(text, words)
    )


def is_unfinished(text: Text, words: Span) -> bool:
    """Tell words that end as a title does from a sentence."""
    return text.folded[words.end - 1] not in ".;" and words.end - words.start <= LONGEST_HEADING


def under_lead_in(text: Text, words: Span, context: Context) -> Context:
    """Return what a lead-in adds: whom it orders, how urgent it is, and whether orders follow."""
    parts = sentences(text, words)
    named = [order.leads for order in orders(text, parts[-1]) if order.leads]
    leads = named[-1] if named else leads_of(text, parts) or leads_of_heading(text, text.strip(words, ":"))
    ordered = any(order.force >= Force.MODAL for order in orders(text, parts[-1]))
    inherited = Tone.ORDERS if ordered else context.tone
    stays = context.tone is Tone.CONTEXT and bool(PURPOSE.fullmatch(text.folded, *text.strip(words, ":.")))
    return replace(
        context,
        tone=context.tone if stays else tone_of_lead_in(text, parts[-1], inherited),
        leads=leads or context.leads,
        urgency=urgency_of(text, (words,)) or context.urgency,
        sorted=sorts(text, words),
        listed=bool(named),
    )


def sorts(text: Text, words: Span) -> bool:
    """Tell a lead-in whose list names the things its own order is about."""
    return bool(SORTS.search(text.folded, *words))


def under_heading(text: Text, node: Node, context: Context) -> Context:
    """Return what a section's heading adds; a paragraph without one adds what its first words tell."""
    words = node.block.words
    heading, _rest = split_heading(text, words)
    told = tone_of(text, heading or words, context.tone)
    if heading is None and is_heading(text, node):
        heading = text.strip(words, ":.")
        told = tone_of_lead_in(text, heading, context.tone) if introduces(text, node.block) else told
    if heading is None:
        tone = Tone.CONTEXT if told is Tone.CONTEXT else context.tone
        return replace(context, tone=tone, field=None if node.is_section else context.field)
    leads = leads_of_heading(text, heading)
    tone = Tone.CONTEXT if context.tone is Tone.CONTEXT else Tone.ORDERS if leads else told
    field = context.field
    about = ABOUT.match(text.folded, heading.start)
    names = node.is_section or node.block.marker.level is Level.GROUP
    if names or (about and not leads):
        field = None if leads and not about else _field(text, heading)
    return replace(context, tone=tone, leads=leads or context.leads, field=field, listed=False)


def under_labels(text: Text, labels: Sequence[Span], context: Context) -> Context:
    """Return what the lines beside a task add that say who leads it and until when."""
    if not labels:
        return context
    tone = Tone.CONTEXT if context.tone is Tone.CONTEXT else Tone.ORDERS
    leads = labelled_leads(text, labels) or context.leads
    return replace(context, tone=tone, leads=leads, labels=tuple(labels))


def in_row(text: Text, row: Row, context: Context) -> Context:
    """Return what the other cells of a row say of its task; a table of findings stays one."""
    told = context.tone in (Tone.FINDINGS, Tone.CONTEXT)
    leads = _named_in_cell(text, row.lead) if row.lead else context.leads
    return replace(
        context,
        tone=context.tone if told else Tone.ORDERS,
        leads=leads,
        labels=(row.term,) if row.term else (),
        beside=_named_in_cell(text, row.beside) if row.beside else (),
        products=(row.product,) if row.product else (),
    )


def _named_in_cell(text: Text, cell: Span) -> tuple[Span, ...]:
    """Return whom a cell of a table names; a semicolon always parts them, people have no head to tell by."""
    return tuple(name for each in clauses(text, cell) for name in names(text, text.strip(each, ";")))


def under_closing(text: Text, duty: Span, context: Context) -> Context:
    """Return the context of what a closing formula orders: it concerns the whole document."""
    leads = told_by_closing(text, duty)
    return Context(Tone.ORDERS, leads=leads, section=context.section, part=context.part)


def within(text: Text, words: Span, context: Context) -> Context:
    """Return the context of a paragraph that has a heading of its own in front ("Về …: …")."""
    heading, _rest = split_heading(text, words)
    if heading is None:
        return context
    leads = leads_of_heading(text, heading) or context.leads
    return replace(context, leads=leads, tone=tone_of(text, heading, context.tone))


def leads_of_heading(text: Text, heading: Span) -> tuple[Span, ...]:
    """Return the bodies a heading names as those who act: "Giao X", "Đối với X", or nothing but X."""
    if enclosed := ENCLOSED.search(text.folded, *heading):
        inside = text.strip(Span(*enclosed.span("body")))
        leads, end = names_from(text, *inside)
        outside = leads_of_heading(text, text.strip(Span(heading.start, enclosed.start())))
        return outside or (tuple(leads) if end >= inside.end else ())
    if ROLES.match(text.folded, *heading):
        return ()
    opened = OPENS.match(text.folded, *heading)
    leads, end = names_from(text, opened.end() if opened else heading.start, heading.end)
    rest = text.strip(Span(end, heading.end))
    return tuple(leads) if end >= heading.end or COMPETENCE.match(text.folded, *rest) else ()


def _field(text: Text, heading: Span) -> str:
    stripped, ends = FIELD.match(text.folded, *heading), FIELD_ENDS.search(text.folded, *heading)
    start = stripped.end() if stripped else heading.start
    return one_line(text, Span(start, ends.start() if ends else heading.end))


def in_section(context: Context, section: Node) -> Context:
    """Return the context with the number of a section, or of the part that holds sections."""
    marker = section.block.marker
    part = marker.label if marker.level < Level.ARTICLE else context.part
    return replace(context, section=number_of(section), part=part)


def number_of(section: Node) -> str:
    """Return the number of a section; a point of an article has the article's in front."""
    marker, above = section.block.marker, section.parent
    within_article = above is not None and above.block.marker.level is Level.ARTICLE
    return f"{above.block.marker.label}.{marker.label}" if above and within_article else marker.label
