"""Medarbetare: sick leave as the law breaks it down, staff turnover, and the yearly measures.

The annual report has `turnover` and `yearly` where the others have `measures`. They show other figures: the year's own
values beside last year's, while in the course of a year the latest that are known are of different years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.people.staff import AGE_GROUPS, PROTECTED, SEXES, TOTAL, TURNOVER, difference
from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, cell_of
from followup.document.tables import ROUNDED, FigureColumn, figure_table, source_line, text_cell
from followup.ground import swedish
from followup.ground.figure import PERCENT
from followup.params.indicator import Indicator
from followup.params.texts import ProtectionWords
from followup.sections.shared import comments, staff_sentences
from followup.sections.shared.quality import definitions_table

if TYPE_CHECKING:
    from followup.ground.figure import Figure
    from followup.reports.committee import Report
    from followup.reports.head import ReportHead

SEX_WORDS = {"all": "", "women": "kvinnor", "men": "män"}


def sickness(report: Report) -> Table:
    """Sick leave by sex and age, with the share of long spells."""
    year = report.period.year
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
            ROUNDED,
            "Andelen 60 dagar eller mer är procent av sjukfrånvaron, inte av arbetstiden.",
            protection_note(report),
        ),
        source=_source(report),
    )


def in_brief(report: Report) -> Table:
    """Sick leave by sex, and staff turnover: what a monthly report has room for."""
    year = report.period.year
    turnover = report.turnover.row(TURNOVER)
    change = difference(turnover["this_year"], turnover["last_year"])
    sickness = report.sickness.only([TOTAL, *SEXES.values()]).renamed({TOTAL: "Sjukfrånvaro, alla"})
    return figure_table(
        "medarbetare",
        f"Sjukfrånvaro och personalomsättning {report.period.span}",
        sickness.with_row(TURNOVER, turnover.figures | {"change": change}),
        "Mått",
        (
            FigureColumn("this_year", str(year)),
            FigureColumn("last_year", str(year - 1)),
            FigureColumn("change", "Förändring", signed=True),
        ),
        unit_line="Procent av ordinarie arbetstid, och av tillsvidareanställda. Förändring i procentenheter.",
        notes=(f"{ROUNDED} {protection_note(report)}",),
        source=_source(report),
    )


def sickness_by_month(report: Report) -> Block:
    """Sick leave month by month against last year."""
    if _all_protected(report):
        return _not_shown("sjukfranvaro-manader", "Sjukfrånvaron per månad")
    from followup.charts import sickness_by_month as drawing

    return drawing.chart(report.sickness_by_month, report.period, source=_source(report))


def sickness_by_group(report: Report) -> Block:
    """Sick leave by sex and age against last year."""
    if _all_protected(report):
        return _not_shown("sjukfranvaro-grupper", "Sjukfrånvaron per grupp")
    from followup.charts import sickness_by_group as drawing

    groups = report.sickness.only([TOTAL, *SEXES.values(), *AGE_GROUPS.values()])
    return drawing.chart(groups, report.period, source=_source(report))


def differences(report: Report) -> Block:
    """How sick leave differs between women and men and between ages, this year and last."""
    if _all_protected(report):
        return _not_shown("sjukfranvaro-skillnader", "Skillnader mellan grupper")
    year = report.period.year
    return figure_table(
        "sjukfranvaro-skillnader",
        f"Skillnader i sjukfrånvaro mellan grupper, {report.period.span}",
        report.sickness_differences,
        "Skillnad",
        (
            FigureColumn("this_year", str(year), signed=True),
            FigureColumn("last_year", str(year - 1), signed=True),
            FigureColumn("change", "Förändring", signed=True),
        ),
        unit_line="Procentenheter. Plus betyder att den först nämnda gruppen har högre sjukfrånvaro.",
        notes=(f"{ROUNDED} En skillnad som visar en skyddad grupp skyddas också.",),
        source=_source(report),
    )


def by_sex_and_age(report: Report) -> Text:
    """The differences between women and men and between ages, and which group has changed most since last year."""
    found = staff_sentences.by_sex_and_age(report)
    undivided = (
        "Personalomsättningen redovisas inte efter kön och ålder, eftersom underlaget inte har den uppdelningen."
    )
    return Text(id="kon-och-alder", title="Efter kön och ålder", items=(*found, [undivided]))


def turnover(report: Report) -> Text:
    """Staff turnover against the same months last year, in a sentence."""
    return Text(id="personalomsattning", paragraphs=(staff_sentences.turnover_sentence(report),))


def yearly(report: Report) -> Block:
    """The yearly measures (engagement, work environment, full time, work load) of this year and the last."""
    rows = []
    for number, row in report.yearly_staff_comparison.rows():
        indicator, word = row.fact("indicator", Indicator), SEX_WORDS[row.text("sex")]
        decimals = indicator.decimals
        rows.append(
            Row(
                f"{indicator.code}-{row.text('sex')}-{number}",
                (
                    Cell(f"{indicator.name}, {word}" if word else indicator.name),
                    _value(row["this_year"], indicator),
                    _value(row["last_year"], indicator),
                    cell_of(row["change"], decimals, scale="", signed=True),
                ),
            )
        )
    if not rows:
        nothing = "Årets uppsättning hade inga årliga medarbetarmått."
        return Text(id="arliga-matt", title="Årliga mått", paragraphs=([nothing],))
    year = report.period.year
    return Table(
        id="arliga-matt",
        caption=f"Årliga medarbetarmått {year}",
        columns=(
            Column("label", "Mått", "text", 2.6),
            Column("this_year", str(year), "number", 1.0),
            Column("last_year", str(year - 1), "number", 1.0),
            Column("change", "Förändring", "number", 1.0),
        ),
        rows=tuple(rows),
        unit_line="Index och procent. Förändring av procent är i procentenheter.",
        notes=(f"{ROUNDED} {protection_note(report, 'svarande eller anställda', 'Ett värde för')}",),
        source=_source(report),
    )


def measures(report: Report) -> Table:
    """Staff turnover and the yearly measures, each with when it was measured."""
    rows = [_turnover_row(report)]
    for number, row in report.yearly_staff_measures.rows():
        indicator, word = row.fact("indicator", Indicator), SEX_WORDS[row.text("sex")]
        year = str(row.fact("year", int) or "")
        rows.append(
            Row(
                f"{indicator.code}-{row.text('sex')}-{number}",
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
            report.params.texts.staff_measures,
            protection_note(report, "svarande eller anställda", "Ett värde för"),
        ),
        source=_source(report),
    )


def definitions(report: Report) -> Block:
    """What the staff measures measure."""
    return definitions_table("medarbetarmatt-definitioner", report.params.indicators_of(report.committee.code, "staff"))


def comment(report: Report) -> Block:
    """The committee's own words on its staff."""
    return comments.section_comment(report, "staff")


def protection_note(report: ReportHead, people: str = "anställda", what: str = "En grupp med") -> str:
    """What is not shown of people, and why; the same under every table about them."""
    limit = report.params.rules.people.smallest_group_hidden
    return report.params.texts.protected.filled(ProtectionWords(what, str(limit), people))


def _all_protected(report: Report) -> bool:
    total = report.sickness.row(TOTAL)
    return total["this_year"].why == total["last_year"].why == PROTECTED


def _not_shown(block_id: str, what: str) -> Text:
    return Text(id=block_id, paragraphs=([f"{what} visas inte, {swedish.OR_REVEALED}."],))


def _turnover_row(report: Report) -> Row:
    row = report.turnover.row(TURNOVER)
    return Row(
        "personalomsattning",
        (
            Cell(TURNOVER),
            cell_of(row["this_year"], with_unit=True),
            cell_of(row["last_year"], with_unit=True),
            Cell(report.period.span),
        ),
    )


def _source(report: Report) -> str:
    return source_line(report.sources.sickness.workbook, example=report.sources.is_example)


def _value(figure: Figure, indicator: Indicator) -> Cell:
    # "75 index" says no more than 75.
    return cell_of(figure, indicator.decimals, scale="", with_unit=indicator.unit == PERCENT)
