"""The files of a report: which formats there are, what makes each of them, and what it is called where it is listed.

A new format is a module and an entry in `FILES`: DEVELOPERS.md has the recipe. What makes it is named as a text and
loaded when a report is made: the period's page and the manifest need the names alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from followup.document.document import Document


@dataclass(frozen=True)
class ReportFile:
    """One of a report's files, by its fixed name in the committee's folder.

    `made_by` names a function, as `module:function`, from a `Document` to bytes or to a text, which is written as
    UTF-8. It is empty for the executed notebook, which the others are made from.
    """

    key: str  # its stage among the timings
    name: str
    label: str  # on the period's page
    link: str  # at the foot of the report's page; empty for that page itself
    made_by: str = ""

    def made(self, document: Document) -> bytes:
        """The file's bytes. Raises ReportError for what this format cannot show."""
        make = cast("Callable[[Document], bytes | str]", resolve_name(self.made_by))
        content = make(document)
        return content.encode("utf-8") if isinstance(content, str) else content


PAGE = ReportFile("html", "rapport.html", "Läs", "", "followup.formats.html.page:html_page")
NOTEBOOK = ReportFile("notebook", "rapport.ipynb", "Notebook", "Öppna beräkningsunderlaget (notebook)")
FIGURES = ReportFile(
    "figures",
    "figures.csv",
    "Siffror (CSV)",
    "Alla siffror med källa (CSV)",
    "followup.formats.csv.figures:figures_csv",
)

# In the order of the period's page, which is also that of the making.
FILES: tuple[ReportFile, ...] = (
    PAGE,
    ReportFile("pdf", "rapport.pdf", "PDF", "Rapporten som PDF", "followup.formats.pdf.file:pdf_bytes"),
    ReportFile("side", "sida.pdf", "Beslutssida", "En sida för mötet (PDF)", "followup.formats.pdf.file:page_bytes"),
    ReportFile("docx", "rapport.docx", "Word", "Rapporten i Word", "followup.formats.docx.report:report_bytes"),
    ReportFile(
        "memo",
        "tjansteskrivelse.docx",
        "Tjänsteskrivelse",
        "Utkast till tjänsteskrivelse (Word)",
        "followup.formats.docx.memo:memo_bytes",
    ),
    ReportFile(
        "excel", "rapport.xlsx", "Excel", "Tabellerna i Excel", "followup.formats.excel.workbook:workbook_bytes"
    ),
    NOTEBOOK,
    ReportFile(
        "swedish",
        "siffror.csv",
        "Siffror (svensk CSV)",
        "Alla siffror för Excel (svensk CSV)",
        "followup.formats.csv.swedish:swedish_csv",
    ),
    FIGURES,
    ReportFile(
        "metadata",
        "csv-metadata.json",
        "Beskrivning av CSV-filerna",
        "Beskrivning av CSV-filerna (CSVW)",
        "followup.formats.csv.metadata:metadata_json",
    ),
)
FORMATS = tuple(file for file in FILES if file.made_by)


def linked_files() -> tuple[ReportFile, ...]:
    """What the report's page links to: the other formats, and last what they are made from."""
    return (*(file for file in FORMATS if file.link), NOTEBOOK)
