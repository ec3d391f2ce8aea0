"""The examples of docs/api.md, run by a shell against a server."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from api_of import draft, program, token_of
from dondoc.web.api.app import PREFIX
from models import Person
from serving import server
from small_plan import CODE

if TYPE_CHECKING:
    from site_of import Site

ROOT = Path(__file__).parents[4]
SETTINGS, *EXAMPLES = re.findall(r"```sh\n(.*?)```", (ROOT / "docs/api.md").read_text(), re.DOTALL)


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_every_example_does_what_it_says(site: Site, tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("da xong")
    shutil.copy(ROOT / "dondoc/data/notice-sample.txt", tmp_path / "notice.txt")
    draft(site)
    with program(site, "chanh") as office:
        office.on_plan("/open")
    with site.session() as session:
        session.exec(select(Person).where(Person.code == "cuc")).one().administrator = True
    with server() as address:
        said = {"DONDOC": address + PREFIX, "TOKEN": token_of(site, "cuc"), "TASK": "T-1a", "PLAN": CODE}
        said["PERSON"] = "vien"
        assert set(re.findall(r"^\w+", SETTINGS, re.MULTILINE)) == set(said)
        script = "\n".join(("set -eu -o pipefail", *EXAMPLES))
        done = subprocess.run(
            ["bash", "-c", script],  # noqa: S607 - any bash
            env=said | {"PATH": "/usr/local/bin:/usr/bin:/bin"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    with program(site, "vien") as officer:
        task = officer.get("/tasks/T-1a").json()
    assert (task["percent"], task["state"], len(task["submissions"][0]["evidence"])) == (60, "handed_in", 2)
