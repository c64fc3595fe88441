"""What is said beside a computed forecast, and how the committee's earlier forecasts are told."""

from types import SimpleNamespace

import pytest

from followup.analysis.attention import Finding
from followup.analysis.economy import NET
from followup.analysis.forecast_accuracy import computed_misses, of_year, turned_out
from followup.analysis.forecast_support import COLUMNS, HINDSIGHT_COLUMNS, TOO_EARLY
from followup.document.cells import plain_sentence
from followup.document.plain import block_text
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.sections.committee import forecast_accuracy, forecast_support
from tests.figure_tables import table_of

PARAMS = load_params()
TABLE = SimpleNamespace(workbook="2024/2024-08/DNKS.xlsx")


def support(month: int = 8, **deviations: float | Figure) -> SimpleNamespace:
    """A report whose computed deviations are given in kronor; the year's budget is 0, so they are the amounts too."""
    known = {"run_rate": -10e6, "seasonal": -9e6, "low": -14e6, "high": -6e6, "forecast": -8e6} | deviations
    row = {name: value if isinstance(value, Figure) else Figure(value) for name, value in known.items()}
    frame = FigureTable.of({NET: {"year_budget": Figure(0.0)} | row}, COLUMNS)
    period = Period(2024, month)
    return SimpleNamespace(
        forecast_support=frame, period=period, params=PARAMS, commented=frozenset[str](), findings=[]
    )


def told(report) -> list[str]:
    text = block_text(forecast_support.in_brief(report)).replace("\xa0", " ")
    return text.splitlines()[1:]


def test_inside_the_interval():
    assert told(support()) == [
        "Om avvikelsen fortsätter i samma takt blir den minus 10 miljoner kronor för helåret, eller mellan minus 14 "
        "och minus 6 miljoner kronor om månaderna fortsätter att variera som hittills. Om årets utfall fördelar sig "
        "över månaderna som i fjol blir den minus 9 miljoner kronor.",
        "Nämndens prognos, minus 8 miljoner kronor, ligger inom intervallet.",
        "Förslagen är räknade på bokförda belopp och ersätter inte nämndens prognos; uppföljningsrapporterna beskriver "
        "hur.",
    ]


@pytest.mark.parametrize("forecast", [-14e6, -6e6, -5_960_000.0])
def test_what_is_seen_at_the_interval_s_end_is_said_to_be_there(forecast):
    # −5.96 is shown as −6,0, which is the end: a reader cannot see on which side it is.
    assert told(support(forecast=forecast))[1].endswith(" ligger vid intervallets gräns.")
    assert forecast_support.to_explain(support(forecast=forecast)) == []


@pytest.mark.parametrize(
    ("forecast", "expected"),
    [
        (
            -20e6,
            "minus 20 miljoner kronor, ligger utanför intervallet: den är 6 miljoner kronor sämre än intervallets "
            "gräns.",
        ),
        (
            1e6,
            "plus 1 miljon kronor, ligger utanför intervallet: den är 7 miljoner kronor bättre än intervallets gräns.",
        ),
    ],
)
def test_outside_the_interval_the_committee_is_asked_why(forecast, expected):
    report = support(forecast=forecast)
    assert told(report)[1] == f"Nämndens prognos, {expected}"
    assert [plain_sentence(one) for one in forecast_support.to_explain(report)] == [
        "Prognosen ligger utanför det beräknade intervallet: nämnden behöver förklara vad som förändras under resten "
        "av året."
    ]
    assert forecast_support.to_explain(support()) == []
    report.commented = frozenset({NET})
    assert [plain_sentence(one) for one in forecast_support.to_explain(report)] == [
        "Prognosen ligger utanför det beräknade intervallet. Nämndens syn på resten av året står i dess kommentar till "
        "ekonomin."
    ]
    # Asked about already: it goes the other way than the outcome so far.
    report.findings = [Finding("signs_differ", NET, (Figure(1e6), Figure(-20e6)), False)]
    assert forecast_support.to_explain(report) == []


def test_too_early_for_a_season_and_an_interval():
    early = Figure.missing(TOO_EARLY)
    assert told(support(2, seasonal=early, low=early, high=early)) == [
        "Om avvikelsen fortsätter i samma takt blir den minus 10 miljoner kronor för helåret.",
        "Nämndens prognos, minus 8 miljoner kronor, är 2 miljoner kronor bättre än förslaget.",
        "Färre än tre månader har gått. Därför är förslaget bara att avvikelsen fortsätter i samma takt, utan "
        "intervall. Det är räknat på bokförda belopp, inte på de avrundade som visas.",
    ]


def test_what_is_missing_is_said():
    gone = Figure.missing("utfall saknas för mars")
    assert told(support(run_rate=gone, low=gone, high=gone, seasonal=gone))[0] == (
        "Inget förslag kan beräknas: utfall saknas för mars."
    )
    assert told(support(forecast=Figure.missing()))[1] == "Nämnden har inte lämnat någon prognos att jämföra med."


def test_the_rule_of_the_interval_is_written_out():
    text = block_text(forecast_support.rules(support()))
    assert "t × s × √(12 × 4 / 8) åt vardera hållet" in text
    assert "t är den 90:e percentilen i t-fördelningen med 7 frihetsgrader" in text


def history(told_by_occasion: dict[str, float], month: int = 8) -> SimpleNamespace:
    rows = {name: {"report": "Rapport", "deviation": Figure(value)} for name, value in told_by_occasion.items()}
    frame = turned_out(table_of(rows, ("report", "deviation")))
    computed = table_of({}, ("run_rate", "seasonal"))
    sources = SimpleNamespace(tables={"forecast_history": TABLE, "ledger": TABLE}, is_example=False)
    latest = of_year(frame, 2024)
    return SimpleNamespace(
        forecast_accuracy=frame,
        forecasts_of_year=latest,
        forecast_support_in_hindsight=computed,
        computed_misses=computed_misses(latest, computed),
        period=Period(2024, month),
        sources=sources,
    )


def test_only_the_same_occasion_of_earlier_years_is_recorded():
    found = forecast_support.record(history({"2023-04": 1e6, "2023-08": 2e6, "2023-12": 5e6, "2024-08": 1e6}))
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["Augusti 2023", "+2,0", "+5,0", "+3,0"],
        ["Felets storlek i genomsnitt", "", "", "3,0"],
    ]


def test_a_first_forecast_has_no_record():
    assert block_text(forecast_support.record(history({"2024-08": 1e6}))).splitlines()[1:] == [
        "Det finns ingen tidigare prognos i augusti att jämföra med ett utfall."
    ]


@pytest.mark.parametrize(
    ("own", "before", "word"),
    [
        (2.7, 2.6, "ungefär lika träffsäkra som"),
        (2.6, 2.6, "ungefär lika träffsäkra som"),
        # A tenth of 3, and a little less.
        (3.0, 2.7, "mindre träffsäkra än"),
        (2.8, 3.0, "ungefär lika träffsäkra som"),
        (2.7, 3.0, "mer träffsäkra än"),
    ],
)
def test_errors_within_a_tenth_of_each_other_are_alike(own, before, word):
    told = {"2023-10": 0.0, "2023-12": before * 1e6, "2024-10": 0.0, "2024-12": own * 1e6}
    assert f"De var {word} prognoserna 2023" in block_text(forecast_accuracy.judgement(history(told, 12)))


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ({"2024-04": (1e6, 2e6), "2024-08": (2e6, 4e6)}, "Årets utfall låg i det beräknade intervallet vid ett av två"),
        ({"2024-04": (1e6, 2e6), "2024-08": (4e6, 5e6)}, "Årets utfall låg i det beräknade intervallet vid inget av"),
        ({"2024-04": (None, None), "2024-08": (3e6, 5e6)}, "Årets utfall låg i det intervall som kunde beräknas"),
        ({"2024-04": (None, None), "2024-08": (4e6, 5e6)}, "Årets utfall låg utanför det intervall som kunde beräknas"),
        ({"2024-04": (None, None), "2024-08": (None, None)}, ""),
    ],
)
def test_how_often_the_intervals_held_the_outcome(ends, expected):
    """The year became 3,0; at an end is inside, and an occasion without an interval is not counted."""
    report = history({"2024-04": 1e6, "2024-08": 2e6, "2024-12": 3e6}, 12)
    rows = {
        occasion: {"run_rate": Figure(0.0), "seasonal": Figure(0.0), "low": Figure(low), "high": Figure(high)}
        for occasion, (low, high) in ends.items()
    }
    report.forecast_support_in_hindsight = table_of(rows, HINDSIGHT_COLUMNS)
    report.computed_misses = computed_misses(report.forecasts_of_year, report.forecast_support_in_hindsight)
    last = block_text(forecast_accuracy.judgement(report)).splitlines()[-1]
    assert last.startswith(expected) if expected else "intervall" not in last


@pytest.mark.parametrize(
    ("told_by_occasion", "expected"),
    [
        (
            {"2023-10": 1e6, "2023-12": 5e6, "2024-08": 1e6, "2024-10": 2e6, "2024-12": 3e6},
            [
                "Årets två prognoser skilde sig i genomsnitt 1,5 miljoner kronor från utfallet. Året slutade bättre "
                "än alla "
                "prognoserna.",
                "De var mer träffsäkra än prognoserna 2023, som skilde sig i genomsnitt 4 miljoner kronor.",
            ],
        ),
        (
            {"2024-02": 4e6, "2024-08": 3e6, "2024-10": 3e6, "2024-12": 3e6},
            [
                "Årets tre prognoser skilde sig i genomsnitt 0,3 miljoner kronor från utfallet. Året slutade sämre "
                "än en av "
                "prognoserna; två träffade utfallet.",
                "För 2023 saknas prognoser att jämföra med.",
            ],
        ),
        (
            {"2024-02": 4e6, "2024-04": 1e6, "2024-08": 2e6, "2024-10": 3e6, "2024-12": 3e6},
            [
                "Årets fyra prognoser skilde sig i genomsnitt 1 miljon kronor från utfallet. Året slutade bättre än "
                "två av "
                "prognoserna och sämre än en; en träffade utfallet.",
                "För 2023 saknas prognoser att jämföra med.",
            ],
        ),
        (
            {"2024-10": 4e6, "2024-12": 3e6},
            [
                "Årets enda prognos skilde sig 1 miljon kronor från utfallet. Året slutade sämre än prognosen.",
                "För 2023 saknas prognoser att jämföra med.",
            ],
        ),
        ({"2023-10": 4e6}, ["Nämnden lämnade inga prognoser under året att jämföra utfallet med."]),
    ],
)
def test_how_good_the_years_forecasts_were(told_by_occasion, expected):
    text = block_text(forecast_accuracy.judgement(history(told_by_occasion, 12))).replace("\xa0", " ")
    assert text.splitlines()[-len(expected) :] == expected
