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
from followup.ground.regions import REGION
from followup.params.indicator import Indicator
from followup.params.texts import ProtectedAgainWords, ProtectionWords
from followup.sections.shared import comments, staff_sentences
from followup.sections.shared.indicator_cells import value_cell
from followup.sections.shared.quality import definitions_table

if TYPE_CHECKING:
    from followup.document.tables import Sourced
    from followup.ground.period import Period
    from followup.reports.committee import Report
    from followup.sections.shared.needs import Addressed, WithSickLeave

_SEX_WORDS = {"all": "", "women": "kvinnor", "men": "män"}


def year_columns(period: Period, signed: bool = False) -> tuple[FigureColumn, ...]:
    """This year, the last and the change between them; `signed` where the values are differences."""
    return (
        FigureColumn("this_year", str(period.year), signed),
        FigureColumn("last_year", str(period.year - 1), signed),
        FigureColumn("change", "Förändring", signed=True),
    )


def measure_name(indicator: Indicator, sex: str) -> str:
    """`Heltid, kvinnor`; the indicator's name alone for all."""
    return f"{indicator.name}, {_SEX_WORDS[sex]}" if _SEX_WORDS[sex] else indicator.name


def sickness(report: WithSickLeave) -> Table:
    """Sick leave by sex and age, with the share of long spells."""
    is_region = report.committee.code == REGION
    return figure_table(
        "sjukfranvaro",
        _caption(report.period),
        report.sickness,
        "Grupp",
        year_columns(report.period),
        totals=(TOTAL,),
        unit_line="Procent av gruppens ordinarie arbetstid. Förändring i procentenheter.",
        notes=(
            ROUNDED,
            "Andelen 60 dagar eller mer är procent av sjukfrånvaron, inte av arbetstiden.",
            # The region's report tells of its committees first.
            protection_note(report, told_in=caption_by_committee(report.period) if is_region else ""),
        ),
        source=_source(report),
    )


def caption_by_committee(period: Period) -> str:
    """The heading of the region's first table about people."""
    return f"Sjukfrånvaro per nämnd, {period.span}"


def _caption(period: Period) -> str:
    """That of a committee's first."""
    return f"Sjukfrånvaro {period.span}"


def in_brief(report: Report) -> Table:
    """Sick leave by sex, and staff turnover: what a monthly report has room for."""
    turnover = report.turnover.row(TURNOVER)
    change = difference(turnover["this_year"], turnover["last_year"])
    sickness = report.sickness.only([TOTAL, *SEXES.values()]).renamed({TOTAL: "Sjukfrånvaro, alla"})
    return figure_table(
        "medarbetare",
        f"Sjukfrånvaro och personalomsättning {report.period.span}",
        sickness.with_row(TURNOVER, turnover.figures | {"change": change}),
        "Mått",
        year_columns(report.period),
        unit_line="Procent av ordinarie arbetstid, och av tillsvidareanställda. Förändring i procentenheter.",
        notes=(f"{ROUNDED} {protection_note(report)}",),
        source=_source(report),
    )


def sickness_by_month(report: WithSickLeave) -> Block:
    """Sick leave month by month against last year."""
    if _all_protected(report):
        return _protected("sjukfranvaro-manader")
    from followup.charts import sickness_by_month as drawing

    return drawing.chart(report.sickness_by_month, report.period, source=_source(report))


def sickness_by_group(report: Report) -> Block:
    """Sick leave by sex and age against last year."""
    if _all_protected(report):
        return _protected("sjukfranvaro-grupper")
    from followup.charts import sickness_by_group as drawing

    groups = report.sickness.only([TOTAL, *SEXES.values(), *AGE_GROUPS.values()])
    return drawing.chart(groups, report.period, source=_source(report))


def differences(report: Report) -> Block:
    """How sick leave differs between women and men and between ages, this year and last."""
    if _all_protected(report):
        return _protected("sjukfranvaro-skillnader")
    return figure_table(
        "sjukfranvaro-skillnader",
        f"Skillnader i sjukfrånvaro mellan grupper, {report.period.span}",
        report.sickness_differences,
        "Skillnad",
        year_columns(report.period, signed=True),
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
    return Text(id="kon-och-alder", items=(*found, [undivided]))


def turnover(report: Report) -> Text:
    """Staff turnover against the same months last year, in a sentence."""
    return Text(id="personalomsattning", paragraphs=(staff_sentences.turnover_sentence(report),))


def yearly(report: Report) -> Block:
    """The yearly measures (engagement, work environment, full time, work load) of this year and the last."""
    rows = []
    for number, row in report.yearly_staff_comparison.rows():
        indicator = row.fact("indicator", Indicator)
        decimals = indicator.decimals
        rows.append(
            Row(
                f"{indicator.code}-{row.text('sex')}-{number}",
                (
                    Cell(measure_name(indicator, row.text("sex"))),
                    value_cell(row["this_year"], indicator),
                    value_cell(row["last_year"], indicator),
                    cell_of(row["change"], decimals, scale="", signed=True),
                ),
            )
        )
    if not rows:
        nothing = "Årets uppsättning hade inga årliga medarbetarmått."
        return Text(role="absent", id="arliga-matt", title="Årliga mått", paragraphs=([nothing],))
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
        notes=(f"{ROUNDED} {_again(report)}",),
        source=_source(report),
    )


def measures(report: Report) -> Table:
    """Staff turnover and the yearly measures, each with when it was measured."""
    rows = [_turnover_row(report)]
    for number, row in report.yearly_staff_measures.rows():
        indicator = row.fact("indicator", Indicator)
        year = str(row.fact("year", int) or "")
        rows.append(
            Row(
                f"{indicator.code}-{row.text('sex')}-{number}",
                (
                    Cell(measure_name(indicator, row.text("sex"))),
                    value_cell(row["value"], indicator),
                    value_cell(row["previous"], indicator),
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
            _again(report),
        ),
        source=_source(report),
    )


def definitions(report: Report) -> Block:
    """What the staff measures measure."""
    return definitions_table("medarbetarmatt-definitioner", report.params.indicators_of(report.committee.code, "staff"))


def comment(report: Report) -> Block:
    """The committee's own words on its staff."""
    return comments.section_comment(report, "staff")


def protection_note(
    report: Addressed, people: str = "anställda", what: str = "En grupp med", *, told_in: str = ""
) -> str:
    """What is not shown of people, and why; below later tables that it is as in the first, captioned `told_in`."""
    limit, texts = str(report.params.rules.people.smallest_group_hidden), report.params.texts
    if told_in:
        return texts.protected_again.filled(ProtectedAgainWords(what, limit, people, told_in))
    return texts.protected.filled(ProtectionWords(what, limit, people))


def _again(report: Addressed) -> str:
    return protection_note(report, "svarande eller anställda", "Ett värde för", told_in=_caption(report.period))


def _all_protected(report: WithSickLeave) -> bool:
    total = report.sickness.row(TOTAL)
    return total["this_year"].why == total["last_year"].why == PROTECTED


def _protected(block_id: str) -> Text:
    """What would show protected figures alone: that they are is told by the table of sick leave."""
    return Text(role="absent", id=block_id)


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


def _source(report: Sourced) -> str:
    return source_line(report.sources.sickness.workbook, example=report.sources.is_example)
