"""Reading an executed notebook: what belongs to the report, in order, and what stops it."""

import json

import nbformat
import pytest
import samples

from followup.document.blocks import MIME
from followup.document.document import read_document, slug
from followup.ground.errors import ReportError


def test_the_sample_in_reading_order() -> None:
    document = read_document(samples.sample_notebook())
    seen = [item.id or item.kind for item in document.items]
    assert document.title == "Uppföljningsrapport 1 2024"
    assert seen == [
        "omslag",
        "nyckeltal",
        "sammanfattande-meningar",
        "namndens-kommentar",
        "att-ta-stallning-till",
        "behover-beslut",
        "sammanfattning",
        "prose",
        "avvikelse-per-manad",
        "malstyrning",
        "mal",
        "kvalitetsstyrning",
        "indikatorer-over-tid",
        "ekonomi",
        "per-kontoklass",
        "resultat-per-kontoklass",
        "per-verksamhet",
        "resultat-per-verksamhet",
        "om-underlaget",
        "tecken-och-avrundning",
    ]


def test_a_notebook_as_its_file_keeps_it_gives_the_same_document() -> None:
    notebook = samples.sample_notebook()
    written = json.loads(nbformat.writes(notebook))
    assert read_document(written) == read_document(notebook)


def test_a_heading_takes_a_free_id() -> None:
    cells = [samples.code_cell("x", samples.cover()), samples.code_cell("x", samples.info())]
    headings = samples.markdown_cell("## Omslag\n\n## Tecken och avrundning\n\n## Å\n\n## Å")
    items = read_document(samples.notebook_of([*cells, headings])).items
    assert [item.id for item in items[2:]] == ["omslag-2", "tecken-och-avrundning-2", "a", "a-2"]


def test_slugs() -> None:
    assert slug("Målstyrning & övrigt: é") == "malstyrning-ovrigt-e"
    assert slug("日本") == "avsnitt"


def output(kind: str, **values: object) -> nbformat.NotebookNode:
    return nbformat.v4.new_output(kind, **values)


def with_output(found: nbformat.NotebookNode) -> nbformat.NotebookNode:
    notebook = samples.notebook_of([samples.code_cell("x", samples.cover()), samples.code_cell("visa(rad)\nmer")])
    notebook.cells[1].outputs = [found]
    return notebook


@pytest.mark.parametrize(
    ("notebook", "message"),
    [
        (
            with_output(output("stream", name="stderr", text="Varning:\n något")),
            "Cell 2 (”visa(rad)”) visar en utskrift och inte en del av rapporten: ”Varning: något”. Rätta cellen och "
            "kör notebooken igen.",
        ),
        (
            with_output(output("error", ename="KeyError", evalue="'DNKS'", traceback=[])),
            "Cell 2 (”visa(rad)”) visar ett fel och inte en del av rapporten: KeyError: 'DNKS'. Rätta cellen och kör "
            "notebooken igen.",
        ),
        (
            with_output(output("display_data", data={MIME: {"kind": "karta", "id": "k"}})),
            "Cell 2 visar ett block av den okända sorten ”karta”. Kör notebooken igen med samma version av programmet.",
        ),
        (
            with_output(output("display_data", data={MIME: samples.cover().as_json()})),
            "Notebooken har 2 omslag. En rapport har ett omslag, och det står först: kontrollera att "
            "notebooken är körd och att omslaget visas före all text utom den för granskaren.",
        ),
        (
            samples.notebook_of([samples.markdown_cell("## Först"), samples.code_cell("x", samples.cover())]),
            "Notebooken har 1 omslag. En rapport har ett omslag, och det står först: kontrollera att "
            "notebooken är körd och att omslaget visas före all text utom den för granskaren.",
        ),
        (
            samples.notebook_of([samples.code_cell("x", samples.cover()), samples.markdown_cell("# Egen titel")]),
            "Rubriken ”Egen titel” i cell 2 har nivå 1. Rapportens rubriker har nivå 2 eller 3 (## eller ###): "
            "rubriken på nivå 1 står på omslaget.",
        ),
        (
            samples.notebook_of([samples.code_cell("x", samples.cover()), samples.markdown_cell("### Del")]),
            "Rubriken ”Del” på nivå 3 (###) saknar en rubrik på nivå 2 (##) före sig.",
        ),
        (
            samples.notebook_of([samples.code_cell("x", samples.cover(), samples.chart("a"), samples.chart("a"))]),
            "Två block i notebooken har samma id ”a”. Ge det ena ett annat.",
        ),
    ],
    ids=["stream", "error", "unknown", "covers", "order", "h1", "skipped", "same-id"],
)
def test_what_stops_it(notebook: nbformat.NotebookNode, message: str) -> None:
    with pytest.raises(ReportError) as caught:
        read_document(notebook)
    assert str(caught.value) == message
