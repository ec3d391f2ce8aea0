"""Old Word documents and RTF, through LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.reading.forms import docx

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120
"""LibreOffice needs some ten for its first start; a document it hangs on is given up after this."""
STREAM = "utf-16-le"
MISSING = N_(
    "%(file)s is an old Word document, which needs LibreOffice to be read, and that is not installed. Save "
    "the document as .docx, or install LibreOffice."
)
PROTECTED = N_("%(file)s is protected by a password. Save it without one.")


def text_of(content: bytes, name: str) -> str:
    """Return the text of a .doc or .rtf file; raises BadInput where it has none or LibreOffice is missing."""
    _refuse_other(content, name)
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise BadInput(MISSING, file=name)
    return docx.text_of(_converted(program, content, name), name)


def _refuse_other(content: bytes, name: str) -> None:
    """Raise BadInput for what is kept like an old Word document and is none."""
    if content.startswith(b"{"):
        return
    if "EncryptedPackage".encode(STREAM) in content:
        raise BadInput(PROTECTED, file=name)
    if "WordDocument".encode(STREAM) not in content:
        raise BadInput(
            "%(file)s is no Word document. Check that it is the right file, or save it as .docx.", file=name
        )


def _converted(program: str, content: bytes, name: str) -> bytes:
    """Return the document as .docx, made in a folder of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="dondoc-") as folder:
        source = Path(folder, "document.rtf" if content.startswith(b"{") else "document.doc")
        source.write_bytes(content)
        profile = Path(folder, "profile").as_uri()
        command = [
            program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx",
            "--outdir", folder, str(source),
        ]  # fmt: skip
        try:
            _run(command)
            return Path(folder, "document.docx").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise BadInput(
                "LibreOffice could not read %(file)s. Open it in Word and save it as .docx.", file=name
            ) from error


def _run(command: list[str]) -> None:
    """Run LibreOffice to its end, or end it with the processes it started."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True) as process:  # noqa: S603 - no shell
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
