"""A workbook of a plan that LibreOffice has computed and saved, where its Calc is installed."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from plan_office import NOTE, PROOF, TERM

if TYPE_CHECKING:
    from pathlib import Path

    from plan_office import PlanOffice
    from workbooks import Desk

SECONDS = 120


def saved_by_libreoffice(content: bytes, folder: Path) -> bytes:
    """Return a workbook as LibreOffice saves it; skip where it cannot."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    source, out = folder / "ke-hoach.xlsx", folder / "out"
    source.write_bytes(content)
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(out), str(source)]
    subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)
    if not (out / source.name).exists():
        pytest.skip("LibreOffice is installed without Calc")
    return (out / source.name).read_bytes()


def test_what_libreoffice_saves_is_taken(kept_office: PlanOffice, desk: Desk, tmp_path: Path) -> None:
    desk.write("3.1", TERM, dt.date(2014, 6, 30))
    desk.write("3.1", NOTE, "Một\nHai")
    desk.compute("3.1", PROOF, '="Báo cáo "&5')
    content = saved_by_libreoffice(desk.save(), tmp_path)
    first = kept_office.take(content).changes[0]
    assert first.fields["due_on"] == ["2014-07-31", "2014-06-30"]
    assert (first.fields["note"][1], first.fields["proof"][1]) == ("Một\nHai", "Báo cáo 5")
