"""Medarbetare for the region: sick leave, turnover and the yearly measures, committee by committee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.people.region_staff import TOTAL
from followup.document.blocks import Block, Table, Text
from followup.document.tables import ROUNDED, FigureColumn, source_of
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.sections.region.tables import committee_table
from followup.sections.shared.staff import caption_by_committee, measure_name, protection_note, year_columns

if TYPE_CHECKING:
    from followup.reports.region import RegionReport


def sickness(report: RegionReport) -> Table:
    """Sick leave so far and in the same months last year."""
    return committee_table(
        report,
        "sjukfranvaro-namnder",
        caption_by_committee(report.period),
        report.sickness_by_committee,
        year_columns(report.period),
        unit_line="Procent av ordinarie arbetstid. Förändring i procentenheter.",
        notes=(
            f"{ROUNDED} Regionens värde är räknat på alla nämnders timmar.",
            protection_note(report, what="En nämnd med"),
        ),
        source=source_of(report, "sickness"),
    )


def turnover(report: RegionReport) -> Table:
    """Leavers so far per permanent employee."""
    return committee_table(
        report,
        "personalomsattning-namnder",
        f"Personalomsättning per nämnd, {report.period.span}",
        report.turnover_by_committee,
        year_columns(report.period),
        unit_line="Procent av antalet tillsvidareanställda. Förändring i procentenheter.",
        notes=(
            f"{ROUNDED} Andelen gäller periodens månader och är inte uppräknad till helår.",
            _again(report, what="En nämnd med"),
        ),
        source=source_of(report, "turnover"),
    )


def yearly(report: RegionReport) -> Block:
    """The yearly measures, one column each, of the latest year that is over."""
    measures = {key: frame for key, frame in report.yearly_staff_measures.items() if len(frame)}
    if not measures:
        nothing = "Inga årliga medarbetarmått är redovisade för ett avslutat år."
        return Text(id="arliga-matt-namnder", title="Årliga medarbetarmått", paragraphs=([nothing],))
    columns, values = [], {}
    for (code, sex), frame in measures.items():
        indicator = report.params.indicators[code]
        name = measure_name(indicator, sex)
        key = f"{code}-{sex}"
        columns.append(FigureColumn(key, f"{name} {frame.facts('year', int)[0]}", decimals=indicator.decimals))
        values[key] = frame.column("value")
    missing = Figure.missing()
    known = {code for one in values.values() for code in one}
    order = [*(code for code in report.params.committees if code in known and code != TOTAL), TOTAL]
    rows = {code: {key: one.get(code, missing) for key, one in values.items()} for code in order}
    table = FigureTable.of(rows, list(values))
    return committee_table(
        report,
        "arliga-matt-namnder",
        "Årliga medarbetarmått per nämnd",
        table,
        columns,
        unit_line="Index och procent.",
        notes=(
            report.params.texts.staff_measures_of_region,
            _again(report, "svarande eller anställda", "Ett värde för"),
        ),
        source=source_of(report, "yearly"),
        label_width=2.0,
    )


def _again(report: RegionReport, people: str = "anställda", what: str = "En grupp med") -> str:
    return protection_note(report, people, what, told_in=caption_by_committee(report.period))
