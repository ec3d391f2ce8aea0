"""A real Chromium, and the page served to it by a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from ports import free_port, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PROGRAM = shutil.which("chromium")
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync")
"""As root there is no sandbox; and nobody but the page is to be asked anything."""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the page of a data folder, and give its address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {"DONDOC_DIR": str(folder), "DONDOC_BASE_URL": address}
    command = [sys.executable, "-m", "uvicorn", "--factory", "dondoc.web.app:create_app", "--port", str(port)]
    with subprocess.Popen([*command, "--log-level", "warning"], env=environment) as process:
        try:
            wait_for(port)
            yield address
        finally:
            process.terminate()


def unreachable(page: Page) -> list[str]:
    """Return what stands in the way of people on the page, by WCAG 2.2 AA as axe checks it."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


def overflows(page: Page) -> bool:
    """Say whether the page is wider than its window, so that people would have to scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
