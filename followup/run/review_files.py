"""The files of a check: granskning.html, a text for each sender, and marked copies of what is faulty.

output/<period>/granskning.html
output/<period>/granskning/<avsändare>.txt
output/<period>/granskning/<arbetsbok>-markerad.xlsx, or .xlsm
"""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

from followup.ground.personal_number import MASK
from followup.run.check import Checked
from followup.run.publication import writing
from followup.run.request import WorkList

PAGE = "granskning.html"
FOLDER = "granskning"
_OF_PEOPLE = (
    "Den har uppgifter om anställda och kopieras därför aldrig. Cellerna står i tabellen. Vad som står i dem visar "
    "kontrollen bara på skärmen."
)
_WITH_PERSONAL_NUMBER = "Den har personnummer och kopieras därför inte. Cellerna står i tabellen."


def write_review(work: WorkList, found: Checked, output: Path, marked: bool) -> Path:
    """Writes them all, in place of those of an earlier check of the period; returns the page.

    Raises ReportError where the folder cannot be written in.
    """
    from followup.review.mail_text import mail_text
    from followup.review.review_page import review_page

    target = output / str(work.period)
    title = f"{work.kind.name} {work.period}"
    marked_files, refused = _marked(work, found) if marked else ({}, {})
    copies = {workbook: f"{FOLDER}/{name}" for workbook, (name, _) in marked_files.items()}
    files: dict[str, bytes] = dict(marked_files.values())
    for part in found.told:
        if part.faults:
            attached = [marked_files[one][0] for one in part.workbooks if one in marked_files]
            files[f"{part.recipient.code}.txt"] = mail_text(part, title, attached).encode()
    page = review_page(found.told, title, found.summary(found.told), copies, refused)
    with writing(target):
        shutil.rmtree(target / FOLDER, ignore_errors=True)
        (target / FOLDER).mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (target / FOLDER / name).write_bytes(content)
        (target / PAGE).write_text(page, encoding="utf-8", newline="\n")
    return target / PAGE


def _marked(work: WorkList, found: Checked) -> tuple[dict[str, tuple[str, bytes]], dict[str, str]]:
    """The marked copies by workbook, each with its name; and why there is none of others."""
    from followup.review.marked_styles import Unmarkable
    from followup.review.marked_workbook import marked_copy

    layouts = [one for subject in work.due[:1] for one in subject.params.layouts.values()]
    # By the file's name: an earlier period's is about people too, in whatever form.
    about_people = {
        PurePosixPath(one.workbook).stem
        for one in layouts
        if any(table.is_about_people for table in one.tables.values())
    }
    copies: dict[str, tuple[str, bytes]] = {}
    refused: dict[str, str] = {}
    for part in found.told:
        for workbook in part.workbooks:
            path = work.data / workbook
            if not path.is_file():
                continue
            # A report's folder tells no numbers of people, and a copy would tell them all.
            if PurePosixPath(workbook).stem in about_people:
                refused[workbook] = _OF_PEOPLE
                continue
            problems = [one for fault in part.faults for one in fault.problems if one.workbook == workbook]
            if any(MASK in one.found for one in problems):
                refused[workbook] = _WITH_PERSONAL_NUMBER
                continue
            try:
                copies[workbook] = (_name(workbook, work), marked_copy(path.read_bytes(), workbook, problems))
            except Unmarkable as reason:
                refused[workbook] = str(reason)
    return copies, refused


def _name(workbook: str, work: WorkList) -> str:
    """`DNHS-markerad.xlsx`; of another period with it first, so that no two are alike."""
    path = PurePosixPath(workbook)
    own = (str(work.period), str(work.period.year))
    name = f"{path.stem}-markerad{path.suffix.lower()}"
    return name if path.parent.name in own else f"{path.parent.name}-{name}"
