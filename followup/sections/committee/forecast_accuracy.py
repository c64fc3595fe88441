"""Årets prognoser: every forecast of a year that is over beside its outcome, and how good the forecasts were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.forecast_accuracy import by_occasion, mean_absolute, of_year, within_interval
from followup.analysis.forecast_support import PROPOSALS
from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import MEANS_UNROUNDED, ROUNDED, source_of, text_cell
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.period import Period

if TYPE_CHECKING:
    from followup.analysis.forecast_accuracy import AccuracyTable
    from followup.analysis.forecast_support import HindsightTable
    from followup.reports.committee import Report

# A forecast is of a deviation: too low a one was too pessimistic.
DIRECTIONS = {
    "low": "för pessimistisk",
    "high": "för optimistisk",
    "mixed": "omväxlande",
    "exact": "rätt",
    "": swedish.MISSING,
}
_HIT = "Prognosen träffade utfallet."
_NONE = "Nämnden lämnade inga prognoser under året att jämföra utfallet med."


def given(report: Report) -> Block:
    """Every forecast of the year: what it said, what the year became, and what was computed at the same time."""
    frame = report.forecasts_of_year
    if not len(frame):
        return Text(id="arets-prognoser", title="Årets prognoser", paragraphs=([_NONE],))
    rows = []
    for occasion, row in frame.rows():
        month = Period.parse(str(occasion)).month_name
        name = row.text("report") if month in row.text("report") else f"{row.text('report')}, {month}"
        computed = report.computed_misses.row(occasion)
        figures = [row["forecast"], row["outcome"], row["error"], *(computed[column] for column in PROPOSALS)]
        rows.append(Row(str(occasion), (Cell(name), *(cell_of(figure, signed=True) for figure in figures))))
    return Table(
        id="arets-prognoser",
        caption=f"Årets prognoser och utfallet {report.period.year}, avvikelse mot årsbudget",
        columns=(
            Column("label", "Rapport", "text", 2.2),
            Column("forecast", "Prognos", "number", 0.9),
            Column("outcome", "Utfall", "number", 0.9),
            Column("error", "Utfall minus prognos", "number", 1.1),
            Column("run_rate", "Utfall minus beräknat, samma takt", "number", 1.3),
            Column("seasonal", "Utfall minus beräknat, som i fjol", "number", 1.3),
        ),
        rows=tuple(rows),
        unit_line="Belopp i mnkr. Plus betyder att året slutade bättre än budgeten, prognosen eller beräkningen.",
        notes=(f"{ROUNDED} {MEANS_UNROUNDED} {report.params.texts.forecast_in_hindsight}",),
        source=source_of(report, "forecast_history", "ledger"),
    )


def picture(report: Report) -> Block:
    """Each of the year's forecasts against the outcome."""
    from followup.charts import forecast_accuracy as drawing

    frame = report.forecasts_of_year
    if not len(frame):
        return Text(role="absent", id="prognoser-diagram")
    return drawing.chart(frame, source=source_of(report, "forecast_history", "ledger"))


def judgement(report: Report) -> Text:
    """How far the year's forecasts were from the outcome, in which direction, and whether last year's were nearer."""
    frame = report.forecasts_of_year
    if not len(frame):
        return Text(id="prognosernas-traffsakerhet", paragraphs=([_NONE],))
    errors = frame.figures("error")
    this_year = mean_absolute(errors)
    if this_year.is_missing:
        nothing = "Utfallet eller prognoserna är inte kompletta, och träffsäkerheten gick inte att beräkna."
        return Text(id="prognosernas-traffsakerhet", paragraphs=([nothing],))
    many = f"Årets {swedish.in_words(len(frame))} prognoser skilde sig i genomsnitt "
    lead = many if len(frame) > 1 else "Årets enda prognos skilde sig "
    sentence: Sentence = [lead, cell_of(this_year, prose=True), " från utfallet. "]
    sentence += _direction_sentence(errors)
    return Text(
        id="prognosernas-traffsakerhet",
        title="Hur bra var prognoserna?",
        paragraphs=(sentence, *_against_last_year(report, this_year), *_against_computed(report, frame, this_year)),
    )


def by_month(report: Report) -> Block:
    """The size of the errors at each occasion, year by year."""
    frame = by_occasion(report.forecast_accuracy)
    if not len(frame):
        return Text(id="prognosfel", title="Prognosfel", paragraphs=([_NONE],))
    years = [column for column in frame.columns if column not in ("mean_absolute", "direction")]
    rows = []
    for name, row in frame.rows():
        whole = name == frame.names[-1]
        cells = [cell_of(row[year], signed=not whole) for year in years]
        mean = cell_of(row["mean_absolute"])
        shown = (Cell(str(name)), *cells, mean, text_cell(DIRECTIONS[row.text("direction")]))
        rows.append(Row(str(name), shown, role="total" if whole else "body"))
    return Table(
        id="prognosfel",
        caption="Prognosfel per tillfälle och år",
        columns=(
            Column("label", "Prognos lämnad i", "text", 1.8),
            *(Column(f"fel-{year}", str(year), "number", 0.9) for year in years),
            Column("mean_absolute", "Felets storlek i genomsnitt", "number", 1.2),
            Column("direction", "Prognosen var", "text", 1.6),
        ),
        rows=tuple(rows),
        unit_line="Utfall minus prognos, mnkr. Plus betyder att året slutade bättre än prognosen.",
        notes=(f"Sista raden är årets medelvärde av felens storlek, utan tecken. {MEANS_UNROUNDED}",),
        source=source_of(report, "forecast_history", "ledger"),
    )


def _direction_sentence(errors: list[Figure]) -> Sentence:
    """How many of the forecasts the year ended better than, worse than, or as; said of all of them where it is all."""
    known = [error.as_shown(1) for error in errors if not error.is_missing]
    better, worse = sum(error > 0 for error in known), sum(error < 0 for error in known)
    hits = len(known) - better - worse
    if len(known) == 1:
        return [f"Året slutade {'bättre' if better else 'sämre'} än prognosen." if not hits else _HIT]
    if hits == len(known):
        return ["Alla prognoserna träffade utfallet."]
    sides = [(better, "bättre"), (worse, "sämre")]
    if not hits and not (better and worse):
        return [f"Året slutade {'bättre' if better else 'sämre'} än alla prognoserna."]
    first, *second = [f"{word} än {swedish.in_words(count, common=True)}" for count, word in sides if count]
    said = [f"{first} av prognoserna", *second]
    hit = f"; {swedish.in_words(hits, common=True)} träffade utfallet" if hits else ""
    return [f"Året slutade {swedish.list_of(said)}{hit}."]


def _against_last_year(report: Report, this_year: Figure) -> tuple[Sentence, ...]:
    before = report.period.year - 1
    last_year = mean_absolute(of_year(report.forecast_accuracy, before).figures("error"))
    if last_year.is_missing:
        return ([f"För {before} saknas prognoser att jämföra med."],)
    words = ("mer träffsäkra än", "ungefär lika träffsäkra som", "mindre träffsäkra än")
    lead = f"De var {_compared(this_year, last_year, words)} prognoserna {before}, som skilde sig i genomsnitt "
    return ([lead, cell_of(last_year, prose=True), "."],)


def _against_computed(report: Report, frame: AccuracyTable, this_year: Figure) -> tuple[Sentence, ...]:
    """How far the computed proposals would have been from the outcome, and how often their intervals held it.

    Nothing where they could not be computed at each of the year's occasions.
    """
    computed = report.forecast_support_in_hindsight
    mean = mean_absolute(report.computed_misses.figures("run_rate"))
    if mean.is_missing or not set(frame.names) <= set(computed.names):
        return ()
    word = _compared(
        this_year, mean, ("närmare utfallet än", "ungefär lika nära utfallet som", "längre från utfallet än")
    )
    start = f"Nämndens prognoser låg {word} det beräknade förslaget (samma takt), som i genomsnitt hade skilt sig "
    return ([start, cell_of(mean, prose=True), "."], *_intervals(frame, computed))


def _intervals(frame: AccuracyTable, computed: HindsightTable) -> tuple[Sentence, ...]:
    """The record of the computed intervals; nothing where none could be computed."""
    held = within_interval(frame, computed)
    if not held:
        return ()
    hits = swedish.in_words(sum(held)) if any(held) else "inget"
    occasions = swedish.in_words(len(held))
    lead = "Årets utfall låg i det beräknade intervallet vid "
    if len(held) == 1:
        return ([f"Årets utfall låg {'i' if all(held) else 'utanför'} det intervall som kunde beräknas under året."],)
    return ([f"{lead}{hits} av {occasions} tillfällen."],)


def _compared(own: Figure, other: Figure, words: tuple[str, str, str]) -> str:
    """The first word where one's own mean is the smaller, the last where it is the larger, as both are shown.

    The second of two that differ by less than a tenth of the larger.
    """
    change, larger = (own - other).as_shown(1), max(own.as_shown(1), other.as_shown(1))
    if abs(change) * 10 < larger or not change:
        return words[1]
    return words[0] if change < 0 else words[2]
