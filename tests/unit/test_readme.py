"""The plain commands of the README are the ones behind make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dondoc.settings import Settings

ROOT = Path(__file__).parents[2]
MAKE = (ROOT / "Makefile").read_text().replace("$(BIN)", ".venv/bin").replace("$(PYTHON)", "python3")


def plain_commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    block = next(block for block in blocks if "pytest" in block)
    return [line for line in block.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("command", [line for line in plain_commands() if "pybabel" not in line])
def test_make_runs_the_same_command(command: str) -> None:
    assert f"\t{command}\n" in MAKE


def test_they_end_in_the_suite_and_the_demo() -> None:
    assert plain_commands()[-2:] == [".venv/bin/python -m pytest", ".venv/bin/dondoc demo"]


@pytest.mark.parametrize("field", Settings.model_fields)
def test_it_names_every_setting(field: str) -> None:
    assert f"`DONDOC_{field.upper()}`" in (ROOT / "README.md").read_text(encoding="utf-8")
