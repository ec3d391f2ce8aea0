"""The mark of secrecy: a document that bears one is not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.errors import Refused
from dondoc.reading.naming import one_line
from dondoc.reading.text import spell

if TYPE_CHECKING:
    from dondoc.reading.outline import Outline
    from dondoc.reading.text import Text

MARK = re.compile(spell(r"[(\[]?(?:(?:độ|mức độ|dấu) mật\s*+:?\s*+)?(?:tuyệt |tối )?mật[)\]]?[.]?"))


def refuse_secret(text: Text, outline: Outline) -> None:
    """Raise Refused where a line of the document is a mark of secrecy: MẬT, TỐI MẬT, TUYỆT MẬT."""
    bodies = [node.block for node in outline.walk()]
    for block in (*outline.head, *bodies, *outline.tail):
        if MARK.fullmatch(text.folded, *block.words):
            raise Refused(
                'The document is marked "%(mark)s": secret documents are not read. '
                "Handle it by the rules on state secrets.",
                mark=one_line(text, block.words),
            )
