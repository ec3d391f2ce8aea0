"""The plain commands of the README are the ones behind make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dondoc.reading.demo import shipped_script
from dondoc.settings import Settings
from notifications.folder import FolderPlugin
from notifications.mail import MailPlugin

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKE = (ROOT / "Makefile").read_text().replace("$(BIN)", ".venv/bin").replace("$(PYTHON)", "python3")


def plain_commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    block = next(block for block in blocks if "pytest" in block)
    return [line for line in block.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("command", [line for line in plain_commands() if "pybabel" not in line])
def test_make_runs_the_same_command(command: str) -> None:
    assert f"\t{command}\n" in MAKE


def test_they_end_in_the_suite_and_the_demo() -> None:
    assert plain_commands()[-2:] == [".venv/bin/python -m pytest -n logical", ".venv/bin/dondoc demo"]


def test_it_goes_on_with_the_last_day_of_the_demo() -> None:
    commands = re.findall(r"^    .*--on (\S+) --dir dondoc-demo$", README, re.MULTILINE)
    assert set(commands) == {shipped_script().last.isoformat()}


@pytest.mark.parametrize("scheme", [MailPlugin.protocol, FolderPlugin.protocol])
def test_it_says_how_our_own_channels_are_addressed(scheme: str) -> None:
    assert f"`{scheme}://" in README


@pytest.mark.parametrize("field", Settings.model_fields)
def test_it_names_every_setting(field: str) -> None:
    assert f"`DONDOC_{field.upper()}`" in README
