"""What stands in a cell, in words: as the text that it is read as, and as a message repeats it."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from typing import Any

from followup.ground.personal_number import masked
from followup.ground.wording import quoted, spelled

# Marks that say that the word above goes for this row too.
AGAIN = re.compile("[-–— ]*(?:[\"”“″〃]|'')[-–— ]*|d[:.]o\\.?|ditt?o", re.IGNORECASE)


def as_text(content: Any) -> str:
    """The cell as a text. Never raises."""
    if isinstance(content, bool):
        return "SANT" if content else "FALSKT"
    if isinstance(content, float | int):
        # An account number is a text that a sheet stores as a number: 4010.0 is "4010".
        whole = math.isfinite(content) and content == math.floor(content)
        return str(int(content)) if whole else repr(content).replace(".", ",")
    return shown_date(content) if isinstance(content, date | time | timedelta) else str(content)


def shown(content: Any) -> str:
    """The cell as a message repeats it: `talet 4711` or the text between quotation marks."""
    if isinstance(content, float | int) and not isinstance(content, bool) and math.isfinite(content):
        return masked(f"talet {re.sub(chr(160), '', spelled(content))}")
    return quoted(as_text(content))


def shown_date(content: date | time | timedelta) -> str:
    """A day without the time if that is midnight."""
    if isinstance(content, datetime) and content.time() == time():
        content = content.date()
    return content.isoformat(sep=" ") if isinstance(content, datetime) else str(content)
