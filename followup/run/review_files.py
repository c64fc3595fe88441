"""The files of a check: granskning.html, a text for each sender, and marked copies of what is faulty.

output/<period>/granskning.html
output/<period>/granskning/<avsändare>.txt
output/<period>/granskning/<arbetsbok>-markerad.xlsx
"""

from __future__ import annotations

import shutil
from pathlib import Path

from followup.run.check import Checked
from followup.run.publication import writing
from followup.run.request import WorkList

PAGE = "granskning.html"
FOLDER = "granskning"


def write_review(work: WorkList, found: Checked, output: Path, marked: bool) -> Path:
    """Writes them all, in place of those of an earlier check of the period; returns the page.

    Raises ReportError where the folder cannot be written in.
    """
    from followup.review.mail_text import mail_text
    from followup.review.review_page import review_page

    target = output / str(work.period)
    title = f"{work.kind.name} {work.period}"
    files = {f"{part.recipient.code}.txt": mail_text(part, title).encode() for part in found.told if part.faults}
    copies: dict[str, str] = {}
    refused: dict[str, str] = {}
    page = review_page(found.told, title, found.summary, copies, refused)
    with writing(target):
        shutil.rmtree(target / FOLDER, ignore_errors=True)
        (target / FOLDER).mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (target / FOLDER / name).write_bytes(content)
        (target / PAGE).write_text(page, encoding="utf-8", newline="\n")
    return target / PAGE
