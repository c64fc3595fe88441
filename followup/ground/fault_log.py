"""Where a fault in the program is written down for whoever mends it: nobody else is shown a call stack."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import traceback
from pathlib import Path


def saved_fault(error: BaseException) -> str:
    """Puts the call stack in a file and says where, in a sentence. The same fault has the same file."""
    text = "".join(traceback.format_exception(error))
    path = Path(tempfile.gettempdir()) / f"followup-fel-{hashlib.sha256(text.encode()).hexdigest()[:12]}.log"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    try:
        # Several processes may meet the same fault: the first writes it.
        with contextlib.suppress(FileExistsError), os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8") as log:
            log.write(text)
    except OSError:
        return "Hela felet kunde inte sparas."
    return f"Hela felet står i {path}"
