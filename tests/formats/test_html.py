"""The HTML of blocks, of the report page and of the period's index.

Small fragments are approved by a person: `FOLLOWUP_APPROVE=1 pytest tests/formats/test_html.py` writes them anew to
tests/formats/approved, where a diff shows what changed.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import gathered_samples
import html5lib
import nbformat
import pytest
import review_samples
import samples

from followup.document.block_html import block_html
from followup.document.blocks import MIME, Block, Column, Row, Table, Text, Tile
from followup.document.cells import Cell
from followup.document.content import content_of
from followup.document.document import read_document
from followup.document.kinds import block_of
from followup.document.markdown import prose_of
from followup.document.pointers import Place
from followup.formats.files import FILES, NOTEBOOK, PAGE
from followup.formats.gathered.entry import Entry, Late
from followup.formats.gathered.index_page import index_html
from followup.formats.html.exporter import FollowupHTMLExporter
from followup.formats.html.page import html_page
from followup.formats.summary import Question, Summary
from followup.ground.errors import ReportError

APPROVED = Path(__file__).parent / "approved"

HOSTILE = (
    "<script>alert(1)</script> ]]> --> \"'><img src=x onerror=alert(1)> </style></svg> [ord](javascript:alert(1)) "
    '{{ 7*7 }} {% raw %} #read("/etc/passwd") =1+1 *a* `b` &lt; &amp; \u202e \x00 \ud800'
)


def parsed(page: str, fragment: bool = False) -> Element:
    """The tree of strictly valid HTML: html5lib raises on the first parse error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parseFragment(page) if fragment else parser.parse(page)


def elements(tree: Element, *names: str) -> Iterator[Element]:
    return (node for node in tree.iter() if isinstance(node.tag, str) and (not names or node.tag in names))


def text_of(node: Element) -> str:
    return "".join(node.itertext())


def report_page(example: bool = True) -> str:
    return html_page(read_document(samples.sample_notebook(example)))


def index_page(entries: list[Entry] | None = None, title: str = "Uppföljningsrapport 1 2024") -> str:
    return index_html(gathered_samples.entries() if entries is None else entries, title, True, compares=True)


PAGES = {"report": report_page, "index": index_page}


# Fragments


def short_table() -> Table:
    whole = samples.economy()
    return Table(
        id="kort",
        caption="Utfall per kontoklass",
        unit_line="mnkr",
        columns=whole.columns[:2] + whole.columns[-1:],
        rows=tuple(Row(row.key, (*row.cells[:2], *row.cells[2:][-1:]), row.role) for row in whole.rows[2:]),
        notes=("En not.",),
        source="Källa: en bok.",
    )


def graded_table() -> Table:
    return Table(
        id="graderad",
        caption="Mål",
        columns=(Column("mal", "Mål", "text"), Column("b", "Bedömning", "status"), Column("m", "Motivering", "prose")),
        rows=(
            Row("h", (Cell("Hälsa"),), "group"),
            Row("m1", (Cell("Ett mål"), samples.OFF_TRACK, samples.prose_cell("Därför *att*\n\n- a\n- b"))),
        ),
    )


FRAGMENTS: dict[str, Block] = {
    "omslag": samples.cover(),
    "nyckeltal": samples.tiles(),
    "sammanfattning": samples.summary(),
    "att-ta-stallning-till": samples.attention(),
    "kommentar": samples.comment(),
    "behover-beslut": samples.decisions(),
    "tabell": short_table(),
    "tabell-med-prosa": graded_table(),
    "diagram": samples.chart(values=(1.2, -0.3)),
}


@pytest.mark.parametrize("name", FRAGMENTS)
def test_the_fragment_is_the_approved_one(name: str) -> None:
    # One element a line, so that a change is a line in a diff.
    found = re.sub(r"(?<=>)(?=<(?:div|p|ul|li|dl|table|caption|thead|tbody|tr|th|td|fig|img|details|block))", "\n",
                   block_html(FRAGMENTS[name])) + "\n"  # fmt: skip
    approved = APPROVED / f"{name}.html"
    if os.environ.get("FOLLOWUP_APPROVE"):
        approved.write_text(found, encoding="utf-8")
    assert found == approved.read_text(encoding="utf-8")


def test_each_group_and_the_closing_total_has_its_own_row_group() -> None:
    tree = parsed(block_html(samples.economy()), fragment=True)
    bodies = [[text_of(row[0]) for row in body] for body in elements(tree, "tbody")]
    assert bodies == [
        ["Intäkter", "Verksamhetens intäkter"],
        ["Kostnader", "Personal", "Övriga kostnader", "Avskrivningar"],
        ["Nettokostnad"],
    ]
    assert {node.get("scope") for node in elements(tree, "th")} == {"col", "row", "rowgroup"}


def test_a_missing_figure_says_why() -> None:
    tree = parsed(block_html(samples.economy()), fragment=True)
    assert [(text_of(cell), cell.get("title")) for cell in elements(tree, "td") if cell.get("title")] == [
        ("–", "saknas")
    ]


def test_attention_has_a_title_even_if_none_is_given() -> None:
    found = block_html(Text(id="a", role="attention", items=(["Något"],)))
    assert "<strong>Att ta ställning till</strong>" in found
    assert '<svg aria-hidden="true"' in found


def test_an_unknown_block_is_refused() -> None:
    class Map(Block):
        kind = "karta"

    with pytest.raises(ReportError) as caught:
        block_html(Map("k"))
    assert str(caught.value) == "Blocket ”k” är av den okända sorten ”karta”."


def test_a_row_with_a_cell_too_many_or_too_few_is_refused() -> None:
    whole = short_table()
    short = replace(whole.rows[1], cells=whole.rows[1].cells[:-1])
    with pytest.raises(ValueError, match=r"^kort: the row .* has 2 cells$"):
        block_html(replace(whole, rows=(whole.rows[0], short, *whole.rows[2:])))


# Hostile text


# Ours, not anyone's text: what chooses the form of a block.
NOT_TEXT = {"kind", "id", "role", "key", "symbol", "tone", "svg", "period", "data_date", "href"}


def hostile(content: Any, name: str = "") -> Any:
    """The content with every text replaced by the hostile one; a prose tree by that text's."""
    if isinstance(content, dict):
        return {key: prose_of(HOSTILE) if key == "prose" else hostile(value, key) for key, value in content.items()}
    if isinstance(content, list):
        return [hostile(value, name) for value in content]
    return HOSTILE if isinstance(content, str) and name not in NOT_TEXT else content


def assert_harmless(tree: Element) -> None:
    names = {node.tag for node in elements(tree)}
    assert not names & {"script", "iframe", "object", "embed", "form", "input", "base", "foreignObject"}
    for node in elements(tree):
        assert not [name for name in node.keys() if name.startswith("on") or name == "style"]  # noqa: SIM118
        assert node.tag != "img" or node.get("src", "").startswith("data:image/svg+xml;base64,")
        assert not re.match(r"\s*(?!https?:|mailto:)[\w+.-]+:", node.get("href", ""))


@pytest.mark.parametrize("block", [*FRAGMENTS.values(), samples.gallery(), samples.goals()], ids=lambda block: block.id)
def test_hostile_text_in_every_field_of_a_block_is_only_text(block: Block) -> None:
    content = hostile(block.as_json())
    tree = parsed(block_html(block_of(content, 1)), fragment=True)
    assert_harmless(tree)
    # As it was written, but for what no document may hold.
    assert HOSTILE[:100] in text_of(tree)
    assert "{{ 7*7 }}" in text_of(tree)


def test_hostile_text_in_every_field_of_the_pages_is_only_text() -> None:
    notebook = samples.sample_notebook()
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and not cell.source.startswith("#"):
            cell.source = HOSTILE
        for output in cell.get("outputs", []):
            if MIME in output.data:
                output.data[MIME] = hostile(output.data[MIME])
                output.data["text/html"] = block_html(block_of(output.data[MIME], 1))
    notebook.cells.append(samples.markdown_cell(f"## {HOSTILE}"))
    assert_harmless(parsed(html_page(read_document(notebook))))
    code = HOSTILE.replace("\ud800", "")
    entries = [
        replace(
            entry,
            code=code,
            name=HOSTILE,
            tiles=hostile(entry.tiles),
            report_status=hostile(entry.report_status),
            problems=hostile(entry.problems),
            summary=content_of(Summary, hostile(entry.summary.as_json())),
            changed=(HOSTILE,),
            late=entry.late and Late(HOSTILE, (HOSTILE,)),
        )
        for entry in gathered_samples.entries()
    ]
    assert_harmless(parsed(index_page(entries, HOSTILE)))


# The pages


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_valid_and_well_ordered(name: str) -> None:
    tree = parsed(PAGES[name]())
    assert next(elements(tree, "html")).get("lang") == "sv"
    levels = [int(node.tag[1]) for node in elements(tree, "h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [node.get("id") for node in elements(tree) if node.get("id")]
    assert len(ids) == len(set(ids))
    for node in elements(tree):
        for name_of in (node.get("aria-labelledby"), (node.get("href") or "")[1:] if node.tag == "a" else None):
            assert not name_of or (node.get("href") or "#")[0] != "#" or name_of in ids
    for names in (("header",), ("main",), ("footer",)):
        assert len(list(elements(tree, *names))) == 1
    assert all(node.get("alt") for node in elements(tree, "img"))
    assert all(len(list(elements(table, "caption"))) == 1 for table in elements(tree, "table"))


@pytest.mark.parametrize("name", [*PAGES, "review"])
def test_no_element_has_a_role_that_a_validator_refuses(name: str) -> None:
    page = review_samples.review() if name == "review" else PAGES[name]()
    roles = {(node.tag, node.get("role")) for node in elements(parsed(page)) if node.get("role")}
    # Lists: Safari forgets one without bullets. A group is a named part the keyboard reaches; a drawing has a name.
    drawing = ("{http://www.w3.org/2000/svg}svg", "img")
    assert roles <= {("ul", "list"), ("div", "list"), ("div", "listitem"), ("pre", "group"), ("div", "group"), drawing}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_asks_for_nothing_and_its_policy_allows_its_own_style_alone(name: str) -> None:
    page = PAGES[name]()
    tree = parsed(page)
    for node in elements(tree):
        assert node.tag not in ("script", "link", "iframe", "object")
        assert "style" not in node.keys()  # noqa: SIM118
        assert node.get("src", "data:").startswith("data:")
        target = node.get("href", "")
        assert not re.match(r"(?i)[a-z]+:|//", target) or node.get("rel") == "noopener noreferrer"
    style = text_of(next(elements(tree, "style")))
    assert set(re.findall(r"url\((.{15})", style)) == {"data:font/woff2"}
    assert "@import" not in style
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policies = [node.get("content") for node in elements(tree, "meta") if node.get("http-equiv")]
    assert policies == [
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; "
        "form-action 'none'"
    ]


def test_nothing_of_the_notebook_is_lost_and_the_reviewer_s_part_is_not_shown() -> None:
    notebook = samples.sample_notebook()
    # Between the words of a block, the page adds the block's address.
    text = text_of(parsed(re.sub(r'<a class="address".*?</a>', "", report_page())))
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if MIME in output.data:
                tree = parsed(output.data["text/html"], fragment=True)
                # To a decision the page adds the way to its figures, before the end of a sentence.
                parts = list(tree.iter("p")) if output.data[MIME]["kind"] == "decisions" else [tree]
                assert all(text_of(part).rstrip(".") in text for part in parts)
    assert "Nämndens läge i korthet, med egna ord och siffror." in text
    for reviewers in ("För den som granskar.", "rapport.kontoklass", "3011"):
        assert reviewers not in text


def test_example_data_is_said_only_of_example_data() -> None:
    assert report_page().count("Exempeldata") >= 3
    assert "xempeldata" not in report_page(example=False)


def test_the_contents_lead_to_every_section_and_the_foot_to_every_format() -> None:
    tree = parsed(report_page())
    contents = [node.get("href") for node in elements(next(elements(tree, "nav")), "a")]
    sections = ("sammanfattning", "malstyrning", "kvalitetsstyrning", "ekonomi", "om-underlaget")
    assert contents == [*(f"#avsnitt-{name}" for name in sections), "#ordlista"] * 2
    foot = [node.get("href") for node in elements(next(elements(tree, "footer")), "a")]
    assert foot == [*(file.name for file in FILES if file not in (PAGE, NOTEBOOK)), NOTEBOOK.name]


def test_the_picture_in_the_page_is_the_chart_s_drawing() -> None:
    source = next(elements(parsed(block_html(samples.chart()), fragment=True), "img")).get("src", "")
    assert base64.b64decode(source.partition(",")[2]).decode() == samples.chart().svg


# The exporter


def test_the_exporter_gives_the_same_page_and_knows_nbconvert_s_ways(tmp_path: Path) -> None:
    page, resources = FollowupHTMLExporter().from_notebook_node(samples.sample_notebook())
    assert page == report_page()
    assert resources["output_extension"] == ".html"
    nbformat.write(samples.sample_notebook(), tmp_path / "rapport.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--to", "followup_html", "--log-level=ERROR", "rapport.ipynb"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=120)
    assert (tmp_path / "rapport.html").read_bytes() == page.encode()


def test_the_same_notebook_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import samples; from followup.document.document import read_document;"
        "from followup.formats.html.page import html_page; import hashlib;"
        "page = html_page(read_document(samples.sample_notebook()));"
        "print(hashlib.sha256(page.encode()).hexdigest())"
    )
    folder = str(Path(samples.__file__).parent)
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": folder, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("1", "2")
    }
    assert digests == {hashlib.sha256(report_page().encode()).hexdigest() + "\n"}


# The index


def rows_of(page: str) -> list[list[str]]:
    """Every row of the page's tables, in order."""
    bodies = elements(parsed(page), "tbody")
    return [[" ".join(text_of(cell).split()) for cell in row] for body in bodies for row in elements(body, "tr")]


def test_the_index_has_the_region_first_and_then_the_worst_whatever_happened_to_its_report() -> None:
    figures = ["+3,1 mnkr", "−5,0 mnkr", "−2,0 mnkr", "9 mål"]
    none = ["–"] * 4
    files = (
        "LäsBeslutssidaPDF Fler formatWordTjänsteskrivelseExcelNotebookSiffror (svensk CSV)Siffror (CSV)Beskrivning av "
        "CSV-filerna"
    )

    def said(name: str, more: str = "") -> str:
        return f"{name}{name} räknar med en ekonomi i balans i år.{more}"

    failed = "Rapporten kunde inte göras – se felen."
    assert rows_of(index_page()) == [
        [said("Region Halland"), "−7,5 mnkr", *figures, "Klar", files],
        [said("Driftnämnd Hallands sjukhus"), "−5,0 mnkr", *figures, "Klar 3 varningar", files],
        [
            said("Driftnämnd Psykiatri", f"{failed} En äldre rapport visas."),
            "−2,0 mnkr",
            *figures,
            "Klar",
            files,
        ],
        [said("Regionstyrelsen"), "+2,5 mnkr", *figures, "Klar", files],
        # What has no such figure comes last, in the registry's order.
        [f"Driftnämnd Kollektivtrafik{failed}", "–", *none, "–", "–"],
        [
            said("Driftnämnd Kultur och skola", "Rapporten är inaktuell – se varför."),
            "–",
            *figures,
            "Klar 1 varning",
            files,
        ],
        ["Driftnämnd RegionserviceRapporten är inte gjord.", "–", *none, "–", "–"],
    ]


def test_the_index_says_what_its_order_is() -> None:
    text = text_of(parsed(index_page()))
    assert "Störst underskott i nettokostnaden för helåret först." in text
    plain = [replace(entry, occasions=()) for entry in gathered_samples.entries()]
    page = index_page(plain)
    assert "I nämndförteckningens ordning." in text_of(parsed(page))
    assert "Nettokostnadens avvikelse, helåret" not in page


def test_the_line_of_the_year_s_forecasts_says_what_it_shows() -> None:
    lines = [node.get("aria-label") for node in elements(parsed(index_page())) if node.get("role") == "img"]
    start = "Nettokostnadens avvikelse mot budget för helåret i mnkr: "
    assert lines == [
        f"{start}februari −9,0; april −7,5.",
        f"{start}februari: rapporten är inte gjord; april −5,0.",
        f"{start}februari −1,0; april −2,0.",
        f"{start}februari +3,0; april +2,5.",
        f"{start}februari +1,0; april: rapporten är inte gjord.",
    ]


def test_the_index_shows_each_error_with_its_place_and_counts_the_reports() -> None:
    text = text_of(parsed(index_page())).replace("\u00a0", " ")
    assert "6 nämnder och regionen: 4 rapporter är gjorda, 2 kunde inte göras och 1 är inte gjord." in text
    assert (
        "2024/2024-04/DNPSH.xlsx, blad Prognos, cell C7: Där står ”ca 12”. Ett belopp i mnkr väntades. Skriv beloppet "
        "som ett tal."
    ) in text


def section_of(page: str, id: str) -> list[str]:
    """The points of a section of the page, by its heading's id."""
    tree = parsed(page)
    section = next(node for node in elements(tree, "section") if node.get("aria-labelledby") == id)
    return [" ".join(text_of(node).split()) for node in elements(section, "li")]


def test_the_index_lists_what_is_asked_what_is_missing_and_what_has_changed() -> None:
    page = index_page()
    asked = section_of(page, "beslut")
    facts = "2 miljoner kronor. Beslutas av nämnden senast den 12 juni 2024."
    # What is asked, with the one who asks; then that the region and they have more. Those without a report ask nothing.
    name = gathered_samples.entries()[0].name
    assert f"Besluta om åtgärderna. {name}. {facts} Se avsnittet Ekonomi" in asked[:4]
    assert "Region Halland. Nämnderna begär två beslut: se avsnittet Beslut som begärs." in asked[4:]
    assert len(asked) == 1 + 2 * 4
    assert 'href="DNHS/rapport.html#ekonomi"' in page
    assert section_of(page, "sena") == [
        "Driftnämnd Regionservice: skulle ha varit klar den 20 maj 2024. Saknas i datamappen: 2024/2024-04/DNRGS.xlsx."
    ]
    assert section_of(page, "inaktuella") == ["Driftnämnd Kultur och skola: 2024/budget.xlsx har ändrats."]
    assert '<a href="../jamfor.html">' in page


def test_the_index_lists_what_is_asked_by_day_whoever_asks() -> None:
    days = {"DNKT": "2024-10-09", "DNHS": "2024-10-16", "DNKS": "2024-10-15"}
    entries = []
    for one in gathered_samples.entries():
        (question, *_) = one.summary.questions or (Question("", "", "", Place()),)
        asks = (replace(question, decision=f"{one.code} frågar.", due=days[one.code]),) if one.code in days else ()
        entries.append(replace(one, summary=replace(one.summary, questions=asks, more="")))
    known = [one.code for one in entries if one.code in days]
    asked = section_of(index_page(entries), "beslut")
    assert [words.split()[0] for words in asked] == sorted(known, key=days.__getitem__)
    assert len(asked) > 1


def test_the_index_leads_to_what_most_read_and_folds_the_other_formats() -> None:
    tree = parsed(index_page([replace(gathered_samples.entries()[0], summary=Summary())]))
    (cell,) = (node for node in elements(tree, "td") if node.get("class") == "files")
    (fold,) = elements(cell, "details")
    folded = [node.get("href") for node in elements(fold, "a")]
    links = [node.get("href").split("/")[-1] for node in elements(cell, "a") if node.get("href") not in folded]
    assert links == ["rapport.html", "sida.pdf", "rapport.pdf"]
    assert [name.split("/")[-1] for name in folded] == [
        "rapport.docx",
        "tjansteskrivelse.docx",
        "rapport.xlsx",
        "rapport.ipynb",
        "siffror.csv",
        "figures.csv",
        "csv-metadata.json",
    ]


def test_the_year_s_deviation_stands_by_one_name_in_the_index() -> None:
    one = gathered_samples.entries()[0]
    names = ("Prognos, avvikelse", "Hittills, avvikelse")
    tiles = [Tile(name, Cell(f"{one.deviation.text}\u00a0mnkr")).as_json() for name in names]
    page = index_page([replace(one, tiles=tiles)])
    assert "Prognos, avvikelse" not in page
    assert "Hittills, avvikelse" in page


def test_a_period_where_all_is_well_has_no_lists_of_faults() -> None:
    page = index_page([replace(gathered_samples.entries()[0], summary=Summary())])
    for id in ("fel", "beslut", "sena", "inaktuella"):
        assert f'id="{id}"' not in page


def test_what_has_changed_is_named_up_to_four_and_those_of_one_reason_together() -> None:
    many = tuple(f"{number}.xlsx" for number in range(1, 8))
    built = gathered_samples.entries()[:2]
    other = replace(gathered_samples.entries()[4], changed=())
    page = index_page([*(replace(entry, changed=many) for entry in built), other])
    assert section_of(page, "inaktuella") == [
        "Driftnämnd Hallands sjukhus; Regionstyrelsen: 1.xlsx, 2.xlsx, 3.xlsx, 4.xlsx och 3 till har ändrats."
    ]


def test_what_makes_every_report_out_of_date_is_said_of_all() -> None:
    page = index_page([replace(entry, changed=("programmet",)) for entry in gathered_samples.entries()[:3]])
    assert section_of(page, "inaktuella") == ["Alla rapporter: programmet har ändrats."]


def test_a_tile_that_only_one_report_has_stands_in_a_column_of_its_own() -> None:
    first, second = gathered_samples.entries()[:2]
    tiles = json.loads(json.dumps(second.tiles))
    tiles[0]["label"] = "Något annat"
    worst, other = rows_of(index_page([first, replace(second, tiles=tiles)]))
    assert len(worst) == len(other) == 9
    assert (worst[2], worst[6]) == ("+3,1 mnkr", "–")
    assert (other[2], other[6]) == ("–", "+3,1 mnkr")
