"""What is said of a file that cannot be read."""

from __future__ import annotations

import errno

from dondoc.errors import BadInput
from dondoc.i18n import N_

_REASONS = {
    errno.ENOENT: N_("there is no such file"),
    errno.EACCES: N_("you may not read it"),
    errno.EISDIR: N_("it is a folder"),
}


def unreadable(name: str, error: OSError) -> BadInput:
    """Return the error for a file, with the reason in the reader's language where it is a common one."""
    reason = BadInput(_REASONS.get(error.errno or 0, "%(said)s"), said=error.strerror)
    return BadInput("%(file)s cannot be read: %(reason)s.", file=name, reason=reason)
