"""A folder as a channel, an Apprise plugin of ours: each letter an .eml file, so that no server is needed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from apprise import NotifyBase

from dondoc.i18n import N_
from notifications.mime import SENDER_NAME, group, mailbox, message_bytes
from notifications.plugin import LetterPlugin
from notifications.sender import SendError

if TYPE_CHECKING:
    from notifications.sender import Letter

SCHEME = "folder"


def folder_address(path: Path) -> str:
    """Return the channel address of a folder."""
    return f"{SCHEME}://{quote(str(path.resolve()))}"


class FolderPlugin(LetterPlugin):
    """`folder:///absolute/path` or `folder://relative/path`, percent-encoded; each day has a folder in it."""

    service_name = "Dondoc folder"
    protocol = SCHEME

    def __init__(self, folder: str = "", **kwargs: Any) -> None:
        """Take the parsed address; TypeError, as Apprise has it, where it names no folder."""
        super().__init__(**kwargs)
        if not folder:
            raise self.unusable(N_("The address of a folder channel must name a folder."))
        self.folder = Path(folder)

    @staticmethod
    def parse_url(url: str, *_args: Any, **_kwargs: Any) -> dict[str, Any] | None:
        """Return the parts of the address as the arguments of this class."""
        parts: dict[str, Any] | None = NotifyBase.parse_url(url, verify_host=False)
        if parts:
            # Apprise takes the first name of an absolute path for a host
            parts["folder"] = unquote(url.partition("://")[2].partition("?")[0])
        return parts

    def deliver(self, letter: Letter) -> str:
        """Write the letter under a name made of its Message-ID and return its path within the folder."""
        identity = letter.message_id.strip("<>")
        place = Path(letter.day.isoformat(), quote(identity, safe="@") + ".eml")
        message = message_bytes(
            letter,
            sender=mailbox(SENDER_NAME, f"dondoc@{identity.rpartition('@')[2]}"),
            recipient=group(letter.person_name),
            readable=True,
        )
        try:
            _write_whole(self.folder / place, message)
        except OSError as failure:
            raise SendError(str(failure), permanent=False) from failure
        return place.as_posix()


def _write_whole(path: Path, content: bytes) -> None:
    # what the outbox will call sent must be on the disk, whole, whatever happens next
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as draft:
        try:
            draft.write(content)
            draft.flush()
            os.fsync(draft.fileno())
            Path(draft.name).replace(path)
        except BaseException:
            Path(draft.name).unlink()
            raise
