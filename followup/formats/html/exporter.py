"""The HTML report as an nbconvert exporter: `jupyter nbconvert --to followup_html` and JupyterLab's export menu."""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import Exporter

from followup.document.document import read_document
from followup.formats.html.page import html_page

__all__ = ["FollowupHTMLExporter", "html_page"]


class FollowupHTMLExporter(Exporter):
    """An executed notebook to the same page as `followup build` makes.

    A plain Exporter, not a TemplateExporter: the page is made from the report's blocks and not cell by cell, and
    nbconvert's preprocessors and their repeated validation of the notebook would do nothing but take time.
    """

    export_from_notebook = "Uppföljningsrapport (HTML)"
    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        return ".html"

    # nbconvert's type says a notebook, though every exporter of its own gives a text.
    def from_notebook_node(  # type: ignore[override]
        self, nb: Any, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page and nbconvert's resources. Raises ReportError as `read_document` does."""
        resources = self._init_resources(resources)  # type: ignore[no-untyped-call]
        return html_page(read_document(nb)), resources
