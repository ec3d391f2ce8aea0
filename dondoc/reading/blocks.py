"""The tree of a document: sections, bullets and paragraphs, each under the one it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dondoc.reading.bodies import names_from
from dondoc.reading.lines import logical_lines
from dondoc.reading.markers import UNMARKED, Level, Marker, read_marker
from dondoc.reading.page_notes import page_notes
from dondoc.reading.tables import Row, read_tables
from dondoc.reading.text import Span, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SECTIONS = (Level.ROOT, Level.PART, Level.ROMAN, Level.ARTICLE, Level.NUMBER)


@dataclass(frozen=True)
class Block:
    """A logical line: its mark, the whole line, and the words behind the mark; of a table's row its task."""

    marker: Marker
    line: Span
    words: Span
    row: Row | None = None


@dataclass(eq=False)
class Node:
    """A block with what stands under it; the root has an empty block."""

    block: Block
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def is_section(self) -> bool:
        """Tell a numbered section from a bullet or a paragraph."""
        return self.block.marker.level in SECTIONS

    @property
    def is_bullet(self) -> bool:
        """Tell a bullet or a lettered point from a section or an unmarked paragraph."""
        return not self.is_section and self.block.marker.level is not Level.NONE

    def walk(self) -> Iterator[Node]:
        """Yield this node and all under it, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()


def read_blocks(text: Text) -> list[Block]:
    """Return the blocks of a text, in order; a row of a table of tasks is one."""
    rows, taken = read_tables(text)
    taken = [*taken, *page_notes(text)]
    lines = [Block(*_marked(text, line)) for line in logical_lines(text, taken)]
    return sorted([*lines, *map(_of_row, rows)], key=lambda block: block.line) if rows else lines


def _of_row(row: Row) -> Block:
    level = Level.GROUP if row.is_group else Level.ROW
    return Block(Marker(level, row.number), row.line, row.task, row)


def _marked(text: Text, line: Span) -> tuple[Marker, Span, Span]:
    marker, words = read_marker(text, line)
    return (marker, line, words) if words.start < words.end else (UNMARKED, line, line)


def grow(text: Text, blocks: Iterable[Block]) -> Node:
    """Set every block under the one it belongs to, and return the root."""
    root = Node(Block(Marker(Level.ROOT, ""), Span(0, 0), Span(0, 0)))
    last = root
    for block in blocks:
        parent = _parent_of(text, block, last)
        last = Node(block, parent)
        parent.children.append(last)
    return root


def _parent_of(text: Text, block: Block, last: Node) -> Node:
    """Find where a block belongs, going up from the one before it.

    A mark that is open already goes on its list. An unmarked paragraph goes on beside the bullet before it.
    """
    marker = block.marker
    if marker.level is Level.NONE:
        leads_in = last.is_bullet and (introduces(text, last.block) or _only_names(text, last.block))
        beside = last.parent and not last.is_section and not leads_in
        return last.parent if beside and last.parent else last
    above = list(_upwards(last))
    for node in above:
        if node.parent and _is_alike(node.block.marker, marker):
            return node.parent
    return next(node for node in above if _holds(text, node, marker))


def _is_alike(one: Marker, other: Marker) -> bool:
    return (one.level, one.depth) == (other.level, other.depth)


def _holds(text: Text, node: Node, marker: Marker) -> bool:
    """Tell whether a list of this mark may begin under a node."""
    above = node.block.marker
    if above.level is Level.NUMBER is marker.level:
        return marker.label.startswith(f"{above.label}.")
    if node.is_bullet and marker.level > Level.NUMBER and introduces(text, node.block):
        return True
    return above.level < marker.level


def _only_names(text: Text, block: Block) -> bool:
    """Tell a lettered title that is nothing but a name, "a) Sở A": what stands below it is for that body."""
    words = text.strip(block.words)
    if block.marker.level is not Level.LETTER or text.folded[words.end - 1] in ".;:,/":
        return False
    named, end = names_from(text, *words)
    return bool(named) and end >= words.end


def _upwards(node: Node) -> Iterator[Node]:
    above: Node | None = node
    while above:
        yield above
        above = above.parent


def introduces(text: Text, block: Block) -> bool:
    """Tell whether a block leads in what follows it."""
    return text.folded[: text.strip(block.words).end].endswith(":")
