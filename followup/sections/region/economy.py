"""Ekonomi for the region: every holder of a frame in one table, the deficits, and the frames as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.region.region_economy import DIFFERENCE, PRINTED, ROWS_SUM, TOTAL
from followup.document.blocks import Chart, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import AMOUNTS, DEVIATIONS, ROUNDED, FigureColumn, figure_table
from followup.document.tables import source_of as _source_of
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.period import Period
from followup.sections.region.tables import committee_table
from followup.sections.shared import economy as shared

if TYPE_CHECKING:
    from followup.reports.region import RegionReport


def by_holder(report: RegionReport) -> Table:
    """Outcome and forecast against budget for every holder of a frame, and the region's sum.

    Of a year that is over, the outcome stands against its budget, the last forecast and the year before.
    """
    tense = tense_of(report.period)
    when = tense.told(f", {report.period.span} och helår", f" {report.period.year}")
    note = tense.told(
        _without_report(report),
        "Utfall mot prognos med plus betyder att året slutade bättre än prognosen. "
        + shared.growth_note(report.period, report.params.texts),
    )
    return committee_table(
        report,
        "namnder",
        f"Nettokostnad per nämnd{when}",
        report.misses_by_holder if tense.is_past else report.economy_by_holder,
        _holder_columns(report),
        unit_line=DEVIATIONS,
        notes=(f"{ROUNDED} {note}",),
        source=_sources(report),
    )


def _holder_columns(report: RegionReport) -> tuple[FigureColumn, ...]:
    year = report.period.year
    if not tense_of(report.period).is_past:
        return (
            *shared.AGAINST_BUDGET,
            FigureColumn("year_budget", f"Budget {year}"),
            FigureColumn("forecast", "Prognos"),
            FigureColumn("forecast_deviation", "Prognosens avvikelse", signed=True, judged=True),
        )
    last = Period.parse(report.forecast_occasion).month_name if report.forecast_occasion else ""
    return (
        *shared.AGAINST_BUDGET,
        FigureColumn(
            "forecast_deviation", f"Prognos i {last}, avvikelse" if last else "Prognos", signed=True, judged=True
        ),
        FigureColumn("miss", "Utfall mot prognos", signed=True, judged=True),
        *shared.last_year_columns(report.period),
    )


def comparison(report: RegionReport) -> Table:
    """Against last year, and against the previous forecast."""
    columns = (
        FigureColumn("outcome", "Utfall"),
        *shared.last_year_columns(report.period),
        FigureColumn("forecast", "Prognos"),
        FigureColumn("previous_forecast", "Förra prognosen"),
        FigureColumn("forecast_change", "Ändring", signed=True),
    )
    return committee_table(
        report,
        "namnder-jamforelse",
        "Nettokostnad per nämnd jämfört med i fjol och med förra prognosen",
        report.economy_by_holder,
        columns,
        unit_line=AMOUNTS,
        notes=(shared.growth_note(report.period, report.params.texts),),
        source=_sources(report),
    )


def deviations(report: RegionReport) -> Chart:
    """Deviation and forecast of every holder, as bars to both sides."""
    from followup.charts import deviation_by_committee

    holders = report.economy_by_holder.without(TOTAL)
    named = holders.renamed({str(code): report.name_of(str(code), short=True) for code in holders.names})
    return deviation_by_committee.chart(named, tense=tense_of(report.period), source=_sources(report))


def by_class(report: RegionReport) -> Table:
    """The whole ledger by account class."""
    columns = (
        *shared.outcome_columns(report.period),
        # At the end of the year it is the budget so far.
        *([] if report.period.is_year_end else [FigureColumn("year_budget", f"Budget {report.period.year}")]),
    )
    frame = report.economy_by_class.renamed({TOTAL: "Nettokostnad"})
    return figure_table(
        "utfall-kontoklass",
        f"Regionens utfall mot budget per kontoklass, {report.period.span}",
        frame,
        "Kontoklass",
        columns,
        totals=("Nettokostnad",),
        unit_line=DEVIATIONS,
        notes=("Försäljning mellan nämnderna ingår i både intäkter och kostnader.",),
        source=_source_of(report, "ledger"),
    )


def accumulated(report: RegionReport) -> Chart:
    """The deviation as it has accumulated, and where the forecast says that it ends."""
    return shared.accumulated(report, _sources(report))


def frames(report: RegionReport) -> Table:
    """The frames of five years, their sum beside the printed total, and the difference."""
    return figure_table(
        "budgetramar",
        "Beslutade budgetramar, som de är tryckta",
        report.frames,
        "Budgetram",
        _years(report),
        totals=(ROWS_SUM, PRINTED, DIFFERENCE),
        unit_line="Nettokostnad i mnkr, med så många decimaler som i beslutet.",
        notes=("Skillnad är den tryckta summan minus summan av de tryckta raderna, som är avrundade i beslutet.",),
        source=_source_of(report, "frames"),
    )


def printed_difference(report: RegionReport) -> Text:
    """How the sum of the year's frames differs from the printed total, and the ledger's budget from the frames."""
    difference = report.frames[DIFFERENCE, "year_0"]
    rows, printed = report.frames[ROWS_SUM, "year_0"], report.frames[PRINTED, "year_0"]
    year = report.period.year
    paragraphs: list[Sentence] = []
    if difference.value is None:
        paragraphs.append([f"Budgetramarna för {year} är tillsammans ", _shown(report, rows), "."])
    elif difference.as_shown(_decimals(report)) == 0:
        paragraphs.append(
            [
                f"Budgetramarna för {year} är tillsammans ",
                _shown(report, printed),
                ", lika mycket som den tryckta summan.",
            ]
        )
    else:
        paragraphs.append(
            [
                f"Budgetramarna för {year} är tillsammans ",
                _shown(report, rows),
                ". Den tryckta summan är ",
                _shown(report, printed),
                "; skillnaden, ",
                cell_of(difference, _decimals(report), signed=True, prose=True),
                f", {_cause(report, difference)}. Rapporten räknar med raderna.",
            ]
        )
    check = report.budget_against_frames
    apart = [
        code
        for code, row in check.without(TOTAL).rows()
        if row["difference"].value is None or abs(row["difference"].value) > report.params.rules.frame_tolerance
    ]
    if apart:
        names = swedish.list_of(report.name_of(str(code), short=True) for code in apart)
        differs = tense_of(report.period).told("skiljer", "skilde")
        paragraphs.append([f"Huvudbokens budget {differs} sig från ramen, eller saknar ram, för {names}."])
    elif report.every_frame_is_held:
        agrees = tense_of(report.period).told("stämmer", "stämde")
        paragraphs.append([f"Huvudbokens budget {agrees} med ramen för alla nämnder och poster."])
    else:
        paragraphs.append(
            ["Budgetramarna eller huvudboken har belopp som inte hör till någon av nämnderna och posterna."]
        )
    return Text(id="budgetramar-summa", paragraphs=tuple(paragraphs))


def budget_check(report: RegionReport) -> Table:
    """The ledger's budget of the year against the frame, holder by holder."""
    columns = (
        FigureColumn("frame", "Beslutad ram"),
        FigureColumn("year_budget", "Budget i huvudboken"),
        FigureColumn("difference", "Skillnad", signed=True),
    )
    return committee_table(
        report,
        "budget-mot-ram",
        f"Budget {report.period.year} i huvudboken mot beslutad ram",
        report.budget_against_frames,
        columns,
        unit_line=AMOUNTS,
        source=_source_of(report, "frames", "ledger"),
    )


def _shown(report: RegionReport, figure: Figure) -> Cell:
    return cell_of(figure, _decimals(report), prose=True)


def _cause(report: RegionReport, difference: Figure) -> str:
    """What the difference can come of: rounding moves each row, and the total, by half of the last decimal at most."""
    most = (len(report.frames) - 2) * 0.5 * 10.0 ** -_decimals(report)
    if abs(difference.as_shown(_decimals(report))) <= most:
        return "ryms i att raderna är avrundade"
    return "är större än vad avrundade rader kan ge"


def _decimals(report: RegionReport) -> int:
    """0 where every printed frame is whole million kronor, else 1."""
    printed = [figure.value for column in report.frames.columns for figure in report.frames.figures(column)]
    return int(any(value is not None and abs(value / 1e6 - round(value / 1e6)) > 1e-6 for value in printed))


def _years(report: RegionReport) -> tuple[FigureColumn, ...]:
    names = [name for name in report.frames.columns if name.startswith("year_")]
    decimals = _decimals(report)
    return tuple(
        FigureColumn(name, str(report.period.year + place), decimals=decimals) for place, name in enumerate(names)
    )


def _without_report(report: RegionReport) -> str:
    names = [holder.short_name for holder in report.holders if holder.code not in report.reports]
    if not names:
        return ""
    return (
        f"{swedish.list_of(names)} lämnar ingen egen rapport: utfallet är huvudbokens och prognosen står i regionens "
        "arbetsbok."
    )


def _sources(report: RegionReport) -> str:
    books = (report.sources.ledger.workbook, report.sources.holder_forecast.workbook)
    names = swedish.list_of([*(name.rsplit("/", 1)[-1] for name in books), "nämndernas arbetsböcker"])
    return f"Källa: {names}." + (" Exempeldata." if report.sources.is_example else "")
