"""The verdict of a committee and the points that explain it: whole texts, for the data that make them turn."""

from types import SimpleNamespace

import pytest

from followup.analysis.economy import NET
from followup.analysis.forecast_support import COLUMNS
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.sections.committee import headline
from tests.figure_tables import table_of
from tests.sentence_reports import text
from tests.tables import source_table

MISSING = Figure.missing("prognos saknas")


def verdict(**values) -> str:
    """Of April 2024 unless `period` says otherwise; amounts in mnkr, None for missing."""
    net = {"forecast_deviation": -120.0, "forecast_change": -35.0, "deviation": -112.0} | values
    figures = {
        name: MISSING if value is None else Figure(value * 1e6) if isinstance(value, float) else value
        for name, value in net.items()
    }
    report = SimpleNamespace(
        committee=SimpleNamespace(name="Driftnämnd Prov"),
        period=values.get("period", Period(2024, 4)),
        net=figures,
        previous_occasion=values.get("previous", "2024-02"),
        forecast_occasion=values.get("occasion", "2024-10"),
        forecast_miss=figures.get("miss", Figure(4e6)),
    )
    (sentence,) = headline.verdict(report).paragraphs
    return text(sentence)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {},
            "räknar med ett underskott mot budget på 120 miljoner kronor i år, 35 miljoner kronor sämre än prognosen i "
            "februari.",
        ),
        (
            {"forecast_deviation": 1.5, "forecast_change": 0.5},
            "räknar med ett överskott mot budget på 1,5 miljoner kronor i år, 0,5 miljoner kronor bättre än "
            "prognosen i "
            "februari.",
        ),
        (
            {"forecast_deviation": -0.04, "forecast_change": 0.02},
            "räknar med en ekonomi i balans i år, oförändrat sedan prognosen i februari.",
        ),
        ({"previous": ""}, "räknar med ett underskott mot budget på 120 miljoner kronor i år."),
        ({"forecast_change": None}, "räknar med ett underskott mot budget på 120 miljoner kronor i år."),
        ({"forecast_deviation": None}, "har inte lämnat någon prognos för hela året."),
    ],
)
def test_a_year_that_goes_on(values, expected):
    assert verdict(**values) == f"Driftnämnd Prov {expected}"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {},
            "Driftnämnd Prov slutade 2024 med ett underskott mot budget på 112 miljoner kronor, 4 miljoner kronor "
            "bättre "
            "än prognosen i oktober.",
        ),
        (
            {"deviation": 1.0, "miss": -1.0},
            "Driftnämnd Prov slutade 2024 med ett överskott mot budget på 1 miljon kronor, 1 miljon kronor sämre än "
            "prognosen i oktober.",
        ),
        (
            {"deviation": 0.01, "miss": 0.01},
            "Driftnämnd Prov slutade 2024 med en ekonomi i balans, som i prognosen i oktober.",
        ),
        (
            {"occasion": ""},
            "Driftnämnd Prov slutade 2024 med ett underskott mot budget på 112 miljoner kronor.",
        ),
        (
            {"deviation": Figure.missing("utfall saknas för maj")},
            "Hur 2024 slutade för Driftnämnd Prov går inte att säga: utfall saknas för maj.",
        ),
    ],
)
def test_a_year_that_is_over(values, expected):
    assert verdict(period=Period(2024, 12), **values) == expected


def rows(**amounts: float | None) -> FigureTable[str]:
    """Both deviations of each row, in mnkr."""
    table = {}
    for name, value in {**amounts, NET: 0.0}.items():
        figure = MISSING if value is None else Figure(value * 1e6)
        table[name] = {"deviation": figure, "forecast_deviation": figure}
    return table_of(table)


def causes(
    net: float, activities: FigureTable[str], classes: FigureTable[str], month: int = 4, comment: str = ""
) -> list[str]:
    comments = source_table(f"""
        section  item   comment
        economy  .      {comment or "."}
        economy  Kök    Dyr råvara.
        staff    .      Lugnt.
    """)
    figure = Figure(net * 1e6)
    report = SimpleNamespace(
        period=Period(2024, month),
        net={"deviation": figure, "forecast_deviation": figure},
        economy_by_activity=activities,
        economy_by_class=classes,
        sources=SimpleNamespace(comments=comments),
    )
    return [text(sentence) for sentence in headline.causes(report)]


def test_the_three_largest_of_each_table_are_named():
    assert causes(-7, rows(Kök=-1.0, Städ=-2.5, Tvätt=-0.5, Vakt=-4.0, Växel=1.0), rows(Lön=-8.0, Intäkter=1.0)) == [
        "Störst underskott väntas i Vakt (4 miljoner kronor), Städ (2,5) och Kök (1); störst överskott i Växel (1).",
        "Bland kontoklasserna väntas störst underskott i Lön (8 miljoner kronor).",
    ]
    assert causes(3, rows(Kök=1.0, Städ=2.0), rows(Lön=3.0, Intäkter=0.0), month=12) == [
        "Störst överskott fanns i Städ (2 miljoner kronor) och Kök (1).",
        "Bland kontoklasserna fanns störst överskott i Lön (3 miljoner kronor).",
    ]


def test_the_largest_deficits_of_a_surplus_are_named_too():
    """2 + 14 − 29,8 − 18,7 − 0,5 + 44 = 11."""
    activities = rows(Kök=2.0, Städ=14.0, Tvätt=-29.8, Vakt=-18.7, Växel=-0.5, Hall=44.0)
    assert causes(11, activities, rows(Lön=11.0)) == [
        "Störst överskott väntas i Hall (44 miljoner kronor), Städ (14) och Kök (2); störst underskott i Tvätt (29,8) "
        "och Vakt (18,7).",
    ]
    assert causes(3.5, rows(Kök=4.0, Tvätt=-0.5), rows(Lön=3.5), month=12) == [
        "Störst överskott fanns i Kök (4 miljoner kronor); störst underskott i Tvätt (0,5)."
    ]


@pytest.mark.parametrize(
    ("comment", "why"),
    [
        (
            "Det är **övertid** sedan mars, dyra råvaror sedan april och fler gäster än väntat. Mer sägs i maj.",
            "Nämnden skriver: ”Det är övertid sedan mars, dyra råvaror sedan april och fler gäster än väntat.”",
        ),
        ("Underskottet är 2,5 mnkr. Det är övertid.", "Nämnden skriver: ”Underskottet är 2,5 mnkr. Det är övertid.”"),
        (f"Det är övertid. {'Ett långt ord ' * 15}.", "Nämnden skriver: ”Det är övertid.”"),
        (f"{'Ett långt ord ' * 15}.", "Bland kontoklasserna väntas störst underskott i Lön (3 miljoner kronor)."),
        ("", "Bland kontoklasserna väntas störst underskott i Lön (3 miljoner kronor)."),
    ],
)
def test_why_is_told_in_the_committees_own_words_where_it_has_any(comment, why):
    activities, classes = rows(Kök=-2.0, Städ=-0.5), rows(Lön=-3.0, Intäkter=0.5)
    assert causes(-2.5, activities, classes, comment=comment) == [
        "Störst underskott väntas i Kök (2 miljoner kronor) och Städ (0,5).",
        why,
    ]


def test_what_goes_against_a_deficit_is_named_where_the_deficits_are_more_than_the_whole():
    """−9 − 8 − 4 − 1 + 1,5 + 0,5 = −20, and 21 is more than 20; −6 − 3 + 5 + 2,5 + 1,5 = 0."""
    activities = rows(Tåg=-9.0, Buss=-8.0, Stad=-4.0, Ö=-1.0, Kund=1.5, Bro=0.5)
    assert causes(-20, activities, rows(Lön=-20.0))[0] == (
        "Störst underskott väntas i Tåg (9 miljoner kronor), Buss (8) och Stad (4); störst överskott i Kund (1,5) och "
        "Bro (0,5)."
    )
    balanced = rows(Sluten=-6.0, Öppen=-3.0, Stöd=5.0, Barn=2.5, Hem=1.5)
    assert causes(0, balanced, rows(Lön=-0.5, Hyra=0.5))[0] == (
        "Störst underskott väntas i Sluten (6 miljoner kronor) och Öppen (3); störst överskott i Stöd (5) och "
        "Barn (2,5)."
    )
    # 8 of a deficit of 9.
    assert causes(-9, rows(A=-4.0, B=-2.5, C=-1.5, D=-1.5, E=0.5), rows(Lön=-9.0))[0].endswith("B (2,5) och C (1,5).")


def test_nothing_is_said_of_the_largest_where_one_is_unknown_or_alone():
    assert causes(-2, rows(Kök=-2.0, Städ=None), rows(Lön=-2.0)) == []


def gap(deviation: float | None, *proposed: float | None, decided: int = 0, later: float = 0.0) -> str | None:
    measures = {
        f"Åtgärd {number}": {
            "decision": "proposed",
            "effect": Figure.missing("saknas") if effect is None else Figure(effect * 1e6),
            "full_year_effect": Figure(later * 1e6),
        }
        for number, effect in enumerate(proposed)
    }
    measures |= {
        f"Beslut {number}": {"decision": "decided", "effect": Figure(1e6), "full_year_effect": Figure(0.0)}
        for number in range(decided)
    }
    report = SimpleNamespace(
        period=Period(2024, 4),
        net={"forecast_deviation": MISSING if deviation is None else Figure(deviation * 1e6)},
        measures=FigureTable.of(measures, ["decision", "effect", "full_year_effect"]),
    )
    found = headline.without_measure(report)
    return None if found is None else text(found)


@pytest.mark.parametrize(
    ("deviation", "proposed", "expected"),
    [
        (
            -120.0,
            (15.0, 6.0),
            "Föreslagna åtgärder ger 21 miljoner kronor i år om de beslutas; 99 miljoner kronor av underskottet saknar "
            "åtgärd.",
        ),
        (
            -120.0,
            (),
            "Hela underskottet saknar åtgärd: nämnden har varken beslutat eller föreslagit någon.",
        ),
        # A proposed measure without an effect is no lack of measures.
        (
            -120.0,
            (15.0, None),
            "Hur mycket av underskottet som saknar åtgärd går inte att säga: åtgärdernas effekt är inte känd.",
        ),
        (-3.0, (3.0,), "Föreslagna åtgärder på 3 miljoner kronor i år täcker hela underskottet om de beslutas."),
        (1.5, (1.0,), None),
        (None, (1.0,), None),
    ],
)
def test_what_no_measure_covers(deviation, proposed, expected):
    assert gap(deviation, *proposed) == expected


def test_decided_measures_are_no_proposed_ones():
    assert gap(-120.0, decided=2) == (
        "Hela underskottet återstår efter de beslutade åtgärderna på 2 miljoner kronor, som är med i prognosen. "
        "Nämnden föreslår inga fler."
    )
    assert gap(-120.0, 15.0, 6.0, decided=3) == (
        "Beslutade åtgärder på 3 miljoner kronor är med i prognosen. Föreslagna åtgärder ger 21 miljoner kronor i år "
        "om de beslutas; 99 miljoner kronor av underskottet saknar åtgärd."
    )


def trusted(forecast: float, low: float, high: float) -> str:
    """Deviations of the year in mnkr."""
    figures = {"forecast": forecast, "run_rate": 0.0, "seasonal": 0.0, "low": low, "high": high, "year_budget": 0.0}
    row = {name: Figure(value * 1e6) for name, value in figures.items()}
    nothing = FigureTable.of({}, ["year", "month", "error"])
    report = SimpleNamespace(
        period=Period(2024, 4),
        forecast_support=FigureTable.of({NET: row}, list(row)),
        forecast_accuracy=nothing,
    )
    (sentence,) = headline.trust(report)
    return text(sentence)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((-120.0, -160.9, -128.9), "är bättre än {} ett underskott på mellan 128,9 och 160,9 miljoner kronor"),
        ((45.0, 95.9, 135.1), "är sämre än {} ett överskott på mellan 95,9 och 135,1 miljoner kronor"),
        ((0.5, -3.3, 8.0), "stämmer med {} mellan ett underskott på 3,3 och ett överskott på 8 miljoner kronor"),
        # At the interval's end, as it is shown.
        ((-8.0, -10.3, -8.04), "ligger vid gränsen för {} ett underskott på mellan 8 och 10,3 miljoner kronor"),
        ((-1.0, -2.0, -0.04), "stämmer med {} ett underskott på mellan 0 och 2 miljoner kronor"),
        ((1.0, 0.02, 1.0), "ligger vid gränsen för {} ett överskott på mellan 0 och 1 miljon kronor"),
    ],
)
def test_the_forecast_beside_what_the_months_point_to(figures, expected):
    said = expected.format("det som månaderna hittills pekar mot:")
    assert trusted(*figures) == f"Prognosen {said} om resten av året blir som hittills."


@pytest.mark.parametrize(
    ("forecast", "pace", "expected"),
    [
        (-2.0, -11.7, ["Prognosen är 9,7 miljoner kronor bättre än om avvikelsen hittills fortsätter i samma takt."]),
        (-11.7, -2.0, ["Prognosen är 9,7 miljoner kronor sämre än om avvikelsen hittills fortsätter i samma takt."]),
        # One per cent of 600.
        (-2.0, -7.9, []),
        (-2.0, None, []),
    ],
)
def test_before_there_is_an_interval_a_forecast_far_from_the_pace_is_told(forecast, pace, expected):
    early = Figure.missing("färre än tre månader har gått")
    budget = Figure(-600e6)
    run_rate = early if pace is None else Figure(budget.value + pace * 1e6)
    row = {"year_budget": budget, "forecast": Figure(budget.value + forecast * 1e6), "run_rate": run_rate}
    report = SimpleNamespace(
        period=Period(2024, 2),
        params=load_params(),
        forecast_support=FigureTable.of({NET: row | dict.fromkeys(("seasonal", "low", "high"), early)}, COLUMNS),
        forecast_accuracy=FigureTable.of({}, ["year", "month", "error"]),
    )
    assert [text(sentence) for sentence in headline.trust(report)] == expected


def test_proposed_measures_that_give_nothing_this_year():
    assert gap(-6.0, 0.0, later=1.8) == (
        "Föreslagna åtgärder ger ingen effekt i år, men 1,8 miljoner kronor på ett helt år; hela underskottet saknar "
        "åtgärd."
    )
    assert gap(-6.0, 0.0) == "Föreslagna åtgärder ger ingen effekt i år; hela underskottet saknar åtgärd."


def record(*errors: tuple[int, float]) -> list[str]:
    """Of forecasts in April: year and outcome less forecast, mnkr."""
    table = {f"{year}-04": {"year": year, "month": 4, "error": Figure(error * 1e6)} for year, error in errors} | {
        "2023-08": {"year": 2023, "month": 8, "error": Figure(-50e6)}
    }
    report = SimpleNamespace(
        period=Period(2024, 4), forecast_accuracy=FigureTable.of(table, ["year", "month", "error"])
    )
    return [text(sentence) for sentence in headline.record(report)]


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        (
            ((2022, -30.0), (2023, -45.4)),
            [
                "Prognoserna i april 2022 och 2023 slog i medeltal fel med 37,7 miljoner kronor; båda åren slutade "
                "sämre än prognosen."
            ],
        ),
        (
            ((2022, 30.0), (2023, -40.0)),
            ["Prognoserna i april 2022 och 2023 slog i medeltal fel med 35 miljoner kronor."],
        ),
        (
            ((2023, 2.0),),
            [
                "Prognosen i april 2023 slog fel med 2 miljoner kronor; året slutade bättre än prognosen. För 2022 "
                "saknas uppgifter."
            ],
        ),
        (
            ((2021, 3.0), (2022, 5.0), (2023, 1.0)),
            [
                "Prognoserna i april 2021, 2022 och 2023 slog i medeltal fel med 3 miljoner kronor; alla tre åren "
                "slutade bättre än prognosen."
            ],
        ),
        # Not true of a year that ended as was forecast.
        (((2022, 4.0), (2023, 0.0)), ["Prognoserna i april 2022 och 2023 slog i medeltal fel med 2 miljoner kronor."]),
        (((2023, 0.0),), ["Prognosen i april 2023 träffade utfallet. För 2022 saknas uppgifter."]),
        (((2022, 0.0),), ["Prognosen i april 2022 träffade utfallet. För 2023 saknas uppgifter."]),
        ((), []),
    ],
)
def test_how_good_the_same_forecast_has_been(errors, expected):
    assert record(*errors) == expected
