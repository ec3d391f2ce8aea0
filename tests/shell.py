"""The command as a shell runs it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

DONDOC = Path(sys.executable).with_name("dondoc")


def dondoc(*arguments: object, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    command = [str(DONDOC), *(str(argument) for argument in arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=os.environ | variables, check=False
    )
