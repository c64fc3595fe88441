"""The executed notebook as it is published: the evidence of a report, the same bytes for the same input.

A plain kernel, our own engine and another machine leave different traces in a notebook: times, paths, versions, random
cell ids, streams cut in different places. Everything that a reviewer needs stays; what varies is taken out here and
stands in manifest.json instead.
"""

from __future__ import annotations

import copy
import re
from typing import Any

import nbformat

KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}
LANGUAGE = {"file_extension": ".py", "mimetype": "text/x-python", "name": "python", "pygments_lexer": "ipython3"}
INJECTED = "injected-parameters"
_ERROR_MARKER = "papermill-error-cell-tag"
_VARYING_CELL_METADATA = ("papermill", "execution")
# `<Thing at 0x7f62b092c890>`: where an object happens to lie in memory.
_ADDRESS = re.compile(r"(?<= at )0x[0-9a-f]{6,}")


def normalised(notebook: Any) -> Any:
    """A copy of an executed notebook without what differs between two runs on the same input."""
    found = copy.deepcopy(notebook)
    parameters = found.metadata.get("papermill", {}).get("parameters", {})
    kept = {key: value for key, value in found.metadata.items() if key not in ("papermill", "widgets")}
    found.metadata = nbformat.from_dict(  # type: ignore[no-untyped-call]
        kept | {"kernelspec": KERNELSPEC, "language_info": LANGUAGE, "papermill": {"parameters": parameters}}
    )
    found.nbformat, found.nbformat_minor = 4, 5
    markers = 0
    for cell in found.cells:
        tags = cell.metadata.get("tags", [])
        if INJECTED in tags:
            cell.id = INJECTED
        elif _ERROR_MARKER in tags:
            markers += 1
            cell.id = f"papermill-error-{markers}"
        for name in _VARYING_CELL_METADATA:
            cell.metadata.pop(name, None)
        if cell.cell_type == "code":
            cell.outputs = _outputs(cell.outputs)
    return found


def _outputs(outputs: list[Any]) -> list[Any]:
    """Streams joined as one reads them, and no addresses in memory."""
    found: list[Any] = []
    for output in outputs:
        if output.output_type == "stream" and found and found[-1].get("name") == output.name:
            found[-1].text += output.text
            continue
        if "text/plain" in output.get("data", {}):
            output.data["text/plain"] = _ADDRESS.sub("0x…", output.data["text/plain"])
        found.append(output)
    return found


def titled(notebook: Any, title: str, data: str) -> Any:
    """The notebook with a first cell that says which report it made, and what running it again takes.

    `data` is the folder of workbooks, as the notebook was given it. A first cell that is no title is left as it is.
    """
    cell = notebook.cells[0]
    if cell.cell_type == "markdown" and cell.source.startswith("# "):
        cell.source = (
            f"# {title}\n\n"
            "Det här är notebooken som gjorde rapporten, med allt som den visade. Den första cellen med parametrar har "
            "notebookens förval; den andra har rapportens, och de gäller.\n\n"
            f"*Run all* gör rapporten igen. Det kräver paketet `followup` och mappen `{data}` med underlaget. En "
            "relativ sökväg söks i mappen där notebooken körs, och annars i programmets mapp."
        )
    return notebook


def notebook_text(notebook: Any) -> str:
    """The notebook as it stands in its file: keys in order, one newline at the end."""
    text: str = nbformat.v4.writes(notebook)  # type: ignore[no-untyped-call]
    return text + "\n"


def read_back(text: str) -> Any:
    """The notebook of a file's text; what is rendered is what was written, not what happened to be in memory."""
    return nbformat.v4.reads(text)  # type: ignore[no-untyped-call]
