"""The report as a PDF: tagged (PDF/UA-1), archivable (PDF/A-3a), with figures.csv attached.

Typst sets templates/report.typ with the document as data. Same document, same bytes.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from followup.document.document import Document, document_date
from followup.formats.csv.figures import figures_csv
from followup.formats.pdf.data import pdf_data
from followup.formats.pdf.streams import with_plain_stream_ends
from followup.formats.pdf.table_headers import with_headers_of_groups
from followup.ground.errors import Problem, ReportError
from followup.ground.paths import templates_folder
from followup.ground.typefaces import font_files

STANDARDS = ["a-3a", "ua-1"]


def page_bytes(document: Document) -> bytes:
    """The first page alone, for the meeting (beslutssida): what stands before the first section, without contents.

    As long as its texts: two pages if a committee asks for very much. Raises ReportError as `pdf_bytes`.
    """
    return pdf_bytes(document.first_page)


def pdf_bytes(document: Document) -> bytes:
    """The PDF file. Raises ReportError if the date is unreadable or Typst cannot set the document."""
    import typst

    day = document_date(document)
    inputs = {
        "document": json.dumps(pdf_data(document, day.date()), ensure_ascii=False),
        "figures": figures_csv(document),
    }
    try:
        found, warnings = _compiler().compile_with_warnings(
            format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=int(day.timestamp())
        )
    except typst.TypstError as error:
        raise ReportError([_problem(error.message)]) from None
    # Without its font Typst leaves all text out and is content; so are the validators.
    if fonts := [warning.message for warning in warnings if "font" in warning.message]:
        raise ReportError([_problem(fonts[0])])
    return with_plain_stream_ends(with_headers_of_groups(found))


@cache
def _compiler() -> Any:
    """One compiler for the process: fonts are read once, and only those that are shipped with the project."""
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_files()[0].parent)],
    )
    folder = templates_folder()
    return typst.Compiler(input=str(folder / "report.typ"), root=str(folder), font_paths=fonts)


def _problem(message: str) -> Problem:
    return Problem(
        workbook="templates/report.typ",
        found=f"PDF-filen kunde inte sättas. Typst svarar: {message}.",
        expected="Mallen ska kunna sätta alla rapporter.",
        remedy="Återställ mallen eller rätta den senaste ändringen i den, och kör igen.",
    )
