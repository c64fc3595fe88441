"""A made-up report with every kind of block, for tests of the formats: `sample_notebook()` and its parts.

Figures and texts are invented and hang together loosely; nothing is read from data/ or params/.
"""

from __future__ import annotations

from dataclasses import replace

import nbformat
from nbformat import NotebookNode

from followup.document.blocks import Block, Chart, Column, Comment, Cover, Gallery, Row, Table, Text, Tile, Tiles
from followup.document.cells import Cell, cell_of
from followup.document.decisions import Asked, Decisions, in_bold
from followup.document.markdown import plain_of, prose_of
from followup.document.pointers import Pointer
from followup.ground.figure import Cells, Figure
from followup.ground.swedish import date_long, number

LEDGER = "2024/2024-04/utfall.xlsx"
COMMITTEE = "2024/2024-04/DNKS.xlsx"

ON_TRACK = Cell("Bedöms uppnås", symbol="circle", tone="good")
UNCERTAIN = Cell("Osäkert", symbol="triangle", tone="watch")
OFF_TRACK = Cell("Bedöms inte uppnås", symbol="diamond", tone="bad")
NOT_ASSESSED = Cell("Bedömning saknas", symbol="ring", tone="neutral")


def figure(millions: float | None, row: int = 5, unit: str = "kr") -> Figure:
    """A figure from one cell of the ledger; mnkr in, kronor out, other units as they stand."""
    origin = (Cells.of(LEDGER, "Huvudbok", "H", [row]),)
    if millions is None:
        return Figure.missing(unit=unit, origin=origin)
    return Figure(millions * 1e6 if unit == "kr" else millions, unit, origin)


def amount_row(key: str, label: str, amounts: list[float | None], role: str = "body", row: int = 5) -> Row:
    cells = [cell_of(figure(value, row), signed=position == 2) for position, value in enumerate(amounts)]
    return Row(key, (Cell(label), *cells), role)


def cover(example: bool = True) -> Cover:
    return Cover(
        id="omslag",
        title="Uppföljningsrapport 1 2024",
        committee="Driftnämnd Kultur och skola",
        committee_code="DNKS",
        period="2024-04",
        span="januari–april 2024",
        status=Cell("Klar", symbol="circle", tone="neutral"),
        handed_in=f"Lämnad {date_long('2024-05-20')} av controller, Kultur och skola",
        example=example,
        data_date="2024-05-08",
    )


def tiles() -> Tiles:
    return Tiles(
        id="nyckeltal",
        tiles=(
            Tile(
                "Avvikelse mot budget, januari–april",
                cell_of(figure(3.1), signed=True, with_unit=True),
                (
                    ["Utfall ", cell_of(figure(-132.4), with_unit=True)],
                    ["Budget ", cell_of(figure(-135.5), with_unit=True)],
                ),
            ),
            Tile(
                "Prognos för helåret mot budget",
                cell_of(figure(-5.0), signed=True, with_unit=True),
                (["Prognos ", cell_of(figure(-411.6), with_unit=True)],),
            ),
            Tile(
                "Ändring sedan föregående prognos",
                cell_of(figure(-2.0), signed=True, with_unit=True),
                (["Föregående prognos, februari: ", cell_of(figure(-3.0), signed=True, with_unit=True)],),
            ),
            Tile(
                "Mål efter bedömning",
                Cell("9 mål", value=9, unit="antal"),
                (
                    ["5 ", ON_TRACK],
                    ["2 ", UNCERTAIN],
                    ["1 ", OFF_TRACK],
                    ["1 ", NOT_ASSESSED],
                ),
            ),
        ),
    )


def summary() -> Text:
    return Text(
        id="sammanfattande-meningar",
        role="summary",
        paragraphs=(
            [
                "Avvikelsen mot budget till och med april är ",
                cell_of(figure(3.1), signed=True, prose=True),
                ". Prognosen för helåret är en avvikelse på ",
                cell_of(figure(-5.0), signed=True, prose=True),
                ", vilket är ",
                cell_of(figure(2.0), prose=True),
                " sämre än föregående prognos.",
            ],
            ["Av nämndens nio mål bedöms fem uppnås. För ett mål saknas bedömning."],
        ),
    )


def attention() -> Text:
    return Text(
        id="att-ta-stallning-till",
        role="attention",
        title="Behöver beslut",
        paragraphs=(["Två saker behöver nämndens ställningstagande."],),
        items=(
            [
                "Avvikelsen hittills är ",
                cell_of(figure(3.1), signed=True, prose=True),
                " men prognosen är ",
                cell_of(figure(-5.0), signed=True, prose=True),
                ". Skillnaden är inte kommenterad.",
            ],
            ["Målet ”Fler unga når gymnasieexamen” bedöms inte uppnås och saknar beslutad åtgärd."],
        ),
    )


def decisions() -> Decisions:
    """Two decisions, of which one has an amount, and the way to a part of the report."""
    per_class = Pointer(("Finns inte", "Per kontoklass"))
    return Decisions(
        id="behover-beslut",
        title="Att besluta",
        introduction=prose_of("Nämnden har sett över sin *plan*."),
        entries=(
            Asked(
                in_bold(prose_of("Minska utbudet på tre linjer.")),
                [
                    replace(cell_of(figure(2.5)), text="2,5 miljoner kronor"),
                    ". Beslutas av nämnden senast den 19 juni 2024.",
                ],
                "Trafiken körs som i dag.",
                per_class,
                "2024-06-19",
                "nämnden",
            ),
            Asked(
                in_bold(prose_of("Godkänna planen.")),
                ["Beslutas av regionfullmäktige senast den 30 september 2024."],
                "Den förra planen gäller <b>vidare</b>.",
                Pointer(("Finns inte",)),
                "2024-09-30",
                "regionfullmäktige",
            ),
        ),
        more=["Ytterligare två beslut"],
        rest=Pointer(("Målstyrning",)),
    )


COMMENT = """Elevantalet på **folkhögskolorna** är lägre än planerat under våren, medan kostnaderna för
musik- och filmverksamheten följer budget. Under hösten väntas

- högre hyror i Löftadalen, 1,4 mnkr
- lägre statsbidrag till *korta kurser*
- en ny avgift för `systemstöd`

Bakgrunden finns i [regionens mål och budget](https://www.regionhalland.se/).
Se även <b>protokollet</b>."""


def comment() -> Comment:
    return Comment(id="namndens-kommentar", title="Nämndens egen kommentar", prose=prose_of(COMMENT))


def prose_cell(text: str) -> Cell:
    prose = prose_of(text)
    return Cell(plain_of(prose), prose=prose)


LONG = (
    "Arbetet fortsätter enligt plan i samtliga verksamheter, men effekten på andelen unga som fullföljer sina studier "
    "väntas först under läsåret 2024/25. Förvaltningen följer utvecklingen varje månad tillsammans med kommunerna, och "
    "en fördjupad redovisning lämnas i uppföljningsrapport 2."
)


def goals() -> Table:
    def goal(key: str, name: str, grade: Cell, trend: Cell, why: str) -> Row:
        return Row(key, (Cell(name), grade, trend, prose_cell(why)))

    up = Cell("Förbättras", symbol="up", tone="neutral")
    level = Cell("Oförändrad", symbol="level", tone="neutral")
    down = Cell("Försämras", symbol="down", tone="neutral")
    unknown = Cell("Uppgift saknas", symbol="none", tone="neutral")
    return Table(
        id="mal",
        caption="Målbedömning per fokusområde",
        unit_line="Nämndens samlade bedömning för helåret 2024",
        columns=(
            Column("mal", "Mål", "text", 3),
            Column("bedomning", "Bedömning", "status", 2),
            Column("trend", "Trend", "status", 1.5),
            Column("motivering", "Motivering", "prose", 5),
        ),
        rows=(
            Row("halsa", (Cell("Hälsa och välbefinnande"),), "group"),
            goal("m1", "Fler möter kultur tidigt i livet", ON_TRACK, up, "Alla **sex** kommuner deltar."),
            goal("m2", "Fler unga når gymnasieexamen", OFF_TRACK, down, LONG + "\n\n- Åtgärd ett\n- Åtgärd två"),
            Row("klimat", (Cell("Klimat och miljö"),), "group"),
            goal("m3", "Utsläppen från tjänsteresor minskar", UNCERTAIN, level, "Resorna ökar\noch mäts två gånger."),
            goal("m4", "Kulturmiljöer bevaras", NOT_ASSESSED, unknown, ""),
        ),
        notes=("Bedömning saknas där nämnden inte har lämnat någon.",),
        source=f"Källa: {COMMITTEE}, blad Mål.",
    )


AMOUNTS = (
    Column("post", "Kontoklass", "text", 3),
    Column("utfall", "Utfall jan–apr"),
    Column("budget", "Budget jan–apr"),
    Column("avvikelse", "Avvikelse"),
    Column("foregaende", "Utfall jan–apr 2023"),
    Column("arsbudget", "Budget 2024"),
    Column("prognos", "Prognos 2024"),
)


def economy() -> Table:
    return Table(
        id="resultat-per-kontoklass",
        caption="Utfall, budget och prognos per kontoklass",
        unit_line="Belopp i mnkr. Plus är bättre än budget.",
        columns=AMOUNTS,
        rows=(
            Row("intakter-grupp", (Cell("Intäkter"),), "group"),
            amount_row("intakter", "Verksamhetens intäkter", [48.2, 46.9, 1.3, 47.0, 140.5, 138.0], row=5),
            Row("kostnader-grupp", (Cell("Kostnader"),), "group"),
            amount_row("personal", "Personal", [-98.7, -101.2, 2.5, -95.1, -303.9, -306.4], row=6),
            amount_row("ovriga", "Övriga kostnader", [-80.1, -79.4, -0.7, -77.7, -238.2, -238.2], row=7),
            amount_row("avskrivningar", "Avskrivningar", [-1.8, -1.8, 0.0, -1.7, -5.0, None], row=8),
            amount_row("netto", "Nettokostnad", [-132.4, -135.5, 3.1, -127.5, -406.6, -411.6], "total", row=9),
        ),
        notes=(
            "Summor är räknade på oavrundade värden.",
            "– betyder att uppgiften saknas.",
        ),
        source=f"Källa: {LEDGER}, blad Huvudbok, uttaget 2024-05-08.",
    )


def long_table(rows: int = 40) -> Table:
    return Table(
        id="resultat-per-verksamhet",
        caption="Utfall och budget per verksamhet",
        unit_line="Belopp i mnkr",
        columns=(Column("verksamhet", "Verksamhet", "text", 3), *AMOUNTS[1:]),
        rows=tuple(
            amount_row(
                f"v{step}",
                f"Verksamhet {step} med ett namn av ungefär vanlig längd",
                [-3.0 - step, -3.2 - step, 0.2 if step % 3 else -0.2, -2.9 - step, -9.5 - step, -9.4 - step],
                row=10 + step,
            )
            for step in range(1, rows + 1)
        ),
        source=f"Källa: {LEDGER}, blad Huvudbok.",
    )


def svg_bars(values: list[float], width: int = 600, height: int = 300) -> str:
    """A plain bar chart around a zero line."""
    largest = max(abs(value) for value in values) or 1
    middle, step = height / 2, width / len(values)
    bars = []
    for position, value in enumerate(values):
        size = abs(value) / largest * (middle - 20)
        top = middle - size if value > 0 else middle
        bars.append(
            f'<rect x="{position * step + step / 6:.1f}" y="{top:.1f}" width="{step * 2 / 3:.1f}" height="{size:.1f}" '
            'fill="#00664D"/>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'{"".join(bars)}<path d="M0 {middle}H{width}" stroke="#1A1A1A"/>'
        f'<text x="4" y="14" font-family="IBM Plex Sans" font-size="12">mnkr</text></svg>'
    )


def chart(id: str = "avvikelse-per-manad", values: tuple[float, ...] = (1.2, 0.4, -0.3, 1.8)) -> Chart:
    months = ("januari", "februari", "mars", "april")[: len(values)]
    said = ", ".join(f"{month} {number(value)}" for month, value in zip(months, values, strict=True))
    data = Table(
        id=f"{id}-data",
        caption="Avvikelse mot budget per månad",
        unit_line="Belopp i mnkr",
        columns=(Column("manad", "Månad", "text"), Column("avvikelse", "Avvikelse")),
        rows=tuple(
            Row(month, (Cell(month), cell_of(figure(value, 20 + step), signed=True)))
            for step, (month, value) in enumerate(zip(months, values, strict=True))
        ),
        source=f"Källa: {LEDGER}, blad Huvudbok.",
    )
    return Chart(
        id=id,
        title="Störst överskott i april, litet underskott i mars",
        unit_line="Avvikelse mot budget per månad, mnkr",
        alt=f"Stapeldiagram över avvikelsen mot budget i mnkr: {said}.",
        source=f"Källa: {LEDGER}, blad Huvudbok.",
        svg=svg_bars(list(values)),
        aspect=2.0,
        data=data,
        notes=("Plus är bättre än budget.",),
    )


def gallery() -> Gallery:
    return Gallery(
        id="indikatorer-over-tid",
        title="Indikatorer över tid",
        charts=tuple(chart(f"indikator-{step}", (1.0 * step, 0.4, -0.3, 0.8)) for step in range(1, 6)),
    )


def info() -> Text:
    return Text(
        id="tecken-och-avrundning",
        role="info",
        title="Så läser du siffrorna",
        paragraphs=(["Avvikelse är utfall minus budget. Plus är bättre än budget."],),
        items=(["mnkr är miljoner kronor."], ["Summor kan avvika från de avrundade delarna."]),
    )


def markdown_cell(source: str, tags: tuple[str, ...] = ()) -> NotebookNode:
    return nbformat.v4.new_markdown_cell(source, metadata={"tags": list(tags)} if tags else {})


def code_cell(source: str, *blocks: Block) -> NotebookNode:
    """A cell that has shown `blocks`, the last as its result, as a kernel would have left it."""
    outputs = [nbformat.v4.new_output("display_data", data=block._repr_mimebundle_(), metadata={}) for block in blocks]
    return nbformat.v4.new_code_cell(source, execution_count=1, outputs=outputs)


def notebook_of(cells: list[NotebookNode]) -> NotebookNode:
    """The cells with fixed ids as a notebook."""
    for position, cell in enumerate(cells):
        cell["id"] = f"cell-{position}"
    return nbformat.v4.new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "language_info": {"name": "python"},
        },
    )


def sample_notebook(example: bool = True) -> NotebookNode:
    """An executed notebook with every kind of block, in the order of a report."""
    frame = nbformat.v4.new_output(
        "execute_result",
        data={"text/plain": "   konto  utfall\n0  3011   -1200", "text/html": "<table><tr><td>3011</td></tr></table>"},
        execution_count=1,
    )
    shown_frame = code_cell("rapport.ekonomi.per_konto")
    shown_frame["outputs"] = [frame]
    return notebook_of(
        [
            markdown_cell("# Uppföljningsrapport\n\nFör den som granskar.", ("reviewer",)),
            code_cell('committee = "DNKS"'),
            code_cell("rapport.omslag", cover(example)),
            code_cell("rapport.nyckeltal", tiles()),
            code_cell("rapport.sammanfattning", summary(), comment(), attention(), decisions()),
            markdown_cell("## Sammanfattning\n\nNämndens läge i korthet, med *egna* ord\noch siffror."),
            code_cell("rapport.diagram", chart()),
            markdown_cell("## Målstyrning"),
            code_cell("rapport.mal", goals()),
            markdown_cell("## Kvalitetsstyrning"),
            code_cell("rapport.indikatorer", gallery()),
            markdown_cell("## Ekonomi"),
            shown_frame,
            markdown_cell("### Per kontoklass"),
            code_cell("rapport.kontoklass", economy()),
            markdown_cell("### Per verksamhet"),
            code_cell("rapport.verksamhet", long_table()),
            markdown_cell("## Om underlaget"),
            code_cell("rapport.om", info()),
        ]
    )
