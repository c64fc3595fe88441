"""What the region's blocks say when there is little to say, and of a year that is over."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from tables import source_table

from followup.analysis.economy import COLUMNS
from followup.ground.figure import Cells, Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.params import Committee, RollUp
from followup.sections.region import (
    comments as region_comments,
)
from followup.sections.region import (
    committees as region_committees,
)
from followup.sections.region import (
    focus_areas,
    goal_matrix,
)
from tests.figure_tables import lined_up, replaced

CELL = (Cells.of("2024/2024-04/utfall.xlsx", "Huvudbok", "H", [5]),)
PARAMS = load_params()
SCALES = PARAMS.scales
AUGUST = Period(2024, 8)
LIMITS = RollUp(on_track_percent=66, off_track_percent=50, least_assessed_percent=50)


def plain(sentence):
    return "".join(part if isinstance(part, str) else part.text for part in sentence).replace("\xa0", " ")


def economy(**rows: tuple[float, float, float]) -> FigureTable[str]:
    """Code to (deviation, forecast deviation, change of the forecast) in mnkr; the budget is −1 000 mnkr."""
    frame = {}
    for code, (deviation, forecast, change) in rows.items():
        known = {"deviation": deviation, "forecast_deviation": forecast, "forecast_change": change, "budget": -1000.0}
        frame[code] = {name: Figure(known.get(name, 0.0) * 1e6, origin=CELL) for name in COLUMNS}
    return FigureTable.of(frame, COLUMNS)


def a_report(frame: FigureTable[str], period: Period = AUGUST, **more) -> SimpleNamespace:
    names = {"DNHS": "Driftnämnd Hallands sjukhus", "DNKS": "Driftnämnd Kultur och skola"}
    return SimpleNamespace(
        period=period,
        net=frame.row("REGION"),
        economy_by_holder=frame,
        holders=[Committee(code=code, name=name, short_name=name) for code, name in names.items()],
        name_of=lambda code, short=False: names[code],
        previous_occasion="2024-04",
        forecast_occasion="2024-10" if period.is_year_end else str(period),
        **more,
    )


FRAME = economy(DNHS=(-86.7, -121.5, -1.5), DNKS=(2.4, 1.5, 0.0), REGION=(-84.3, -120.0, -1.5))


def rule_report(scale: str) -> SimpleNamespace:
    return SimpleNamespace(
        params=SimpleNamespace(rules=SimpleNamespace(roll_up=LIMITS), texts=PARAMS.texts),
        kind=SimpleNamespace(scale=scale),
        scale=SCALES.__getitem__,
    )


def test_the_rule_is_told_with_the_scales_words():
    assert goal_matrix.rule(rule_report("attainment")) == (
        "Av de mål som har en bedömning: ”Inte uppnått” när minst 50 procent är det, annars ”Uppnått” när minst 66 "
        "procent är det och inget är ”Inte uppnått”, annars ”Delvis uppnått”. ”Bedömning saknas” när färre än 50 "
        "procent av alla mål har en bedömning."
    )


def areas(*rows: tuple[str, str, str, str]) -> FigureTable[str]:
    columns = ["proposal", "decision", "decided_by", "decided_on"]
    return lined_up({row[0]: (*row[1:], "2024-09-27" if row[3] else "") for row in rows}, columns)


def differences(frame: FigureTable[str], written: str = "Kultur") -> object:
    overrides = source_table(f"focus_area  assessment\n{written}  on_track")
    return focus_areas.differences(
        SimpleNamespace(
            focus_areas=frame,
            focus_area_codes={"Kultur": "1", "Vård": "2"},
            sources=SimpleNamespace(focus_area_assessments=overrides),
            kind=SimpleNamespace(scale="assessment"),
            scale=SCALES.__getitem__,
        )
    )


def test_a_decision_that_differs_is_told_with_who_and_when():
    block = differences(
        areas(("Kultur", "uncertain", "on_track", "regiondirektör"), ("Vård", "off_track", "off_track", ""))
    )
    assert [plain(item) for item in block.items] == [
        "Kultur: bedömningen är ”Bedöms uppnås”, det beräknade förslaget var ”Osäkert”. Beslutat av regiondirektör 27 "
        "september 2024."
    ]
    assert block.role == "info"


def test_without_differences_it_says_so():
    none = differences(areas(("Kultur", "on_track", "on_track", "")))
    assert plain(none.paragraphs[0]) == (
        "Inget fokusområde har ett eget beslut: det beräknade förslaget gäller för alla."
    )
    same = differences(areas(("Kultur", "on_track", "on_track", "regiondirektör")))
    assert plain(same.paragraphs[0]) == "Ett fokusområde har ett eget beslut, och det är likt förslaget."


def test_a_decision_on_nothing_in_the_plan_is_not_passed_over():
    block = differences(areas(("Kultur", "on_track", "on_track", "")), written="Klimat")
    assert [plain(item) for item in block.items] == [
        "Raden ”Klimat” på bladet Fokusområden är inget fokusområde i planen och har inte använts."
    ]
    assert block.role == "attention"


def test_a_section_without_comments_says_so():
    comments = source_table("section  item  comment\neconomy  .  Bra.")
    report = SimpleNamespace(sources=SimpleNamespace(comments=comments))
    block = region_comments.events(report)
    assert (block.title, plain(block.paragraphs[0])) == (
        "Väsentliga händelser under perioden",
        "Regionen har inte lämnat någon kommentar.",
    )


def test_nobody_in_deficit_is_said_outright():
    report = SimpleNamespace(deficits=FRAME.only([]), period=Period(2024, 8), without_deviation=())
    assert plain(region_committees.deficits(report).paragraphs[0]) == ("Ingen nämnd räknar med underskott.")


def test_nobody_is_in_deficit_only_as_far_as_is_known():
    report = a_report(FRAME, deficits=FRAME.only([]), without_deviation=("DNKS",))
    assert plain(region_committees.deficits(report).paragraphs[0]) == (
        "Uppgifter saknas för Driftnämnd Kultur och skola. Ingen av de andra räknar med underskott."
    )


def effects(**committees: tuple[float | None, float | None]) -> FigureTable[str]:
    """Code to the effects in mnkr of decided and of proposed measures; what they leave is −1."""
    rows = {}
    for code, pair in committees.items():
        known = [Figure.missing() if one is None else Figure(one * 1e6) for one in pair]
        rows[code] = dict(zip(("decided", "proposed", "gap"), (*known, Figure(-1e6)), strict=True))
    return FigureTable.of(rows, ["decided", "proposed", "gap"])


def deficits(*reporting: str, period: Period = AUGUST, **committees: tuple[float | None, float | None]):
    frame = economy(DNHS=(-1.0, -3.0, 0.0), DNKS=(-1.0, -2.0, 0.0), REGION=(-2.0, -5.0, 0.0))
    report = a_report(
        frame,
        period,
        deficits=frame.without("REGION"),
        measures_by_committee=effects(**committees),
        reports=dict.fromkeys(reporting),
        reported_deficits={"deviation": Figure(-2e6)}
        | {name: Figure(0.0) for name in ("forecast_deviation", "decided", "proposed", "gap")},
        sources=SimpleNamespace(is_example=False),
    )
    return region_committees.deficits(report)


INCLUDED = "I prognosen ingår beslutade åtgärder, inte föreslagna. Återstår är prognosen med effekten av de föreslagna."


def test_what_remains_of_who_leaves_no_report_is_the_whole_forecast():
    table = deficits("DNHS", DNHS=(1.0, 2.0))
    assert [[cell.text for cell in row.cells[1:]] for row in table.rows] == [
        ["−1,0", "−3,0", "+1,0", "+2,0", "−1,0"],
        ["−1,0", "−2,0", "–", "–", "−2,0"],
    ]
    assert table.notes == (
        f"{INCLUDED} Ett streck betyder att nämnden inte har redovisat sådana åtgärder eller inte lämnar rapport.",
    )


def test_a_dash_is_explained_only_where_there_is_one():
    both = ("DNHS", "DNKS")
    assert deficits(*both, DNHS=(1.0, 2.0), DNKS=(0.0, 1.0)).notes == (INCLUDED,)
    assert deficits(*both, DNHS=(1.0, 2.0), DNKS=(0.0, None)).notes == (
        f"{INCLUDED} Ett streck betyder att nämnden inte har redovisat sådana åtgärder.",
    )
    # Of a year that is over nothing is proposed.
    december = Period(2024, 12)
    assert deficits(*both, period=december, DNHS=(1.0, None), DNKS=(0.0, None)).notes == ()


def test_what_measures_leave_of_a_surplus_is_said_not_to_be_in_the_sum():
    frame = effects(DNHS=(1.0, 2.0), DNKS=(1.0, 2.0))
    frame = replaced(frame, "DNHS", "gap", Figure(5e5))
    both = {code: {name: frame[code, name] for name in frame.columns} for code in frame.names}
    report = SimpleNamespace(reports=dict.fromkeys(both))
    shown = FigureTable.of(both | {"summa": both["DNKS"]}, list(frame.columns))
    assert " ".join(region_committees._notes(report, shown)) == (
        f"{INCLUDED} I summan av det som återstår räknas bara underskott."
    )


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        (
            "Årets underskott blev 112,0 mnkr. Drygt tre fjärdedelar uppstod före september. Mer finns att säga.",
            "Årets underskott blev 112,0 mnkr. Drygt tre fjärdedelar uppstod före september.",
        ),
        (
            "En **lång** mening som räcker för att säga vad som har hänt i nämnden under året. Och en till.",
            "En lång mening som räcker för att säga vad som har hänt i nämnden under året.",
        ),
        (
            "Avvikelsen mot budget är minus 3,9 mnkr och prognosen för helåret är minus 6,0 mnkr. Två tjänster saknas.",
            "Avvikelsen mot budget är minus 3,9 mnkr och prognosen för helåret är minus 6,0 mnkr. Två tjänster saknas.",
        ),
        ("Avvikelsen mot budget är minus 3,9 mnkr. Det är 4,0 mnkr sämre än föregående prognos.", ""),
        ("", ""),
    ],
)
def test_the_first_words_of_an_explanation(comment, words):
    comments = source_table(f"section  item  comment\neconomy  .  {comment or '.'}\neconomy  Medicin  Annat.")
    assert region_committees.first_words(SimpleNamespace(comments=comments)) == words


def test_a_deficit_that_is_not_explained_is_said_to_be_so():
    silent = SimpleNamespace(sources=SimpleNamespace(comments=source_table("section  item  comment")))
    own = SimpleNamespace(is_example=False)
    report = a_report(FRAME, deficits=FRAME.only(["DNKS"]), reports={"DNKS": silent}, sources=own)
    (row,) = region_committees.explanations(report).rows
    assert row.cells[1].text == "Nämnden har inte förklarat underskottet."
