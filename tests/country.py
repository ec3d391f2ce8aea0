"""A folder with two provinces, everybody's accounts, and what stands for the names in an address."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, NamedTuple

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from databases import engine_of
from days import ADDRESSES
from dondoc.services import accounts
from dondoc.services.evidence import Folder
from dondoc.workplace import EVIDENCE
from samples import samples
from two_provinces import two_provinces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samples import Names
    from site_of import Site

QUICK = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))


class Country(NamedTuple):
    """The data folder of a small country."""

    site: Site
    samples: dict[str, Names]
    folder: Path

    def settings(self, patch: pytest.MonkeyPatch) -> None:
        """Let the environment name it."""
        _settings(patch, self.folder)

    def stands(self) -> tuple[str, ...]:
        """Return every row of the database but the day a token was last used, and every file of evidence."""
        with closing(sqlite3.connect(self.folder / "dondoc.sqlite3")) as database:
            rows = tuple(row for row in database.iterdump() if not row.startswith('INSERT INTO "api_tokens"'))
        return *rows, *(file.name for file in (self.folder / EVIDENCE).rglob("*"))


@contextmanager
def country(migrated: Path, folder: Path) -> Iterator[Country]:
    """Make one; rules in Python decide there, so that one database stands for both."""
    shutil.copyfile(migrated, folder / "dondoc.sqlite3")
    with engine_of(f"sqlite:///{folder / 'dondoc.sqlite3'}") as engine, pytest.MonkeyPatch.context() as patch:
        _settings(patch, folder)
        patch.setattr(accounts, "HASHER", QUICK)
        site = two_provinces(engine, Folder(folder / EVIDENCE))
        yield Country(site, samples(site, folder / "slips"), folder)


def _settings(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setenv("DONDOC_DIR", str(folder))
    patch.setenv("DONDOC_DATABASE_URL", f"sqlite:///{folder / 'dondoc.sqlite3'}")
    patch.setenv("DONDOC_SECRET_KEY", str(ADDRESSES.key))
