"""Lines that a printed page leaves in a table: `Regionkontoret, Verksamhetsplan 4(30)`, `Sida 4 av 30`."""

from __future__ import annotations

import re

_PAGE = re.compile(
    r"(?:.{0,80}[^\d\s(])?\s+[0-9]{1,4}\s?\([0-9]{1,4}\)|(?:.{0,80}\s)?sid(?:a|an)?\.?\s[0-9]{1,4}(?:\s?(?:av|/|\()\s?[0-9]{1,4}\)?)?"
    r"|[0-9]{1,4}\s?\([0-9]{1,4}\)",
    re.IGNORECASE,
)


def is_page_line(text: str) -> bool:
    """Whether the only text of a row is a page's number, with or without the document's name."""
    return bool(_PAGE.fullmatch(text.strip()[:200])) and len(text) < 200
