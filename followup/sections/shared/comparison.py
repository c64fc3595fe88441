"""Jämförelse med riket och andra regioner: Kolada's indicators, grouped by the plan's focus areas.

A report's `comparison` is the table of followup.analysis.comparison, its `sources.kolada` the cached values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from followup.analysis import comparison as analysis
from followup.document.block_series import BlockSeries
from followup.document.blocks import Block, Column, Gallery, Row, Table, Text
from followup.document.cells import Cell, cell_of
from followup.document.tables import text_cell
from followup.ground import swedish
from followup.params.kolada_params import ComparedIndicator
from followup.sections.shared.indicator_cells import DIRECTIONS

if TYPE_CHECKING:
    from followup.analysis.comparison import ComparisonRow, ComparisonTable
    from followup.ground.figure import Figure
    from followup.sections.shared.needs import Compared

CHARTS = "jamforelse-over-tid"
TITLE = "Jämförelse med riket och de andra regionerna"
_STANDINGS = {"better": "bättre", "worse": "sämre", "equal": "lika", "": ""}
_NOT_THERE = "Jämförelsen saknas: bland underlagen finns inga uppgifter från Kolada (mappen kolada)."
_NO_INDICATORS = "Inget av de nyckeltal i Kolada som jämförs gäller nämnden."


def _nothing(report: Compared) -> str:
    """Why there is nothing to compare; empty where there is."""
    if not report.sources.kolada.is_there:
        return _NOT_THERE
    return "" if len(report.comparison) else _NO_INDICATORS


def _group_names(report: Compared) -> dict[str, str]:
    """Every group's code and name: the plan's focus areas, then the others."""
    kolada, plans = report.params.kolada, report.params.plans
    plan = plans.get(report.period.year, plans[kolada.plan])
    areas = {node.code: node.name for node in plan.nodes if not node.ancestors}
    known = areas or {node.code: node.name for node in plans[kolada.plan].nodes if not node.ancestors}
    return {**known, **kolada.groups}


def table(report: Compared) -> Block:
    """Each indicator's latest value beside the country's, with the region's place; one heading per focus area."""
    if reason := _nothing(report):
        return Text(role="absent", id="jamforelse", paragraphs=([reason],))
    names = _group_names(report)
    rows: list[Row] = []
    for group, members in _grouped(report.comparison):
        rows.append(Row(f"grupp-{group}", (Cell(names.get(group, group)),), role="group"))
        rows += [_row(kpi, row) for kpi, row in members]
    region, country = report.params.kolada.region, report.params.kolada.country
    return Table(
        id="jamforelse",
        caption=TITLE,
        unit_line=f"Senaste kända värde, högst {analysis.latest_year(report.period)}. Plats 1 är bäst.",
        columns=(
            Column("label", "Nyckeltal", "text", 2.8),
            Column(f"r{region}", report.sources.kolada.regions[region], "number", 1.1),
            Column(f"r{country}", "Riket", "number", 1.0),
            Column("difference", "Skillnad", "number", 1.1),
            Column("standing", "Mot riket", "text", 1.0),
            Column("rank", "Plats", "number", 0.7),
            Column("regions", "Av", "number", 0.6),
            Column("year", "År", "text", 0.7),
        ),
        rows=tuple(rows),
        notes=tuple(_notes(report)),
        source=_source(report),
    )


def _grouped(frame: ComparisonTable) -> Iterator[tuple[str, list[tuple[str, ComparisonRow]]]]:
    """The rows by group; the file's order keeps a group's rows together."""
    rows = [(str(kpi), row) for kpi, row in frame.rows()]
    for group, members in groupby(rows, key=lambda pair: pair[1].fact("indicator", ComparedIndicator).group):
        yield group, list(members)


def _row(kpi: str, row: ComparisonRow) -> Row:
    indicator = row.fact("indicator", ComparedIndicator)
    return Row(
        kpi,
        (
            Cell(f"{indicator.name} ({_unit(indicator)}; {DIRECTIONS[indicator.direction]})"),
            _value(row["value"], indicator),
            _value(row["country"], indicator),
            cell_of(row["difference"], indicator.decimals, scale="", signed=True),
            text_cell(_STANDINGS[row.text("standing")]),
            cell_of(row["rank"], 0),
            cell_of(row["regions"], 0),
            text_cell(row.text("year")),
        ),
    )


def _unit(indicator: ComparedIndicator) -> str:
    """As in params, but `1 000` stays on one line."""
    return re.sub(r"(?<=\d) (?=\d)", swedish.NBSP, indicator.unit)


def _value(figure: Figure, indicator: ComparedIndicator) -> Cell:
    return cell_of(figure, indicator.decimals, scale="")


def _notes(report: Compared) -> Iterator[str]:
    frame, latest = report.comparison, analysis.latest_year(report.period)
    indicators = [row.fact("indicator", ComparedIndicator) for _, row in frame.rows()]
    neutral = any(indicator.direction == "neutral" for indicator in indicators)
    yield (
        "Platsen är bland de regioner som har ett värde det året; lika värden delar plats."
        + (" Där varken högt eller lågt är bäst är plats 1 det högsta värdet." if neutral else "")
        + " Platsen är en egen beräkning på oavrundade tal, och skillnaden på de tal som visas."
    )
    older = [
        (row.fact("indicator", ComparedIndicator).name, row.text("year"))
        for _, row in frame.rows()
        if row.text("year") != str(latest)
    ]
    if older:
        told = [f"{name} ({year})" if year else f"{name} (inget år)" for name, year in older]
        yield f"Värde för {latest} saknas, och det senaste dessförinnan visas, för {swedish.list_of(told)}."
    yield from dict.fromkeys(indicator.note for indicator in indicators if indicator.note)
    if report.committee.is_region:
        used = {indicator.group for indicator in indicators}
        without = [name for code, name in _group_names(report).items() if code not in used]
        if without:
            yield f"Bland nyckeltalen finns inget som passar {swedish.list_of(without)}."


def _source(report: Compared) -> str:
    """With the years of the values, and the first and the last day on which they were published where that is known."""
    rows = report.comparison.rows()
    years = sorted({year for _, row in rows if (year := row.text("year"))})
    span = f", värden för {years[0] if years[0] == years[-1] else f'{years[0]}–{years[-1]}'}" if years else ""
    days = sorted(day for kpi in report.comparison.names if (day := _published(report, str(kpi))))
    if not days:
        return f"Källa: Kolada{span}."
    first, last = swedish.date_long(days[0]), swedish.date_long(days[-1])
    told = f"Källa: Kolada{span}. Publicerat {first if first == last else f'{first} till {last}'}"
    count = len(report.comparison.names)
    return f"{told}." if len(days) == count else f"{told} för {len(days)} av {count} nyckeltal."


def _source_of_one(report: Compared, kpi: str) -> str:
    day = _published(report, kpi)
    return f"Källa: Kolada, {kpi}." + (f" Publicerat {swedish.date_long(day)}." if day else "")


def _published(report: Compared, kpi: str) -> date | None:
    """When the value that is shown was published; None where that is not known, or is later than the report.

    Kolada's catalogue tells one day, that of the latest publication: it says something of the value that is shown only
    if that is the latest, and a report tells nothing that was not known on its own day.
    """
    sources, year = report.sources, report.comparison.text(kpi, "year")
    day, definition = sources.kolada.published_on(kpi), sources.kolada.definitions.get(kpi)
    if day is None or definition is None or str(definition.published_year) != year:
        return None
    return day if day <= sources.data_date else None


def charts(report: Compared) -> Block:
    """A small chart over the years for each indicator with a direction."""
    if _nothing(report):
        return _no_charts()
    members = [(str(kpi), row) for kpi, row in report.comparison.rows()]
    return _gallery(report, CHARTS, "Utveckling över tid, Region Halland och de andra regionerna", members)


def charts_by_group(report: Compared) -> BlockSeries:
    """As `charts`, but one block for each focus area and other group that has indicators, under its name."""
    if _nothing(report):
        return BlockSeries([_no_charts()])
    names = _group_names(report)
    return BlockSeries(
        _gallery(report, f"{CHARTS}-{group}", names.get(group, group), members)
        for group, members in _grouped(report.comparison)
    )


def _no_charts() -> Text:
    # The reason stands in the place of the table, just above.
    return Text(role="absent", id=CHARTS)


def _gallery(report: Compared, block_id: str, heading: str, members: Iterable[tuple[str, ComparisonRow]]) -> Block:
    from followup.charts import region_comparison

    kolada, chosen = report.sources.kolada, report.params.kolada
    others = {code: region for code, region in kolada.regions.items() if code != chosen.region}
    names = {chosen.region: kolada.regions[chosen.region], chosen.country: "Riket", **others}
    drawn = [
        region_comparison.chart(
            analysis.by_region(
                kolada.values, row.fact("indicator", ComparedIndicator), analysis.latest_year(report.period)
            ),
            row,
            names,
            source=_source_of_one(report, kpi),
        )
        for kpi, row in members
        if row.fact("indicator", ComparedIndicator).direction != "neutral" and row.text("year")
    ]
    if not drawn:
        nothing = "Inget av nyckeltalen har både ett värde och en riktning som säger vad som är bra."
        return Text(id=block_id, title=heading, paragraphs=([nothing],))
    return Gallery(block_id, heading, tuple(drawn))


def definitions(report: Compared) -> Block:
    """What each indicator measures, in Kolada's words, and which year the value that is shown is of."""
    if _nothing(report):
        return Text(role="absent", id="jamforelse-definitioner")
    found = report.sources.kolada.definitions
    return Table(
        id="jamforelse-definitioner",
        caption="Nyckeltalen i Kolada",
        columns=(
            Column("label", "Nyckeltal", "text", 2.0),
            Column("definition", "Koladas beskrivning", "prose", 4.0),
            Column("year", "Värdet är från", "text", 0.9),
        ),
        rows=tuple(
            Row(
                str(kpi),
                (
                    Cell(f"{row.fact('indicator', ComparedIndicator).name} ({kpi})"),
                    text_cell(_first_sentence(found[kpi].description) if kpi in found else ""),
                    text_cell(row.text("year")),
                ),
            )
            for kpi, row in report.comparison.rows()
        ),
        notes=(report.params.texts.kolada_definitions,),
        source=_source(report),
    )


def _first_sentence(description: str) -> str:
    """What is measured: Kolada's description without the title before it and the details after it."""
    text = description.split(" — ", 1)[-1].strip()
    return re.sub(r"(?<![\s.])[\s.]*\.$", ".", re.split(r"(?<=\.)\s+(?=[A-ZÅÄÖ])", text, maxsplit=1)[0])
