"""What our exporters have in common: `jupyter nbconvert --to followup_…`, and the export menu of JupyterLab.

Each makes the same file as `followup build`, since everything is in the executed notebook. With `--execute` nbconvert
runs the cells first, on the parameters that stand in the notebook.
"""

from __future__ import annotations

import sys
from typing import Any

from nbclient.exceptions import CellExecutionError
from nbconvert.exporters import Exporter
from traitlets.config import Application

from followup.document.document import Document, read_document
from followup.ground.errors import ReportError

# The command's name for itself. It loads this module while it is being imported, so that its class cannot be asked for.
NBCONVERT = "jupyter-nbconvert"


class ReportExporter(Exporter):
    """A plain Exporter, not a TemplateExporter: a report is made of its blocks and not cell by cell."""

    def made(self, document: Document) -> str | bytes:
        """The file of a document. Raises ReportError for what the format cannot show."""
        raise NotImplementedError

    # nbconvert's type says a notebook, though every exporter of its own gives a text or bytes.
    def from_notebook_node(  # type: ignore[override]
        self, nb: Any, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[str | bytes, dict[str, Any]]:
        """The file and nbconvert's resources.

        Raises ReportError if the notebook is no executed report, or if it stops when it is executed; as a command it
        ends with the text of that error instead, since nbconvert would show a call stack.
        """
        try:
            return self._exported(nb, resources, **kwargs)
        except ReportError as error:
            if Application.initialized() and Application.instance().name == NBCONVERT:
                sys.exit(str(error))
            raise

    def _exported(self, nb: Any, resources: dict[str, Any] | None, **kwargs: Any) -> tuple[str | bytes, dict[str, Any]]:
        try:
            notebook, resources = super().from_notebook_node(nb, resources, **kwargs)
        except CellExecutionError as error:
            if error.ename == ReportError.__name__:
                raise ReportError(error.evalue) from None
            raise ReportError(
                f"Notebooken stannade: {error.ename}: {error.evalue.rstrip('.')}. Öppna den i JupyterLab och kör alla "
                "celler för att se var."
            ) from None
        return self.made(read_document(notebook)), resources
