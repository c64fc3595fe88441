"""A block from a notebook's JSON and back, and that every format knows every kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

import pytest
import samples

from followup.document import kinds
from followup.document.block_html import block_html
from followup.document.blocks import Block, Composite, Cover, Gallery, Heading, Table, Text
from followup.document.decisions import Decisions
from followup.document.document import Document, read_document
from followup.document.kinds import KINDS, block_of
from followup.document.plain import block_text, lines_of
from followup.document.written import Passage, WrittenHeading
from followup.formats.csv.figures import figures, figures_of
from followup.formats.docx.blocks import write_block as write_in_word
from followup.formats.excel.blocks import write_block
from followup.formats.pdf.blocks import typeset
from followup.formats.pdf.data import pdf_data
from followup.ground.errors import ReportError

SAMPLES: dict[str, Block] = {
    block.kind: block
    for block in (
        samples.cover(),
        Heading("del", "Delmål"),
        samples.tiles(),
        samples.attention(),
        samples.comment(),
        samples.economy(),
        samples.chart(),
        samples.decisions(),
        samples.gallery(),
    )
}
# Each format's dispatch, with what it leaves to others: the cover is a sheet, and a page, of its own.
FORMATS: dict[str, tuple[Any, set[type[Block]]]] = {
    "html": (block_html, set()),
    "plain": (lines_of, set()),
    "figures": (figures_of, set()),
    "pdf": (typeset, {Cover}),
    "excel": (write_block, {Cover}),
    "docx": (write_in_word, {Cover}),
}


def test_a_kind_has_a_name_of_its_own_and_a_drawn_one_an_example_here() -> None:
    # What is made of others is drawn as they are; these two have drawings of their own.
    drawn = [kind for kind in KINDS if kind in (Gallery, Decisions) or not issubclass(kind, Composite)]
    assert [kind.kind for kind in drawn] == list(SAMPLES)
    assert len({kind.kind for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("name", SAMPLES)
def test_what_a_notebook_keeps_is_the_same_block_again(name: str) -> None:
    kept = json.loads(json.dumps(SAMPLES[name].as_json()))
    assert block_of(kept, 1) == SAMPLES[name]
    assert block_of(kept, 1).as_json() == kept


def test_an_empty_prose_is_none_when_it_comes_back() -> None:
    kept = json.loads(json.dumps(samples.goals().as_json()))
    assert block_of(kept, 1).as_json() == kept


@pytest.mark.parametrize("kind", [*KINDS, Passage, WrittenHeading], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_draws_every_kind(name: str, kind: type[Block]) -> None:
    draw, others = FORMATS[name]
    assert (draw.dispatch(kind) is draw.dispatch(Block)) == (kind in others)


REMEDY = "Kör notebooken igen med samma version av programmet."


def wrong_role(content: Any) -> None:
    content["rows"][1]["role"] = "summa"


def wrong_value(content: Any) -> None:
    content["rows"][1]["cells"][1]["value"] = "många"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda content: content.update(colour="röd"), "colour känns inte igen"),
        (lambda content: content["rows"][0].update(height=2), "rows.0.height känns inte igen"),
        (lambda content: content.pop("caption"), "caption saknas"),
        (wrong_role, "rows.1.role har ett annat innehåll än väntat"),
        (wrong_value, "rows.1.cells.1.value har ett annat innehåll än väntat"),
    ],
)
def test_a_field_that_is_not_the_kind_s_stops_the_report_with_its_cell(
    change: Callable[[Any], None], told: str
) -> None:
    content = json.loads(json.dumps(samples.economy().as_json()))
    change(content)
    with pytest.raises(ReportError) as stopped:
        block_of(content, 7)
    assert str(stopped.value) == (
        "Cell 7 visar blocket ”resultat-per-kontoklass” av sorten ”table” med ett fält som inte kan läsas: "
        f"{told}. {REMEDY}"
    )


@pytest.mark.parametrize("content", [{"id": "k"}, {"kind": "karta", "id": "k"}, None, [], "table"])
def test_what_is_no_known_kind_stops_the_report_with_its_cell(content: Any) -> None:
    name = "karta" if isinstance(content, dict) and "kind" in content else ""
    with pytest.raises(ReportError) as stopped:
        block_of(content, 3)
    assert str(stopped.value) == f"Cell 3 visar ett block av den okända sorten ”{name}”. {REMEDY}"


@pytest.mark.parametrize(
    ("prose", "place"),
    [
        ("Text", "prose"),
        ([{"p": ["Text"]}, {"p": ["Text"], "onclick": "alert(1)"}], "prose.1"),
        ([{"p": [{"a": ["länk"]}]}], "prose.0"),
        ([{"ul": [[{"p": [1]}]]}], "prose.0"),
    ],
)
def test_prose_of_another_form_stops_the_report_with_its_cell(prose: Any, place: str) -> None:
    with pytest.raises(ReportError) as stopped:
        block_of(samples.comment().as_json() | {"prose": prose}, 2)
    assert str(stopped.value) == (
        "Cell 2 visar blocket ”namndens-kommentar” av sorten ”comment” med ett fält som inte kan läsas: "
        f"{place} har ett annat innehåll än väntat. {REMEDY}"
    )


def test_a_block_in_a_block_is_of_the_kind_that_belongs_there() -> None:
    content = samples.chart().as_json() | {"data": samples.info().as_json()}
    with pytest.raises(ReportError, match="data har ett annat innehåll än väntat"):
        block_of(content, 1)


@dataclass(frozen=True)
class Pair(Composite):
    """Two blocks of any kind after each other."""

    kind: ClassVar[str] = "pair"
    both: tuple[Block, Block]

    def parts(self) -> tuple[Block, ...]:
        return self.both


@pytest.fixture
def with_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(kinds._BY_NAME, "pair", Pair)


def document_with(block: Block) -> Document:
    return read_document(samples.notebook_of([samples.code_cell("x", samples.cover()), samples.code_cell("x", block)]))


@pytest.mark.usefixtures("with_pair")
def test_a_block_that_is_made_of_others_is_drawn_as_they_are() -> None:
    both = samples.economy(), samples.info()
    document = document_with(Pair("par", both))
    (found,) = document.items[1:]
    assert found == Pair("par", both)
    assert block_html(found) == f'<div class="pair" id="par">{block_html(both[0])}{block_html(both[1])}</div>'
    assert block_text(found) == f"{block_text(both[0])}\n\n{block_text(both[1])}"
    assert {row["table"] for row in figures(document)} == {both[0].id}
    assert [item["kind"] for item in pdf_data(document, date(2024, 5, 8))["first_page"]] == ["table", "text"]


@pytest.mark.usefixtures("with_pair")
@pytest.mark.parametrize(
    ("part", "message"),
    [
        (
            Heading("r", "Rubrik"),
            "Blocket ”par” i cell 2 består bland annat av sorten ”heading”. Ett omslag och en rubrik visas för sig: ta "
            "bort den ur blocket.",
        ),
        (Pair("inre", (samples.cover(), samples.info())), "”cover”. Ett omslag och en rubrik visas för sig"),
        (Text("samma"), "Två block i notebooken har samma id ”samma”. Ge det ena ett annat."),
        (Table("t", "T", (), ()), ""),
    ],
)
def test_what_a_block_may_not_be_made_of(part: Block, message: str) -> None:
    pair = Pair("par", (part, Text("samma")))
    if not message:
        assert document_with(pair).items[1] == pair
        return
    with pytest.raises(ReportError) as stopped:
        document_with(pair)
    assert message in str(stopped.value)
