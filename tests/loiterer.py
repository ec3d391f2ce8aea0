"""A process that starts another, prints the numbers of both, and does nothing until it is ended."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from dondoc.hosting.child import end_with_parent

if __name__ == "__main__":
    end_with_parent()
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    sys.stdout.write(f"{os.getpid()} {other.pid}\n")
    sys.stdout.flush()
    time.sleep(60)
