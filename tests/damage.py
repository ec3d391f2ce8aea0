"""Damages a document's bytes: cut, shuffled, flipped, encoded anew, with parts lost or doubled."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

CODES = ("utf-16", "utf-16-le", "utf-16-be", "utf-7", "cp1258", "latin-1")


def cut(content: bytes, chance: Random) -> bytes:
    """Return a first part."""
    return content[: chance.randrange(len(content) + 1)]


def flip(content: bytes, chance: Random) -> bytes:
    """Return it with single bits changed."""
    changed = bytearray(content)
    for _time in range(chance.choice((1, 3, 30, 300)) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def shuffle(content: bytes, chance: Random) -> bytes:
    """Return its pieces in another order."""
    size = max(1, len(content) // chance.choice((2, 8, 64)))
    pieces = [content[start : start + size] for start in range(0, len(content), size)]
    chance.shuffle(pieces)
    return b"".join(pieces)


def encode_anew(content: bytes, chance: Random) -> bytes:
    """Return it as a program leaves it that took it for a text."""
    return content.decode("utf-8", errors="replace").encode(chance.choice(CODES), errors="replace")


def move(content: bytes, chance: Random) -> bytes:
    """Return it with a part lost, or doubled elsewhere."""
    start, end, place = sorted(chance.randrange(len(content) + 1) for _each in range(3))
    return chance.choice(
        (content[:start] + content[end:], content[:place] + content[start:end] + content[place:])
    )


DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (cut, flip, shuffle, encode_anew, move)


def damaged(content: bytes, chance: Random) -> bytes:
    """Return a document damaged in one way, every other archive in one of its files."""
    damage = chance.choice(DAMAGES)
    if content.startswith(b"PK") and chance.randrange(2):
        return _inside(content, damage, chance)
    return damage(content, chance)


def _inside(content: bytes, damage: Callable[[bytes, Random], bytes], chance: Random) -> bytes:
    kept = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(kept, "w", ZIP_DEFLATED) as new:
        hit = chance.choice(old.namelist())
        for name in old.namelist():
            read = old.read(name)
            new.writestr(name, damage(read, chance) if name == hit else read)
    return kept.getvalue()
