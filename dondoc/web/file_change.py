"""A whole file of the administration: what it changes is shown first, and that alone is taken, or nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Form, Response, UploadFile

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.web import changing
from dondoc.web.said import done
from dondoc.web.uploads import name_of, under_its_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dondoc.services.touched import Taken
    from dondoc.web.changing import Words
    from dondoc.web.door import Visit

LARGEST = 50 * 1024 * 1024
"""Bytes of a file that comes back from the page, unpacked."""
SAME = N_("%(file)s says what is so already; nothing is changed.")
MEANWHILE = N_("Something else was changed since this was shown: look again at what the file changes now.")


@dataclass(frozen=True)
class SentFile:
    """A file as it came; `seal` is of what was shown of it, "" before anything was."""

    name: str
    content: bytes
    seal: str = ""


def chosen(file: UploadFile) -> SentFile:
    """Return a file that was chosen on the page; raises BadInput where none was."""
    name = name_of(file)
    if not name:
        raise BadInput("Choose a file first.")
    return SentFile(name, file.file.read())


def shown(
    name: Annotated[str, Form()], content: Annotated[str, Form()], seal: Annotated[str, Form()]
) -> SentFile:
    """Return the file whose difference was shown; raises BadInput where it arrived damaged."""
    try:
        unpacked = zlib.decompressobj().decompress(base64.b64decode(content, validate=True), LARGEST)
    except (ValueError, zlib.error):
        raise BadInput("%(file)s arrived damaged: choose the file again.", file=name) from None
    return SentFile(name, unpacked, seal)


Chosen = Annotated[SentFile, Depends(chosen)]
Shown = Annotated[SentFile, Depends(shown)]


def show_or_take(
    deed: Visit, file: SentFile, change: Callable[[Path], Taken], to: str, words: Callable[[Taken], Words]
) -> Response:
    """Show what a file changes; take it where exactly this was shown before, and lead to `to`.

    What it changes is found by changing it in a savepoint, which is rolled back unless the seal is that of
    the same file with the same consequences. `words` says what was found while it stands.
    """
    trial = deed.world.session.begin_nested()
    with under_its_name(file.name, file.content) as path:
        taken = change(path)
    said, seal = words(taken), _seal(file, taken)
    if seal == file.seal:
        trial.commit()
        return done(deed, to, said.msgid, **said.params)
    trial.rollback()
    if not taken.difference:
        return done(deed, to, SAME, file=file.name)
    kept = {"name": file.name, "content": _packed(file.content), "seal": seal}
    meanwhile = (deed.speech.say(MEANWHILE),) if file.seal else ()
    asking = replace(said, notes=(*meanwhile, *said.notes), action=f"{to}/take")
    return changing.ask(deed, taken, kept.items(), to, asking)


def _seal(file: SentFile, taken: Taken) -> str:
    """Return the hash of a file and of everything that follows from it."""
    told = json.dumps([asdict(taken.difference), taken.touches], sort_keys=True, default=str)
    return hashlib.sha256(hashlib.sha256(file.content).digest() + told.encode()).hexdigest()


def _packed(content: bytes) -> str:
    return base64.b64encode(zlib.compress(content)).decode()
