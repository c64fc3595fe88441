"""Files: names, formats, copies and damaged ones."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from tests.corpus.books import (
    BEFORE,
    INDICATORS,
    LEDGER,
    REGION,
    STAFF,
    TARGETS,
    YEAR,
)
from tests.corpus.case import case, untouched
from tests.corpus.cell_edits import parts, written
from tests.corpus.file_changes import (
    BOOK,
    EARLIER,
    FOLDER,
    SAME,
    copied,
    copied_as,
    cut,
    in_form,
    moved,
    removed,
    saved_as,
)
from tests.other_forms import FORMS

# Names ---------------------------------------------------------------------------------------------------------------

for name in (
    "DNKS (1).xlsx",
    "DNKS uppföljning april ver2.xlsx",
    "Kopia av DNKS.xlsx",
    "dnks.xlsx",
    "DNKS .xlsx",
    "DNKS_2024-04.xlsx",
    "DNKS – slutlig.xlsx",
    "Uppföljning DNKS.xlsx",
    "DNKS.xlsx.xlsx",
    "Driftnämnd Kultur och skola.xlsx",
):
    case(
        f"the workbook is called {name}",
        stops=name if name != "dnks.xlsx" else "dnks",
        most_errors=1,
        files=moved(BOOK, name),
    )(untouched)
case("only another committee's workbook is there", stops="DNKS.xlsx", most_errors=1, files=removed(BOOK))(untouched)
case(
    "the indicators are called Indikatorer april.xlsx",
    stops="Indikatorer april.xlsx",
    most_errors=1,
    files=moved(INDICATORS, "Indikatorer april.xlsx"),
)(untouched)
case("the shared workbook is missing", stops="personal.xlsx", most_errors=1, files=removed(STAFF))(untouched)
case("the targets are missing", stops="malvarden.xlsx", most_errors=1, files=removed(TARGETS))(untouched)
case("the ledger is missing", stops="utfall.xlsx", most_errors=1, files=removed(LEDGER))(untouched)
case(
    "a copy beside the region's workbook",
    warns="REGION (2).xlsx",
    reader="REGION",
    files=copied(REGION, f"{FOLDER}/REGION (2).xlsx"),
)(untouched)
case(
    "a committee's new version beside the one that is read",
    warns="ver2",
    files=copied(BOOK, f"{FOLDER}/DNKS ver2.xlsx"),
    reader="REGION",
)(untouched)
case("true: Excel's lock file beside the workbook", reads=SAME, files=written(f"{FOLDER}/~$DNKS.xlsx", b"\x05bjork"))(
    untouched
)
case(
    "true: the workbook of another period beside it in a folder of its own",
    files=lambda data: (data / FOLDER / "gammalt").mkdir(),
    reader="REGION",
)(untouched)
case("true: a note and a PDF in the folder", files=written(f"{FOLDER}/läs mig.txt", b"Hej"), reader="REGION")(untouched)

# Formats -------------------------------------------------------------------------------------------------------------

for ending in FORMS:
    case(
        f"true: the workbook as {ending}",
        reads=SAME,
        files=saved_as(BOOK, ending, in_form(ending)),
    )(untouched)
    case(
        f"the workbook as {ending} beside the one that is read",
        stops="flera former",
        most_errors=1,
        files=copied_as(BOOK, ending, in_form(ending)),
    )(untouched)
case(
    "true: a new workbook under the name of an ods",
    reads=SAME,
    files=saved_as(BOOK, ".ods", lambda content: content),
)(untouched)
case(
    "a damaged xls of the workbook's name",
    stops="DNKS.xls",
    most_errors=1,
    files=saved_as(BOOK, ".xls", lambda content: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)),
)(untouched)
case(
    "an old xls under the name of a new workbook",
    stops="DNKS.xlsx",
    most_errors=1,
    files=written(BOOK, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)),
)(untouched)
case(
    "a page of HTML under the name of a workbook",
    stops="DNKS.xlsx",
    most_errors=1,
    files=written(BOOK, b"<html><body><table><tr><td>1</td></tr></table></body></html>"),
)(untouched)
case(
    "a text with semicolons under the name of a workbook",
    stops="DNKS.xlsx",
    most_errors=1,
    files=written(BOOK, "Verksamhet;Kontoklass;Helårsprognos\nSkola;Intäkter;-1,0\n".encode("latin-1")),
)(untouched)
case("an empty file", stops="DNKS.xlsx", most_errors=1, files=written(BOOK, b""))(untouched)
case(
    "a PDF under the name of a workbook",
    stops="DNKS.xlsx",
    most_errors=1,
    files=written(BOOK, b"%PDF-1.7\n" + bytes(500)),
)(untouched)
case(
    "a Word document under the name of a workbook",
    stops="DNKS.xlsx",
    most_errors=1,
    files=lambda data: word(data / BOOK),
)(untouched)


def word(path: Path) -> None:
    path.unlink()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")


# Damaged -------------------------------------------------------------------------------------------------------------

for share in (0.1, 0.5, 0.95):
    case(f"the first {share:.0%} of the workbook", stops="DNKS.xlsx", most_errors=1, files=cut(BOOK, share))(untouched)
case("the ledger is cut off", stops="utfall.xlsx", most_errors=1, files=cut(LEDGER, 0.6))(untouched)
case("zeros where the workbook was", stops="DNKS.xlsx", most_errors=1, files=written(BOOK, bytes(20_000)))(untouched)


def folder_of_that_name(data: Path) -> None:
    (data / BOOK).unlink()
    (data / BOOK).mkdir()


def pipe_of_that_name(data: Path) -> None:
    (data / BOOK).unlink()
    os.mkfifo(data / BOOK)


def link_to_nothing(data: Path) -> None:
    (data / BOOK).unlink()
    (data / BOOK).symlink_to(data / "finns inte.xlsx")


case("a folder of the workbook's name", stops="DNKS.xlsx", most_errors=1, files=folder_of_that_name)(untouched)
case("a pipe of the workbook's name", stops="DNKS.xlsx", most_errors=1, files=pipe_of_that_name)(untouched)
case("a link to nothing", stops="DNKS.xlsx", most_errors=1, files=link_to_nothing)(untouched)
case(
    "a folder of the ledger's name",
    stops="utfall.xlsx",
    most_errors=1,
    files=lambda data: ((data / LEDGER).unlink(), (data / LEDGER).mkdir())[0],
)(untouched)
case(
    "a sheet's part is missing",
    stops="DNKS.xlsx",
    most_errors=2,
    files=lambda data: without_part(data / BOOK, "xl/worksheets/sheet3.xml"),
)(untouched)
case(
    "the styles are missing",
    stops="Listan med arbetsbokens format saknas i filen.",
    files=lambda data: without_part(data / BOOK, "xl/styles.xml"),
)(untouched)


def without_part(path: Path, gone: str) -> None:
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist() if name != gone}
        assert gone in archive.namelist()
    path.unlink()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)


case(
    "an unclosed tag in a sheet",
    stops="DNKS.xlsx",
    most_errors=2,
    files=parts(BOOK, lambda name, text: text.replace("</sheetData>", "") if name.endswith("sheet3.xml") else text),
)(untouched)
case("last period's workbook is damaged", warns="inte jämförd", files=cut(EARLIER, 0.5))(untouched)
case("last period's ledger is damaged", warns="inte jämförd", files=cut(f"{YEAR}/{BEFORE}/utfall.xlsx", 0.5))(untouched)
case(
    "last period's indicators are a folder",
    warns="inte jämförd",
    files=lambda data: (
        (data / YEAR / BEFORE / "indikatorer.xlsx").unlink(),
        (data / YEAR / BEFORE / "indikatorer.xlsx").mkdir(),
    )[0],
)(untouched)
