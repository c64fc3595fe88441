"""Which form a file has: told by what stands in it, for a name may be wrong."""

from __future__ import annotations

import codecs
import re
from enum import Enum
from pathlib import PurePosixPath

from followup.workbooks.files.archive import SafeParts, open_archive, refusal
from followup.workbooks.files.part_limits import INDEX

# The endings that are looked for, in the order in which they are named.
ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv")
# A text in a file of these names is a table. Systems call what they export .xls, too, and Excel opens it.
_TEXT_ENDINGS = (".csv", ".tsv", ".txt")
OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODS = "application/vnd.oasis.opendocument.spreadsheet"

_OLD_RECORDS = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_ZIP = b"PK"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_AS_XLSX = "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx)."
_WANTED = "En Excel-arbetsbok (.xlsx, .xlsb eller .xls), ett OpenDocument-kalkylblad (.ods) eller en csv-fil väntas."
# What other files begin with, and what they are.
_OTHERS = (
    (re.compile(rb"%PDF-"), "en pdf", "Lägg dit den arbetsbok som den är gjord av."),
    (re.compile(rb"\{\\rtf"), "ett textdokument (rtf)", "Lägg dit den arbetsbok som den är gjord av."),
    (re.compile(rb"(?i)\s*(?:<!doctype html|<html|<head|<table|<meta|<body)"), "en webbsida (html)", _SAVE_AS_XLSX),
    (re.compile(rb"(?i)MIME-Version:"), "en webbsida i ett stycke (mht)", _SAVE_AS_XLSX),
    (re.compile(rb"(?s)\s*<\?xml.{0,2000}Excel\.Sheet"), "ett XML-kalkylblad från Excel 2003", _SAVE_AS_XLSX),
    (
        re.compile(rb"(?s)\s*<\?xml.{0,4000}office:document"),
        "ett OpenDocument-kalkylblad i ett stycke (.fods)",
        _SAVE_AS_XLSX,
    ),
    (re.compile(rb"(?i)\s*<(?:\?xml|!doctype)"), "en XML-fil", _SAVE_AS_XLSX),
    (re.compile(rb"ID;P"), "i formatet SYLK", _SAVE_AS_XLSX),
)


class Form(Enum):
    """The forms that are read."""

    XLSX = ".xlsx"
    XLSB = ".xlsb"
    XLS = ".xls"
    ODS = ".ods"
    CSV = ".csv"


def form_of(content: bytes, workbook: str) -> tuple[Form, SafeParts | None]:
    """The form, and the parts of what is an archive.

    Raises ReportError for what is no workbook, and for an archive that is damaged or beyond its limits.
    """
    # A byte order mark is no part of what a text says.
    head = content[:5000].removeprefix(b"\xef\xbb\xbf")
    if content.startswith(OLE_HEADER) or (content[:2] in _OLD_RECORDS and len(content) > 4 and content[3] == 0):
        return Form.XLS, None
    if not content or content.startswith(_ZIP):
        parts = open_archive(content, workbook)
        return _form_of_parts(parts, workbook), parts
    for start, what, remedy in _OTHERS:
        if start.match(head):
            raise refusal(workbook, f"Filen är {what}.", _WANTED, remedy)
    ending = PurePosixPath(workbook).suffix.lower()
    if ending in _TEXT_ENDINGS or (ending == ".xls" and (head.startswith(_UTF16) or _is_text(head))):
        return Form.CSV, None
    if ending in ENDINGS and _is_text(content):
        found = f"Filen är en textfil och ingen {ending}-fil."
        raise refusal(workbook, found, _WANTED, "Ge filen ändelsen .csv om den är en csv-fil, annars: " + _SAVE_AS_XLSX)
    # Its archive says what is wrong with it.
    return Form.XLSX, open_archive(content, workbook)


def _form_of_parts(parts: SafeParts, workbook: str) -> Form:
    kind = parts.read("mimetype", INDEX).decode("latin-1").strip() if "mimetype" in parts else ""
    if kind.startswith(ODS) or (not kind and "content.xml" in parts and "xl/workbook.xml" not in parts):
        return Form.ODS
    if kind:
        raise refusal(workbook, "Filen är ett OpenDocument men inget kalkylblad.", _WANTED, "Lägg dit rätt fil.")
    if "word/document.xml" in parts or "ppt/presentation.xml" in parts:
        what = "ett Word-dokument" if "word/document.xml" in parts else "en PowerPoint-presentation"
        raise refusal(workbook, f"Filen är {what}.", _WANTED, "Lägg dit rätt fil.")
    return Form.XLSB if "xl/workbook.bin" in parts else Form.XLSX


def _is_text(content: bytes) -> bool:
    """Whether a file has words and separators and nothing that only a program writes."""
    head = content[:4000]
    return (
        not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", head) and bool(re.search(rb"[;,\t|]", head)) and b"\n" in head
    )
