"""A text as a document can hold it: without control characters and what else no file format takes."""

from __future__ import annotations

import unicodedata


def clean_text(text: str, *, lines: bool = False) -> str:
    """Without control characters and marks that turn the direction of the text; on one line unless `lines`."""
    text = text.replace("_x000D_", "")
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        # Nothing that is forbidden is printable; most cells end here.
        return text.strip() if lines else " ".join(text.split())
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(mark for mark in text if mark in "\n\t" or not _is_forbidden(mark))
    if lines:
        return "\n".join(line.rstrip() for line in kept.split("\n")).strip()
    return " ".join(kept.split())


def _is_forbidden(mark: str) -> bool:
    # The category of unassigned characters is left alone: it depends on Python's edition of Unicode, and a report must
    # not. The 66 noncharacters among them are the same in every edition.
    if unicodedata.category(mark) in ("Cc", "Cs") or "\ufdd0" <= mark <= "\ufdef" or ord(mark) & 0xFFFE == 0xFFFE:
        return True
    return "\u202a" <= mark <= "\u202e" or "\u2066" <= mark <= "\u2069" or mark in "\ufeff\u200b\u00ad"
