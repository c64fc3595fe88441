"""Reading an executed notebook: what belongs to the report, in order, and what stops it."""

import io
import json
from dataclasses import replace

import nbformat
import openpyxl
import pypdf
import pytest
import samples

from followup.document.blocks import MIME, Text
from followup.document.cells import plain_sentence
from followup.document.document import read_document, slug
from followup.formats.excel.workbook import workbook_bytes
from followup.formats.html.page import html_page
from followup.formats.pdf.file import pdf_bytes
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
        "avsnitt-sammanfattning",
        "prose",
        "avvikelse-per-manad",
        "avsnitt-malstyrning",
        "mal",
        "avsnitt-kvalitetsstyrning",
        "indikatorer-over-tid",
        "avsnitt-ekonomi",
        "avsnitt-per-kontoklass",
        "resultat-per-kontoklass",
        "avsnitt-per-verksamhet",
        "resultat-per-verksamhet",
        "avsnitt-om-underlaget",
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
    # A block of the same words does not change it: the heading's address is the same in a report without the block.
    names = ["avsnitt-omslag", "avsnitt-tecken-och-avrundning", "avsnitt-a", "avsnitt-a-2"]
    assert [item.id for item in items[2:]] == names


def with_appendix():
    """A report with a section, and an appendix of a heading and a block of a cell that stands before the section."""
    looked_up = samples.code_cell("x", samples.info())
    looked_up["metadata"]["tags"] = ["appendix"]
    return samples.notebook_of(
        [
            samples.code_cell("x", samples.cover()),
            samples.markdown_cell("### Så räknas det", ("appendix",)),
            looked_up,
            samples.markdown_cell("## Bilaga"),
            samples.code_cell("x", samples.economy()),
        ]
    )


def test_what_is_looked_up_stands_apart() -> None:
    document = read_document(with_appendix())
    assert [item.id for item in document.items] == ["omslag", "avsnitt-bilaga", "resultat-per-kontoklass"]
    assert [item.id for item in document.appendix] == ["avsnitt-sa-raknas-det", "tecken-och-avrundning"]
    assert document.everything == (*document.items, *document.appendix)


def test_the_appendix_is_last_on_the_page_and_a_sheet_and_is_not_printed() -> None:
    document = read_document(with_appendix())
    page = html_page(document)
    names = ("avsnitt-bilaga", "bilaga", "avsnitt-sa-raknas-det", "tecken-och-avrundning")
    places = [page.index(f'id="{name}"') for name in names]
    assert places == sorted(places)
    assert '<a href="#bilaga">Bilaga</a>' in page
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(document)))
    assert book.sheetnames == [
        "Försättsblad",
        "Innehåll",
        "Noter",
        "Första sidan",
        "Bilaga",
        "Bilaga (2)",
        "Figurer",
    ]
    assert book["Bilaga (2)"]["A1"].value == "Bilaga"
    assert "Så räknas det" in [row[0].value for row in book["Bilaga (2)"].iter_rows()]
    printed = "".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(pdf_bytes(document))).pages)
    # Named, and not shown.
    assert "finns dessutom i bilagan: ”Så räknas det”." in " ".join(printed.split())
    assert "Så räknas det" not in printed.split("På webben")[0]


def test_what_stands_on_the_screen_alone_keeps_its_place_and_is_named_on_paper() -> None:
    closer = samples.code_cell("x", samples.economy())
    closer["metadata"]["tags"] = ["screen"]
    cells = [
        samples.code_cell("x", samples.cover()),
        samples.markdown_cell("## Ekonomi\n\nMed en inledning."),
        closer,
        samples.markdown_cell("## Medarbetare"),
        samples.code_cell("x", samples.info()),
    ]
    document = read_document(samples.notebook_of(cells))
    shown = ["omslag", "avsnitt-ekonomi", "", "resultat-per-kontoklass", "avsnitt-medarbetare", "tecken-och-avrundning"]
    assert [item.id for item in document.items] == shown
    # The heading and its introduction would lead to nothing.
    assert [item.id for item in document.printed] == ["omslag", "avsnitt-medarbetare", "tecken-och-avrundning"]
    assert 'id="resultat-per-kontoklass"' in html_page(document)
    printed = "".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(pdf_bytes(document))).pages)
    assert f"finns dessutom i sina avsnitt: ”{samples.economy().caption}”." in " ".join(printed.split())


def test_what_is_absent_is_listed_last_and_no_heading_leads_to_it() -> None:
    none = Text(role="absent", id="kommentar", title="Kommentar", paragraphs=(["Nämnden har inte lämnat någon."],))
    follows = Text(role="absent", id="diagram")
    cells = [
        samples.code_cell("x", samples.cover()),
        samples.markdown_cell("## Mål"),
        samples.code_cell("x", none),
        samples.code_cell("x", samples.info()),
        samples.markdown_cell("### Jämförelse\n\nUr Kolada."),
        samples.code_cell("x", follows),
        samples.markdown_cell("## Ekonomi\n\nMed en inledning."),
        samples.markdown_cell("### Investeringar"),
        samples.code_cell("x", replace(follows, id="investeringar")),
        samples.markdown_cell("## Om underlaget"),
        samples.code_cell("x", samples.economy()),
    ]
    items = read_document(samples.notebook_of(cells)).items
    assert [item.id for item in items] == [
        "omslag",
        "avsnitt-mal",
        "tecken-och-avrundning",
        "avsnitt-om-underlaget",
        "resultat-per-kontoklass",
        "saknas",
    ]
    assert [plain_sentence(one) for one in items[-1].items] == ["Kommentar: Nämnden har inte lämnat någon."]


def test_what_introduces_only_what_is_absent_is_left_out_though_its_section_goes_on() -> None:
    absent = Text(role="absent", id="mal")
    cells = [
        samples.code_cell("x", samples.cover()),
        samples.markdown_cell("## Målstyrning\n\nNämnden har bedömt sina mål."),
        samples.code_cell("x", absent),
        samples.markdown_cell("### Uppdrag\n\nUppdragen kommer från nämnden."),
        samples.code_cell("x", replace(absent, id="loften")),
        samples.code_cell("x", samples.info()),
    ]
    items = read_document(samples.notebook_of(cells)).items
    shown = ["omslag", "avsnitt-malstyrning", "avsnitt-uppdrag", "", "tecken-och-avrundning"]
    assert [item.id for item in items] == shown


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
