"""The HTML report as an nbconvert exporter: `jupyter nbconvert --to followup_html` and JupyterLab's export menu."""

from __future__ import annotations

from followup.document.document import Document
from followup.formats.exporter import ReportExporter
from followup.formats.html.page import html_page

__all__ = ["FollowupHTMLExporter", "html_page"]


class FollowupHTMLExporter(ReportExporter):
    """An executed notebook to the same page as `followup build` makes."""

    export_from_notebook = "Uppföljningsrapport (HTML)"
    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        return ".html"

    def made(self, document: Document) -> str:
        """The page."""
        return html_page(document)
