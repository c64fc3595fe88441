"""A workbook that is not where it should be: what lies in its folder, and which of it may be the one.

A remedy is followed. So another committee's workbook is never offered, nor one of another period, and where several
may be meant the analyst chooses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from followup.ground.errors import Problem, ReportError
from followup.ground.period import MONTHS
from followup.ground.plain_file import UnreadableFile, read_plain_file
from followup.ground.wording import listed, nearest, quoted
from followup.workbooks.files.workbook_names import Names
from followup.workbooks.forms.any_workbook import open_any
from followup.workbooks.forms.form import ENDINGS
from followup.workbooks.read_workbook import ReadingOrder, read_workbook

# A form that LibreOffice opens and can save as a workbook without losing anything that is read.
_TO_SAVE_AGAIN = ".fods"
# More files than this, and larger ones, are not opened to see whose they are.
_MOST_OPENED = 5
_LARGEST_OPENED = 5 * 2**20

# How the problem of a workbook that nobody has sent begins, and of one without its folder.
NO_WORKBOOK, NO_FOLDER = "Arbetsboken saknas.", "Arbetsboken och dess mapp saknas."

_WORD = re.compile(r"[^\W\d_]+|[0-9]+")
_PERIOD = re.compile(r"(20[0-9]{2})[-_. ]?(0[1-9]|1[0-2])(?![0-9])")


def missing(data: Path, order: ReadingOrder) -> Problem:
    """The problem of a workbook of a filled layout that is not in the data folder."""
    name = order.layout.workbook
    path, place = data / name, name.rpartition("/")[0] or "datamappen"
    try:
        files = sorted(one.name for one in path.parent.iterdir() if not one.name.startswith(".") and one.is_file())
    except NotADirectoryError:
        found = "Arbetsbokens mapp är ingen mapp utan en fil."
        return Problem(name, found=found, expected=_folder_wanted(place, path), remedy="Byt namn på filen.")
    except FileNotFoundError:
        remedy = "Skapa mappen och lägg dit arbetsböckerna, eller välj en annan datamapp."
        return Problem(name, found=NO_FOLDER, expected=_folder_wanted(place, path), remedy=remedy)
    except OSError:
        found, expected = "Arbetsbokens mapp kan inte läsas.", f"Mappen {quoted(place)} måste gå att läsa."
        return Problem(name, found=found, expected=expected, remedy="Se till att du har läsrätt till mappen.")
    # Excel's own lock files are there while somebody has the workbook open.
    shown = [one for one in files if not one.startswith("~$")]
    found = f"{NO_WORKBOOK} I mappen {quoted(place)} ligger {listed(shown) if shown else 'inga filer'}."
    return Problem(name, found=found, remedy=_remedy(path, shown, files, order))


def _folder_wanted(place: str, path: Path) -> str:
    return f"Mappen {quoted(place)} väntas i datamappen, med {quoted(path.name)} i."


def _remedy(path: Path, shown: Sequence[str], files: Sequence[str], order: ReadingOrder) -> str:
    wanted = quoted(path.name)
    candidates, objections = [], []
    for one in _candidates(path, shown, order.names):
        objection = _objection(path.parent / one, path, order) if not one.lower().endswith(_TO_SAVE_AGAIN) else ""
        if objection:
            objections.append(f"{quoted(one)} är det inte: {objection}")
        else:
            candidates.append(one)
    if len(candidates) > 1:
        return f"Flera filer kan vara den: {listed(map(quoted, candidates))}. Spara den som gäller som {wanted}."
    if candidates and not candidates[0].lower().endswith(_TO_SAVE_AGAIN):
        # Any form is read under the workbook's own name.
        own_name = path.stem + Path(candidates[0]).suffix.lower()
        return f"Byt namn på {quoted(candidates[0])} till {quoted(own_name)} om det är den."
    if candidates:
        return (
            f"Är det {quoted(candidates[0])}? Öppna den i LibreOffice och spara den som Excel-arbetsbok (.xlsx) med "
            f"namnet {wanted}."
        )
    if f"~${path.name}" in files:
        # Excel moves the workbook aside while it saves it.
        return "Någon verkar ha arbetsboken öppen i Excel. Spara den här och stäng den."
    return " ".join([f"Lägg dit arbetsboken med namnet {wanted}.", *objections])


def _candidates(path: Path, files: Iterable[str], names: Names) -> list[str]:
    """The files whose names say that they are the workbook, or else the one that is named nearly as it."""
    own, others = [path.stem, *names.own], [one for one in names.others if one not in names.own]
    # Of the other forms csv alone holds one sheet, and says nothing of whose it is.
    workbooks = [one for one in ENDINGS if one != ".csv"]
    free = [
        one
        for one in files
        if Path(one).suffix.lower() in (*workbooks, _TO_SAVE_AGAIN)
        and not any(_holds(one, word) for word in others)
        and not _is_of_another_time(one, path)
    ]
    named = [one for one in free if any(_holds(one, word) for word in own)]
    if named:
        return named[:_MOST_OPENED]
    stems = {PurePosixPath(one).stem: one for one in free}
    near = nearest(path.stem, stems)
    return [stems[near]] if near else []


def _words(text: str) -> list[str]:
    # A Mac writes å as two characters in a file's name.
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _holds(file: str, name: str) -> bool:
    """Whether a file's name holds the words of `name` beside each other, as whole words."""
    words, wanted = _words(file), _words(name)
    return bool(wanted) and any(
        words[start : start + len(wanted)] == wanted for start in range(len(words) - len(wanted) + 1)
    )


def _is_of_another_time(file: str, path: Path) -> bool:
    """Whether the file's name states a month or a year that is not the folder's."""
    folder = re.fullmatch(r"(20[0-9]{2})(?:-([0-9]{2}))?", path.parent.name)
    if not folder:
        return False
    year, month = folder[1], folder[2]
    stated = _PERIOD.search(file)
    if stated and month and (stated[1], stated[2]) != (year, month):
        return True
    words = _words(Path(file).stem)
    years = {word for word in words if re.fullmatch("20[0-9]{2}", word)}
    if years and year not in years:
        return True
    months = {number for number, name in enumerate(MONTHS, start=1) if name in words}
    return bool(months and month and int(month) not in months)


def _objection(file: Path, wanted: Path, order: ReadingOrder) -> str:
    """What speaks against a file by what stands in it, as the end of a sentence; empty if nothing does."""
    layout = order.layout
    try:
        if file.stat().st_size > _LARGEST_OPENED:
            return ""
        content = read_plain_file(file, _LARGEST_OPENED)
        if "cover" not in layout.tables:
            sheets = {table.sheet for table in layout.tables.values()}
            return "" if sheets & set(open_any(content, file.name).sheet_paths) else _no_sheets(sheets)
        only_cover = layout.model_copy(update={"tables": {"cover": layout.tables["cover"]}})
        cover = read_workbook(content, replace(order, layout=only_cover)).tables.get("cover")
    except (OSError, UnreadableFile, ReportError):
        return "den kan inte läsas."
    if cover is None:
        return _no_sheets([layout.tables["cover"].sheet])
    stated = {column: cover.frame[column].iloc[0] for column in ("committee", "period")}
    for found, expected in ((stated["committee"], wanted.stem), (stated["period"], wanted.parent.name)):
        if found and found != expected:
            return f"försättsbladet anger {found}."
    return ""


def _no_sheets(sheets: Iterable[str]) -> str:
    return f"den saknar bladet {listed(map(quoted, sorted(sheets)), 'eller')}."
