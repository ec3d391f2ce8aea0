"""A whole file of the administration: what it changes is shown first, and that alone is taken, or nothing."""

from __future__ import annotations

import base64
import json
import zlib
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

from fastapi import Form, Request, Response, UploadFile

from dondoc.errors import BadInput, TooLarge
from dondoc.i18n import N_
from dondoc.services.roles import require, roles
from dondoc.web import changing, door
from dondoc.web.door import refuse_foreign
from dondoc.web.said import done
from dondoc.web.uploads import ReadFile, bare, name_of, read_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dondoc.rules.rights import Operation
    from dondoc.services.touched import Taken
    from dondoc.web.changing import Words
    from dondoc.web.door import Visit

Read = TypeVar("Read")
Text = Annotated[str, Form()]
LARGEST = 50 * 1024 * 1024
"""Bytes of a file that comes back from the page, unpacked."""
LONGEST_FIELD = 1_000_000
"""Characters of it packed; Starlette reads a megabyte of a field, and refuses the form with a longer one."""
SAME = N_("%(file)s says what is so already; nothing is changed.")
TOO_LARGE = N_("%(file)s is too large to be shown here first: let the operator load it.")
MEANWHILE = N_("Something else was changed since this was shown: look again at what the file changes now.")


@dataclass(frozen=True)
class SentFile(Generic[Read]):
    """A file with the seal of what was shown of it, "" before anything was."""

    file: ReadFile[Read]
    seal: str


class FileDoor(Generic[Read]):
    """Reads the files of those who may load them; before the deed begins, so that nobody waits for it."""

    def __init__(self, operation: Operation, read: Callable[[Path], Read]) -> None:
        """Let in who may do an operation, with files that `read` understands."""
        self._operation = operation
        self._read = read

    def chosen(self, request: Request, file: UploadFile) -> SentFile[Read]:
        """Read a file that was chosen on the page; raises BadInput where none was."""
        name = name_of(file)
        if not name:
            raise BadInput("Choose a file first.")
        return self._let_in(request, name, file.file.read(), "")

    def shown(self, request: Request, name: Text, content: Text, seal: Text) -> SentFile[Read]:
        """Read the file whose difference was shown; raises BadInput where it arrived damaged."""
        try:
            unpacked = zlib.decompressobj().decompress(
                base64.b64decode(content, b"-_", validate=True), LARGEST
            )
        except (ValueError, zlib.error):
            raise BadInput("%(file)s arrived damaged: choose the file again.", file=name) from None
        return self._let_in(request, bare(name) or "-", unpacked, seal)

    def _let_in(self, request: Request, name: str, content: bytes, seal: str) -> SentFile[Read]:
        refuse_foreign(request)
        with contextmanager(door.visit)(request, None) as visit:  # in one step, which takes no turn
            require(self._operation, roles(visit.world, visit.person), visit.person)
        return SentFile(read_file(name, content, self._read), seal)


def show_or_take(
    deed: Visit, sent: SentFile[Read], change: Callable[[], Taken], to: str, words: Callable[[Taken], Words]
) -> Response:
    """Show what a file changes; take it where exactly this was shown before, and lead to `to`.

    What it changes is found by changing it in a savepoint, which is rolled back unless the seal is that of
    the same file with the same consequences. `words` says what was found while it stands.
    """
    trial = deed.world.session.begin_nested()
    taken = change()
    said, seal = words(taken), _seal(sent.file, taken)
    if seal == sent.seal:
        trial.commit()
        return done(deed, to, said.msgid, **said.params)
    trial.rollback()
    if not taken.difference:
        return done(deed, to, SAME, file=sent.file.name)
    packed = _packed(sent.file.content)
    if len(packed) > LONGEST_FIELD:
        raise TooLarge(TOO_LARGE, file=sent.file.name)
    kept = {"name": sent.file.name, "content": packed, "seal": seal}
    meanwhile = (deed.speech.say(MEANWHILE),) if sent.seal else ()
    asking = replace(said, notes=(*meanwhile, *said.notes), action=f"{to}/take")
    return changing.ask(deed, taken, kept.items(), to, asking)


def _seal(file: ReadFile[Read], taken: Taken) -> str:
    """Return the hash of a file and of everything that follows from it."""
    return file.hash_with(json.dumps([asdict(taken.difference), taken.touches], sort_keys=True, default=str))


def _packed(content: bytes) -> str:
    return base64.urlsafe_b64encode(zlib.compress(content)).decode()
