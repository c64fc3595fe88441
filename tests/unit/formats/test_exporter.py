from __future__ import annotations

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError
from nbconvert.exporters import Exporter

from followup.formats.html.exporter import FollowupHTMLExporter
from followup.formats.pdf.exporter import FollowupPDFExporter
from followup.ground.errors import ReportError

EXPORTERS = [FollowupHTMLExporter, FollowupPDFExporter]


@pytest.mark.parametrize("exporter", EXPORTERS)
def test_in_jupyterlab_a_notebook_that_is_not_executed_is_an_error_and_ends_nothing(exporter: type) -> None:
    with pytest.raises(ReportError) as raised:
        exporter().from_notebook_node(nbformat.v4.new_notebook())
    assert str(raised.value) == (
        "Notebooken har 0 omslag. En rapport har ett omslag, och det står först: kontrollera att notebooken är körd "
        "och att omslaget visas före all text utom den för granskaren."
    )


@pytest.mark.parametrize(
    ("name", "said", "told"),
    [
        ("ReportError", "utfall.xlsx, blad Huvudbok: Fel.", "utfall.xlsx, blad Huvudbok: Fel."),
        (
            "KeyError",
            "'x'",
            "Notebooken stannade: KeyError: 'x'. Öppna den i JupyterLab och kör alla celler för att se var.",
        ),
    ],
)
def test_what_stopped_the_execution_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, name: str, said: str, told: str
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise CellExecutionError("Traceback …", name, said)

    monkeypatch.setattr(Exporter, "from_notebook_node", stopped)
    with pytest.raises(ReportError) as raised:
        FollowupPDFExporter().from_notebook_node(nbformat.v4.new_notebook())
    assert str(raised.value) == told
    assert raised.value.__cause__ is None
