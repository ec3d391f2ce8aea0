"""The words for what the reader tells apart; its values -> message ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dondoc.reading.result import DocumentKind, ItemKind, Purpose

DOCUMENT_KINDS: Mapping[DocumentKind, str] = {
    "conclusion": N_("notice of conclusions"),
    "inspection_conclusion": N_("inspection conclusion"),
    "directive": N_("directive"),
    "dispatch": N_("dispatch"),
    "decision": N_("decision"),
    "letter": N_("letter"),
    "plan": N_("plan (document)"),
    "report": N_("report (document)"),
    "other": N_("other document"),
}

ITEM_KINDS: Mapping[ItemKind, str] = {
    "deliverable": N_("deliverable"),
    "standing": N_("standing duty"),
    "target": N_("target"),
    "authority": N_("duty of the authority"),
}

PURPOSES: Mapping[Purpose, str] = {
    "report": N_("to report to"),
    "execute": N_("to carry out"),
    "coordinate": N_("to coordinate"),
    "direct": N_("to direct together"),
    "know": N_("to know"),
    "publish": N_("to publish"),
    "archive": N_("to keep"),
}
