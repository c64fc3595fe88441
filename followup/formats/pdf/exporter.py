"""`jupyter nbconvert --to followup_pdf rapport.ipynb`: an executed notebook as the report's PDF."""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode

from followup.document.document import read_document
from followup.formats.pdf.file import pdf_bytes

__all__ = ["FollowupPDFExporter", "pdf_bytes"]


class FollowupPDFExporter(Exporter):
    """Gives the same bytes as the build, since everything comes from the notebook."""

    file_extension = ".pdf"
    output_mimetype = "application/pdf"
    export_from_notebook = "Uppföljningsrapport (PDF)"

    # nbconvert's type says a notebook, though every exporter of its own gives a text or bytes.
    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[bytes, dict[str, Any]]:
        """The PDF and nbconvert's resources. Raises ReportError if the notebook is no executed report."""
        notebook, resources = super().from_notebook_node(nb, resources, **kwargs)
        return pdf_bytes(read_document(notebook)), resources
