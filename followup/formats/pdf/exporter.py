"""The PDF as an nbconvert exporter: `jupyter nbconvert --to followup_pdf` and JupyterLab's export menu."""

from __future__ import annotations

from followup.document.document import Document
from followup.formats.exporter import ReportExporter
from followup.formats.pdf.file import pdf_bytes

__all__ = ["FollowupPDFExporter", "pdf_bytes"]


class FollowupPDFExporter(ReportExporter):
    """An executed notebook to the same bytes as `followup build` makes."""

    export_from_notebook = "Uppföljningsrapport (PDF)"
    output_mimetype = "application/pdf"

    def _file_extension_default(self) -> str:
        return ".pdf"

    def made(self, document: Document) -> bytes:
        """The file."""
        return pdf_bytes(document)
