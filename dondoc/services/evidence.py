"""Evidence: files kept under the hash of their content, cited documents, and one hash over all of it."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, Protocol

from sqlmodel import bindparam, col, select

from dondoc.errors import Absent, Refused
from dondoc.services.evidence_kinds import require_fit
from dondoc.services.statements import look_at
from models import Evidence, Submission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlmodel import Session

    from models import Task

OF_SUBMISSIONS = (
    select(Evidence)
    .where(col(Evidence.submission_id).in_(bindparam("submissions", expanding=True)))
    .order_by(col(Evidence.id))
)


@dataclass(frozen=True)
class File:
    """A file as it is handed in: its name without a folder, and its open content."""

    name: str
    content: BinaryIO


@dataclass(frozen=True)
class Piece:
    """One piece of evidence: a kept file or a cited document, with the hash of its content or citation."""

    sha256: str
    file_name: str | None = None
    document: str | None = None


class Store(Protocol):
    """Where evidence is kept; what was kept is never changed."""

    def keep(self, content: BinaryIO) -> str:
        """Keep the content and return its SHA-256."""

    def hash_now(self, sha256: str) -> str | None:
        """Return the SHA-256 of what is kept under a hash, as it is now; None where it is gone."""

    def open(self, sha256: str) -> BinaryIO:
        """Open what is kept under a hash, to be read."""


class Folder:
    """A store in a folder: `ab/ab12…`. What a failed transaction leaves behind is nobody's evidence."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which need not exist yet."""
        self._folder = folder

    def keep(self, content: BinaryIO) -> str:
        """Copy the content beside its place, then move it there whole."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._folder, delete=False) as copy:
            shutil.copyfileobj(content, copy)
        sha256 = _hash(Path(copy.name))
        place = self._place(sha256)
        place.parent.mkdir(exist_ok=True)
        Path(copy.name).replace(place)
        return sha256

    def hash_now(self, sha256: str) -> str | None:
        """Read the kept file anew."""
        place = self._place(sha256)
        return _hash(place) if place.is_file() else None

    def open(self, sha256: str) -> BinaryIO:
        """Open the kept file."""
        return self._place(sha256).open("rb")

    def _place(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256


def keep(store: Store, files: Iterable[File], documents: Iterable[str]) -> list[Piece]:
    """Keep the files, and return them and the documents as pieces of evidence.

    Raises BadInput for a file without content, and for one too large or of a kind that is not taken.
    """
    files = list(files)
    require_fit(files)
    kept = [Piece(store.keep(file.content), file_name=file.name) for file in files]
    cited = [Piece(hashlib.sha256(text.encode()).hexdigest(), document=text) for text in documents]
    return [*kept, *cited]


def pieces_of(session: Session, submission: Submission) -> list[Piece]:
    """Return what was handed in with a submission."""
    wanted = select(Evidence.sha256, Evidence.file_name, Evidence.document)
    return [Piece(*row) for row in session.exec(wanted.where(Evidence.submission_id == submission.id))]


def pieces_by_submission(session: Session, submissions: Iterable[Submission]) -> dict[int, list[Piece]]:
    """Return what was handed in with each of these submissions, by their row ids."""
    found: dict[int, list[Piece]] = {}
    for row in look_at(session, OF_SUBMISSIONS, submissions=[one.id for one in submissions]):
        found.setdefault(row.submission_id, []).append(Piece(row.sha256, row.file_name, row.document))
    return found


def find_file(session: Session, task: Task, sha256: str) -> Piece:
    """Return a file that was handed in for a task, by its latest name; raises Absent where there is none."""
    wanted = (
        select(Evidence.sha256, Evidence.file_name)
        .join(Submission)
        .where(Submission.task_id == task.id, Evidence.sha256 == sha256, col(Evidence.file_name).is_not(None))
        .order_by(col(Evidence.id).desc())
    )
    found = session.exec(wanted).first()
    if found is None:
        raise Absent("%(task)s has no such evidence.", task=task.code)
    return Piece(*found)


def hash_over(pieces: Iterable[Piece]) -> str:
    """Return the SHA-256 over all the evidence, whatever its order."""
    lines = sorted(f"{piece.sha256} {piece.file_name or piece.document}\n" for piece in pieces)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def require_unchanged(store: Store, pieces: Iterable[Piece], code: str) -> None:
    """Refuse where a file is no longer, or no longer holds, what was handed in for the task `code`."""
    for piece in pieces:
        if piece.file_name and store.hash_now(piece.sha256) != piece.sha256:
            raise Refused(
                "The evidence %(file)s of %(task)s is changed or missing: return it, to be handed in again.",
                file=piece.file_name,
                task=code,
            )


def _hash(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
