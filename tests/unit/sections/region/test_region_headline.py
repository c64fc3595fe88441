"""The verdict of the region and the points that explain it: whole texts, for the data that make them turn."""

from types import SimpleNamespace

import pytest

from followup.analysis.region import region_economy
from followup.analysis.region.financial_goals import RESULT_SHARE, SELF_FINANCING, SOLIDITY
from followup.analysis.region.region_economy import TOTAL
from followup.ground.figure import COUNT, Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.sections.region import headline, stewardship
from tests.sentence_reports import text
from tests.tables import source_table

APRIL, DECEMBER = Period(2024, 4), Period(2024, 12)
MISSING = Figure.missing("skatterna saknas")


def figure(mnkr: float | None) -> Figure:
    return MISSING if mnkr is None else Figure(mnkr * 1e6)


def verdict(period: Period, result: float | None, apart: float | None, moved: float | None) -> str:
    """The result, how far it is from its budget, and from what was forecast before."""
    row = {name: figure(result) for name in ("outcome", "forecast")}
    row |= {name: figure(apart) for name in ("deviation", "forecast_deviation")}
    row["forecast_change"] = figure(moved)
    report = SimpleNamespace(
        period=period,
        forecast_occasion="2024-10" if period.is_year_end else str(period),
        previous_occasion="2024-08" if period.is_year_end else "2024-02",
        committee=SimpleNamespace(name="Region Prov"),
        finance=SimpleNamespace(result=row),
        sources=SimpleNamespace(balance_requirement=()),
    )
    (sentence,) = headline.verdict(report).paragraphs
    return text(sentence)


@pytest.mark.parametrize(
    ("period", "result", "apart", "moved", "expected"),
    [
        # −593 in February
        (
            APRIL,
            -446.0,
            195.0,
            147.0,
            "Region Prov räknar med ett underskott på 446 miljoner kronor i år, 195 miljoner kronor bättre än budget "
            "och 147 bättre än prognosen i februari.",
        ),
        (
            APRIL,
            -446.0,
            195.0,
            0.04,
            "Region Prov räknar med ett underskott på 446 miljoner kronor i år, 195 miljoner kronor bättre än budget "
            "och oförändrat sedan prognosen i februari.",
        ),
        (
            DECEMBER,
            1.0,
            -12.0,
            -3.5,
            "Region Prov slutade 2024 med ett överskott på 1 miljon kronor, 12 miljoner kronor sämre än budget och 3,5 "
            "sämre än prognosen i oktober.",
        ),
        (
            DECEMBER,
            1.0,
            -12.0,
            0.0,
            "Region Prov slutade 2024 med ett överskott på 1 miljon kronor, 12 miljoner kronor sämre än budget och som "
            "i prognosen i oktober.",
        ),
        (
            APRIL,
            5.0,
            0.0,
            -1.0,
            "Region Prov räknar med ett överskott på 5 miljoner kronor i år, lika mycket som i budgeten och 1 miljon "
            "kronor sämre än prognosen i februari.",
        ),
        # The year's first forecast has none before it.
        (APRIL, 0.02, 0.03, None, "Region Prov räknar med ett resultat på noll i år, lika mycket som i budgeten."),
        (
            APRIL,
            5.0,
            None,
            -1.0,
            "Region Prov räknar med ett överskott på 5 miljoner kronor i år, 1 miljon kronor sämre än prognosen i "
            "februari.",
        ),
        (APRIL, 5.0, None, None, "Region Prov räknar med ett överskott på 5 miljoner kronor i år."),
        (APRIL, None, None, None, "Årets resultat för Region Prov går inte att säga: skatterna saknas."),
        (DECEMBER, None, None, None, "2024 års resultat för Region Prov går inte att säga: skatterna saknas."),
    ],
)
def test_verdict(period, result, apart, moved, expected):
    assert verdict(period, result, apart, moved) == expected


def region(period: Period, assessed: int = 1, **forecasts: float | None) -> SimpleNamespace:
    """Holders' deviations, also so far; the names of holders are their codes."""
    rows = {
        code: {name: figure(value) for name in ("deviation", "forecast_deviation")} for code, value in forecasts.items()
    }
    whole = {TOTAL: {"deviation": Figure(0.0), "forecast_deviation": Figure(0.0)}}
    return SimpleNamespace(
        period=period,
        economy_by_holder=FigureTable.of(rows | whole, ["deviation", "forecast_deviation"]),
        goals_by_grade={"on_track": Figure(float(assessed), COUNT), "not_assessed": Figure(1.0, COUNT)},
        name_of=lambda code, short=False: code,
    )


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (
            region(APRIL, A=-120.0, B=1.0, C=-6.0, D=-20.0, E=-5.0),
            [
                "Fyra av budgetens 5 nämnder och poster räknar med underskott.",
                "Störst underskott väntas hos A (120 miljoner kronor), D (20) och C (6).",
            ],
        ),
        (
            region(DECEMBER, A=-1.0, B=1.0),
            [
                "En av budgetens 2 nämnder och poster hade underskott.",
                "Störst underskott hade A (1 miljon kronor); störst överskott hade B (1).",
            ],
        ),
        # 149 of deficits and a whole of −98: 51 of surpluses.
        (
            region(APRIL, A=-121.5, B=-19.5, C=-8.0, D=42.5, E=6.0, F=2.5),
            [
                "Tre av budgetens 6 nämnder och poster räknar med underskott.",
                "Störst underskott väntas hos A (121,5 miljoner kronor), B (19,5) och C (8); störst överskott hos "
                "D (42,5).",
            ],
        ),
        # A tile counts them where no goal is assessed.
        (region(APRIL, assessed=0, A=-1.0), ["Störst underskott väntas hos A (1 miljon kronor)."]),
        # Of whom nothing is known may have the largest.
        (region(APRIL, A=-1.0, B=None), ["En av budgetens 2 nämnder och poster räknar med underskott."]),
        (region(APRIL, A=1.0, B=0.01), ["Ingen av budgetens 2 nämnder och poster räknar med underskott."]),
        (
            region(APRIL, A=1.0, B=None),
            ["Ingen av budgetens 2 nämnder och poster räknar med underskott; för B saknas uppgifter."],
        ),
    ],
)
def test_deficits(report, expected):
    assert [text(sentence) for sentence in headline.deficits(report)] == expected


def without_measure(**committees: tuple[float, float | None]) -> str | None:
    """Each committee's forecast and proposed measures."""
    measures = {
        code: FigureTable.of(
            {} if proposed is None else {"a": {"decision": "proposed", "effect": figure(proposed)}},
            ["decision", "effect"],
        )
        for code, (_, proposed) in committees.items()
    }
    forecasts = {code: figure(forecast) for code, (forecast, _) in committees.items()}
    short = {
        code: {"deviation": one, "forecast_deviation": one}
        for code, one in forecasts.items()
        if one.value is not None and one.value < 0
    }
    sums = region_economy.together(
        FigureTable.of(short, ["deviation", "forecast_deviation"]),
        region_economy.with_measures(forecasts, measures),
        measures,
    )
    found = headline.without_measure(SimpleNamespace(period=APRIL, reported_deficits=sums))
    return None if found is None else text(found)


@pytest.mark.parametrize(
    ("committees", "expected"),
    [
        (
            {"A": (-120.0, 21.0), "B": (-20.0, None), "C": (5.0, 1.0)},
            "Underskotten hos de nämnder som lämnar rapport är tillsammans 140 miljoner kronor; 119 saknar "
            "åtgärd, också om alla föreslagna beslutas.",
        ),
        (
            {"A": (-120.0, None)},
            "Underskotten hos de nämnder som lämnar rapport är tillsammans 120 miljoner kronor, och inga åtgärder "
            "föreslås utöver de beslutade.",
        ),
        # What one committee proposes too much of helps no other.
        ({"A": (-1.0, 3.0)}, "De nämnder som räknar med underskott föreslår åtgärder som täcker dem."),
        ({"A": (1.0, None)}, None),
    ],
)
def test_what_no_measure_covers(committees, expected):
    assert without_measure(**committees) == expected


@pytest.mark.parametrize(
    ("period", "grades", "expected"),
    [
        (
            APRIL,
            ("uncertain", "uncertain", "uncertain"),
            "Målen för resultatet, självfinansieringen och soliditeten nås inte i år, men över tid.",
        ),
        (
            APRIL,
            ("on_track", "on_track", "uncertain"),
            "Målen för resultatet och självfinansieringen bedöms uppnås; målet för soliditeten nås inte i år, men över "
            "tid.",
        ),
        (
            DECEMBER,
            ("uncertain", "off_track", "off_track"),
            "Målet för resultatet nåddes inte 2024, men över tid; målen för självfinansieringen och soliditeten "
            "uppnåddes inte.",
        ),
        (
            DECEMBER,
            ("on_track", "off_track", "on_track"),
            "Målen för resultatet och soliditeten uppnåddes och målet för självfinansieringen uppnåddes inte.",
        ),
        (
            APRIL,
            ("on_track", "off_track", "not_assessed"),
            "Målet för resultatet bedöms uppnås; målet för självfinansieringen bedöms inte uppnås; målet för "
            "soliditeten "
            "kan inte bedömas.",
        ),
    ],
)
def test_financial_goals(period, grades, expected):
    measures = (RESULT_SHARE, SELF_FINANCING, SOLIDITY)
    goals = {measure: SimpleNamespace(grade=grade) for measure, grade in zip(measures, grades, strict=True)}
    report = SimpleNamespace(period=period, finance=SimpleNamespace(goals=goals))
    assert text(headline.financial_goals(report)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "stewardship  .  Samlat bedöms regionen **delvis** nå målen. Ställningen är stark.",
            "Regionens egen bedömning: Samlat bedöms regionen delvis nå målen. Beräknat förslag: osäkert.",
        ),
        ("economy  .  Ekonomin är god.", None),
    ],
)
def test_the_region_s_own_words_on_stewardship_are_its_first_sentence(rows, expected):
    report = SimpleNamespace(
        kind=SimpleNamespace(scale="goal"),
        scale=lambda _: (SimpleNamespace(code="uncertain", word="Osäkert"),),
        finance=SimpleNamespace(stewardship=SimpleNamespace(whole="uncertain")),
        sources=SimpleNamespace(comments=source_table(f"section  item  comment\n{rows}")),
    )
    found = stewardship.own_in_words(report)
    assert (found and text(found)) == expected


def bridge(**lines: float | None) -> str | None:
    """Each line's deviation from the year's budget in mnkr; the result's is their sum."""
    names = {
        "net": "Verksamhetens nettokostnad",
        "taxes": "Skatteintäkter",
        "grants": "Generella statsbidrag och utjämning",
        "income": "Finansiella intäkter",
        "costs": "Finansiella kostnader",
    }
    rows = {names[key]: {"forecast_deviation": figure(value)} for key, value in lines.items()}
    whole = Figure.sum(row["forecast_deviation"] for row in rows.values())
    report = SimpleNamespace(
        period=APRIL,
        finance=SimpleNamespace(
            income_statement=FigureTable.of(rows, ["forecast_deviation"]), result={"forecast_deviation": whole}
        ),
    )
    found = headline.bridge(report)
    return None if found is None else text(found)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # 48 + 60 and 330 + 55; with the net cost they make 395.
        (
            {"net": -98.0, "taxes": 48.0, "grants": 60.0, "income": 330.0, "costs": 55.0},
            "Mot budget ger nettokostnaden minus 98, skatter och statsbidrag plus 108 och finansiella poster plus 385 "
            "miljoner kronor.",
        ),
        ({"net": -98.0, "taxes": None, "grants": 60.0, "income": 330.0, "costs": 55.0}, None),
        ({"net": -98.0, "taxes": 98.0, "grants": 0.0, "income": 0.0, "costs": 0.0}, None),
        # 0,03, 0,03 and 0,03 are shown as 0,0, and 0,09 as 0,1.
        ({"net": 0.03, "taxes": 0.02, "grants": 0.01, "income": 0.02, "costs": 0.01}, None),
    ],
)
def test_what_makes_the_result_differ_from_its_budget(lines, expected):
    assert bridge(**lines) == expected
