"""The shape of the project: what the names of its folders cost, and how long a file may grow."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("flows", "models", "notifications", "dondoc")
FILE_LINES = 250
TEST_FILE_LINES = 400
FUNCTION_LINES = 30
TEST_LINES = 25


def tracked(*patterns: str) -> list[Path]:
    """Return what git would commit; a copy without git counts every file."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],  # noqa: S607 - any git
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.splitlines() or [str(file) for pattern in patterns for file in ROOT.rglob(pattern)]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def sources() -> list[Path]:
    return [file for file in tracked("*.py") if file.is_relative_to(ROOT)]


def test_no_flow_file_shadows_a_module() -> None:
    # Prefect puts flows/ first on sys.path when it loads flows/daily.py
    taken = sys.stdlib_module_names | set(PACKAGES)
    assert [file.name for file in (ROOT / "flows").glob("*.py") if file.stem in taken] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_other_distribution_has_our_names(package: str) -> None:
    assert set(packages_distributions().get(package, ["dondoc"])) == {"dondoc"}


def test_no_file_names_a_registry_or_a_machine() -> None:
    unwanted = re.compile(rb"pypi\.org|pythonhosted|npmjs\.|file:///|/root/|/home/\w|/work/|/tmp/")
    for file in tracked():
        if file != Path(__file__):
            assert not unwanted.search(file.read_bytes()), file


def test_no_file_grows_too_long() -> None:
    for file in sources():
        limit = TEST_FILE_LINES if "tests" in file.parts else FILE_LINES
        assert len(file.read_text(encoding="utf-8").splitlines()) <= limit, file


def test_no_function_grows_too_long() -> None:
    for file in sources():
        if file.parent.name == "versions":
            continue  # a migration lists the columns of a table, however many
        limit = TEST_LINES if file.name.startswith("test_") else FUNCTION_LINES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                length = node.end_lineno - node.body[0].lineno + 1
                assert length <= limit, f"{file.name}: {node.name} has {length} lines"


def test_no_test_folder_is_a_package() -> None:
    # tests/models/__init__.py would shadow models
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_help_imports_nothing_heavy() -> None:
    heavy = {"prefect", "sqlalchemy", "sqlmodel", "models", "pydantic_settings", "apprise", "fastapi", "rich"}
    program = f"import sys, dondoc.cli.main as m; print(m.run(['--help']), {heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 set()"
