"""Medarbetare: sick leave as the law breaks it down, staff turnover, and the yearly measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.staff import AGE_GROUPS, SEXES, TOTAL
from followup.figure import PERCENT
from followup.presentation import comments, swedish
from followup.presentation.blocks import Block, Cell, Chart, Column, Row, Table
from followup.presentation.quality import definitions_table
from followup.presentation.tables import UNROUNDED, FigureColumn, figure_table, source_line, text_cell

if TYPE_CHECKING:
    from followup.figure import Figure
    from followup.inputs.params import Indicator
    from followup.report import Report

SEX_WORDS = {"all": "", "women": "kvinnor", "men": "män"}


def sickness(report: Report) -> Table:
    """Sick leave by sex and age, with the share of long spells."""
    year = report.period.year
    limit = report.params.rules.smallest_group_hidden
    return figure_table(
        "sjukfranvaro",
        f"Sjukfrånvaro {report.period.span}",
        report.sickness,
        "Grupp",
        (
            FigureColumn("this_year", str(year)),
            FigureColumn("last_year", str(year - 1)),
            FigureColumn("change", "Förändring", signed=True),
        ),
        totals=(TOTAL,),
        unit_line="Procent av gruppens ordinarie arbetstid. Förändring i procentenheter.",
        notes=(
            UNROUNDED,
            "Andelen 60 dagar eller mer är procent av sjukfrånvaron, inte av arbetstiden.",
            f"En grupp med högst {limit} anställda visas inte (”skyddas”). Skulle den gå att räkna fram ur de andra "
            "skyddas ännu en grupp.",
        ),
        source=_source(report),
    )


def sickness_by_month(report: Report) -> Chart:
    """Sick leave month by month against last year."""
    from followup.presentation.charts import sickness_by_month as drawing

    return drawing.chart(report.sickness_by_month, report.period, source=_source(report))


def sickness_by_group(report: Report) -> Chart:
    """Sick leave by sex and age against last year."""
    from followup.presentation.charts import sickness_by_group as drawing

    groups = report.sickness.loc[[TOTAL, *SEXES.values(), *AGE_GROUPS.values()]]
    return drawing.chart(groups, report.period, source=_source(report))


def measures(report: Report) -> Table:
    """Staff turnover and the yearly measures, each with when it was measured."""
    rows = [_turnover_row(report)]
    for number, row in report.yearly_staff_measures.iterrows():
        indicator, word = row["indicator"], SEX_WORDS[row["sex"]]
        year = str(row["year"] or "")
        rows.append(
            Row(
                f"{indicator.code}-{row['sex']}-{number}",
                (
                    Cell(f"{indicator.name}, {word}" if word else indicator.name),
                    _value(row["value"], indicator),
                    _value(row["previous"], indicator),
                    text_cell(year),
                ),
            )
        )
    return Table(
        id="medarbetarmatt",
        caption="Övriga medarbetarmått",
        columns=(
            Column("label", "Mått", "text", 2.6),
            Column("value", "Senaste värde", "number", 1.2),
            Column("previous", "Värdet innan", "number", 1.2),
            Column("measured", "Avser", "text", 1.5),
        ),
        rows=tuple(rows),
        notes=(
            "Personalomsättning är andelen tillsvidareanställda som slutat, gått i pension eller bytt tjänst under "
            "perioden. Värdet innan är samma månader året före. Övriga mått mäts vid årsbokslut.",
        ),
        source=_source(report),
    )


def definitions(report: Report) -> Block:
    """What the staff measures measure."""
    return definitions_table("medarbetarmatt-definitioner", report.params.indicators_of(report.committee.code, "staff"))


def comment(report: Report) -> Block:
    """The committee's own words on its staff."""
    return comments.section_comment(report, "staff")


def _turnover_row(report: Report) -> Row:
    row = report.turnover.iloc[0]
    return Row(
        "personalomsattning",
        (
            Cell(str(report.turnover.index[0])),
            swedish.cell_of(row["this_year"], with_unit=True),
            swedish.cell_of(row["last_year"], with_unit=True),
            Cell(report.period.span),
        ),
    )


def _source(report: Report) -> str:
    return source_line(report.sources.sickness.workbook, example=report.sources.is_example)


def _value(figure: Figure, indicator: Indicator) -> Cell:
    # "75 index" says no more than 75.
    return swedish.cell_of(figure, indicator.decimals, scale="", with_unit=indicator.unit == PERCENT)
