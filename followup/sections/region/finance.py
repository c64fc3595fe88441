"""Resultat och ställning: the region's income statement, balance sheet and balance requirement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.region import balance_requirement as requirement
from followup.analysis.region import balance_sheet as balance
from followup.analysis.region import income_statement as statement
from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import DEVIATIONS, ROUNDED, FigureColumn, figure_table, prose_cell, source_of
from followup.document.tense import tense_of
from followup.ground.figure import Figure

if TYPE_CHECKING:
    from followup.reports.region import RegionReport

_NO_REQUIREMENT = "Ingen balanskravsutredning är lämnad för perioden."


def _column(key: str, label: str, signed: bool = False, width: float = 1.0, judged: bool = False) -> FigureColumn:
    return FigureColumn(key, label, signed=signed, width=width, judged=judged)


def _result_name(report: RegionReport) -> str:
    return tense_of(report.period).told("Periodens resultat", statement.RESULT)


def summary(report: RegionReport) -> Text:
    """The result against budget so far, and what it is expected to be for the year; or what it became."""
    row = report.finance.result
    if report.period.is_year_end:
        sentences = [
            _level(f"Årets resultat för {report.period.year} blev ", row["outcome"], "Årets resultat är okänt"),
            _against("Det är ", row["deviation"], "än budget, som var ", row["year_budget"]),
            _against(
                "Det är ",
                row["forecast_change"],
                "än den sista prognosen, som var ",
                row["previous_forecast"],
            ),
        ]
    else:
        sentences = [
            _level(f"Resultatet för {report.period.span} är ", row["outcome"], "Periodens resultat är okänt"),
            _against("Det är ", row["deviation"], "än budget för samma månader, ", row["budget"]),
            _level("Årets resultat bedöms bli ", row["forecast"], "Prognosen för årets resultat är okänd"),
            _against("Det är ", row["forecast_deviation"], "än årsbudgeten, ", row["year_budget"]),
        ]
    spaced: Sentence = []
    for sentence in filter(None, sentences):
        spaced += [*([" "] if spaced else []), *sentence]
    return Text(id="resultat-i-korthet", paragraphs=(spaced,))


def _level(lead: str, figure: Figure, unknown: str) -> Sentence:
    if figure.is_missing:
        return [f"{unknown}: {figure.why}."]
    return [lead, cell_of(figure, prose=True), "."]


def _against(lead: str, difference: Figure, than: str, other: Figure) -> Sentence:
    """`Det är 544,0 mnkr bättre än budget, minus 641,0 mnkr.` Nothing where there is nothing to compare with."""
    if difference.value is None:
        return []
    shown = difference.as_shown(1)
    compared = cell_of(other, prose=True)
    if shown == 0:
        return [f"{lead}lika med {than.removeprefix('än ')}", compared, "."]
    word = "bättre" if shown > 0 else "sämre"
    size = cell_of(difference if shown > 0 else -difference, prose=True)
    return [lead, size, f" {word} {than}", compared, "."]


def income_statement(report: RegionReport) -> Table:
    """The income statement, line by line: so far and for the year, or the year that is over."""
    year, frame = report.period.year, report.finance.income_statement
    columns = (
        (
            _column("outcome", f"Utfall {year}"),
            _column("year_budget", f"Budget {year}"),
            _column("deviation", "Avvikelse", signed=True, judged=True),
            _column("previous_year", f"Utfall {year - 1}"),
            _column("previous_forecast", "Sista prognosen"),
            _column("forecast_change", "Utfall mot prognos", signed=True, judged=True),
        )
        if report.period.is_year_end
        else (
            _column("outcome", "Utfall"),
            _column("budget", "Budget"),
            _column("deviation", "Avvikelse", signed=True, width=1.15, judged=True),
            _column("previous_year", f"Utfall {year - 1}"),
            _column("year_budget", f"Budget {year}"),
            _column("forecast", f"Prognos {year}", width=1.1),
            _column("forecast_deviation", "Prognos mot budget", signed=True, width=1.1, judged=True),
            _column("previous_forecast", "Förra prognosen", width=1.15),
        )
    )
    name = _result_name(report)
    shown = frame.renamed({statement.RESULT: name})
    totals = [name if one == statement.RESULT else one for one in statement.SUMS]
    whole = tense_of(report.period).told(f"{report.period.span} och helår", str(year))
    return figure_table(
        "resultatrakning",
        f"Resultaträkning, {whole}",
        shown,
        "Post",
        columns,
        totals=totals,
        unit_line=DEVIATIONS,
        notes=(
            ROUNDED,
            "Försäljning mellan nämnderna ingår i både verksamhetens intäkter och dess kostnader.",
            *_forecast_note(report),
        ),
        source=source_of(report, "ledger", "income_statement"),
        label_width=2.8,
    )


def _forecast_note(report: RegionReport) -> tuple[str, ...]:
    if report.period.is_year_end:
        return ()
    return (report.params.texts.forecast_of_net_cost,)


def balance_sheet(report: RegionReport) -> Table:
    """The balance sheet, with the contingent pension liability outside it."""
    return figure_table(
        "balansrakning",
        f"Balansräkning vid utgången av {report.period.month_and_year}",
        report.finance.balance_sheet,
        "Post",
        (
            _column("opening", "Årets början"),
            _column("closing", f"Slutet av {report.period.month_name}"),
            _column("change", "Förändring", signed=True),
        ),
        totals=balance.SUMS,
        unit_line="Belopp i mnkr.",
        notes=("Ansvarsförbindelsen är pensioner intjänade före 1998 och står utanför balansräkningen.",),
        source=source_of(report, "balance_sheet"),
        label_width=3.2,
    )


def key_ratios(report: RegionReport) -> Table:
    """Solidity with and without the contingent liability, and liquid funds."""
    frame = report.finance.key_ratios
    rows = []
    for name, row in frame.rows():
        unit = "mnkr" if name == balance.LIQUID_FUNDS else "procent"
        cells = [cell_of(row[column], signed=column == "change") for column in balance.COLUMNS]
        rows.append(Row(str(name), (Cell(f"{name}, {unit}"), *cells)))
    return Table(
        id="finansiella-nyckeltal",
        caption="Finansiella nyckeltal",
        columns=(
            Column("label", "Nyckeltal", "text", 3.2),
            Column("opening", "Årets början"),
            Column("closing", f"Slutet av {report.period.month_name}"),
            Column("change", "Förändring"),
        ),
        rows=tuple(rows),
        unit_line="Förändringar av procenttal är i procentenheter.",
        notes=(
            "Soliditet är eget kapital i procent av tillgångarna; inklusive ansvarsförbindelsen dras den först av.",
        ),
        source=source_of(report, "balance_sheet"),
    )


def balance_requirement(report: RegionReport) -> Block:
    """The statement of the balance requirement, line by line, with the region's words on each line."""
    if not len(report.sources.balance_requirement):
        return Text(id="balanskrav", title="Balanskravsutredning", paragraphs=([_NO_REQUIREMENT],))
    frame, year = report.finance.balance_requirement, report.period.year
    year_column: requirement.AmountColumn = "amount" if report.period.is_year_end else "forecast"
    columns: tuple[requirement.AmountColumn, ...] = ("budget", year_column)
    rows = [
        Row(
            str(name),
            (
                Cell(str(name)),
                *(cell_of(row[column]) for column in columns),
                prose_cell(row.text("reason")) if row.text("reason") else Cell(""),
            ),
            role="total" if name in requirement.SUMS else "body",
        )
        for name, row in frame.rows()
    ]
    return Table(
        id="balanskrav",
        caption=f"Balanskravsutredning {year}",
        columns=(
            Column("label", "Post", "text", 2.8),
            Column("budget", f"Budget {year}", "number", 0.9),
            Column(year_column, tense_of(report.period).told(f"Prognos {year}", f"Utfall {year}"), "number", 0.9),
            Column("reason", "Regionens skäl", "prose", 3.0),
        ),
        rows=tuple(rows),
        unit_line="Belopp i mnkr. Ett underskott har minustecken.",
        notes=(report.params.texts.balance_requirement,),
        source=source_of(report, "ledger", "income_statement", "balance_requirement"),
    )


def balance_requirement_in_words(report: RegionReport) -> Text:
    """What the balance requirement comes to, for what exceptional reasons are given, and what is left to restore."""
    if not len(report.sources.balance_requirement):
        return Text(id="balanskrav-slutsats", paragraphs=([_NO_REQUIREMENT],))
    found = report.finance.balance_requirement.column("amount" if report.period.is_year_end else "forecast")
    result = found[requirement.BALANCE]
    if result.value is None:
        return Text(id="balanskrav-slutsats", paragraphs=([f"Balanskravsresultatet är inte känt: {result.why}."],))
    lead = tense_of(report.period).told("Balanskravsresultatet bedöms bli ", "Balanskravsresultatet blev ")
    sentence: Sentence = [lead, cell_of(result, prose=True), "."]
    covered = found[requirement.EXCEPTIONAL]
    # The law lets fullmäktige decide whether there are such reasons.
    is_asked = result.value < 0 and bool(covered.value)
    if is_asked:
        sentence += [" Regionen anger synnerliga skäl för ", cell_of(covered, prose=True), "."]
    left = found[requirement.REMAINING]
    if left.value is None:
        sentence += [f" Vad som är kvar att återställa är inte känt: {left.why}."]
    elif is_asked:
        what: Sentence = [cell_of(-left, prose=True)] if left.value else ["inget"]
        sentence += [" Godtar fullmäktige dem är ", *what, " kvar att återställa."]
    elif left.value == 0:
        sentence += [" Inget är kvar att återställa."]
    else:
        sentence += [" Kvar att återställa är ", cell_of(-left, prose=True), "."]
    return Text(id="balanskrav-slutsats", paragraphs=(sentence,))
