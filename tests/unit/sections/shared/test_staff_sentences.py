"""Sick leave by sex and age in sentences, and the frames of differences that they tell."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from tables import source_table

from followup.analysis.people.staff import AGE_GROUPS, PROTECTED, SEXES, TOTAL, difference
from followup.analysis.people.staff_comparison import sickness_differences, yearly_measures
from followup.analysis.people.staff_protection import of_yearly
from followup.ground.figure import PERCENT, PERCENTAGE_POINTS, Cells, Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.sections.shared import staff_sentences
from tests.figure_tables import table_of
from tests.people_limits import hiding
from tests.sentence_reports import text

NAMES = (TOTAL, *SEXES.values(), *AGE_GROUPS.values())


def percent(value: float | None) -> Figure:
    """None is protected."""
    return Figure.missing(PROTECTED, PERCENT) if value is None else Figure(value, PERCENT)


def rates(this_year, last_year) -> FigureTable[str]:
    """Per cent for the whole, women, men and the three ages."""
    rows = {}
    for name, now, before in zip(NAMES, this_year, last_year, strict=True):
        now, before = percent(now), percent(before)
        rows[name] = {"this_year": now, "last_year": before, "change": difference(now, before)}
    return table_of(rows)


def told(this_year, last_year, month: int = 8) -> list[str]:
    frame = rates(this_year, last_year)
    report = SimpleNamespace(
        sickness=frame, sickness_differences=sickness_differences(frame), period=Period(2024, month)
    )
    return [text(sentence) for sentence in staff_sentences.by_sex_and_age(report)]


def test_in_the_course_of_the_year():
    assert told((6.0, 7.0, 4.5, 5.0, 6.0, 7.2), (5.8, 6.6, 4.4, 5.2, 5.7, 6.5)) == [
        "Kvinnors sjukfrånvaro är 7,0 procent och mäns 4,5 procent: en skillnad på 2,5 procentenheter.",
        "Skillnaden mellan könen har ökat med 0,3 procentenheter sedan samma månader i fjol.",
        "I åldersgruppen minst 50 år är sjukfrånvaron högst, 7,2 procent, och i gruppen högst 29 år lägst, 5,0 "
        "procent.",
        "Sedan samma månader i fjol har sjukfrånvaron ökat mest i åldersgruppen minst 50 år, med 0,7 procentenheter.",
        "Sedan samma månader i fjol har sjukfrånvaron minskat mest i åldersgruppen högst 29 år, med 0,2 "
        "procentenheter.",
    ]


def test_when_the_year_is_over():
    assert told((6.0, 4.5, 7.0, 5.0, 6.0, 7.2), (6.0, 6.6, 4.4, 5.0, 6.0, 7.2), 12) == [
        "Kvinnors sjukfrånvaro var 4,5 procent och mäns 7,0 procent: en skillnad på 2,5 procentenheter.",
        "2023 var det kvinnor som hade högre sjukfrånvaro.",
        "I åldersgruppen minst 50 år var sjukfrånvaron högst, 7,2 procent, och i gruppen högst 29 år lägst, 5,0 "
        "procent.",
        "Jämfört med 2023 ökade sjukfrånvaron mest bland män, med 2,6 procentenheter.",
        "Jämfört med 2023 minskade sjukfrånvaron mest bland kvinnor, med 2,1 procentenheter.",
    ]


def test_groups_that_are_alike_in_the_table_are_named_together():
    found = told((6.3, 7.33, 4.5, 6.2, 6.5, 7.34), (6.0, 7.0, 4.4, 6.0, 6.2, 7.0))
    assert found[-1] == (
        "Sedan samma månader i fjol har sjukfrånvaron ökat mest bland kvinnor och i åldersgrupperna 30–49 år och minst "
        "50 år, med 0,3 procentenheter."
    )


def test_the_gap_between_the_sexes_in_the_past_tense():
    assert told((6.0, 7.0, 4.5, 5.0, 6.0, 7.2), (5.8, 6.6, 4.4, 5.2, 5.7, 6.5), 12)[1] == (
        "Skillnaden mellan könen ökade med 0,3 procentenheter jämfört med 2023."
    )


def test_nothing_has_changed():
    same = (6.0, 6.0, 6.0, 5.0, 6.0, 7.0)
    assert told(same, same) == [
        "Kvinnors sjukfrånvaro är 6,0 procent och mäns 6,0 procent.",
        "Skillnaden mellan könen är oförändrad mot samma månader i fjol.",
        "I åldersgruppen minst 50 år är sjukfrånvaron högst, 7,0 procent, och i gruppen högst 29 år lägst, 5,0 "
        "procent.",
        "Ingen grupps sjukfrånvaro har ändrats sedan samma månader i fjol.",
    ]


def test_a_tenth_of_a_percentage_point_is_no_news():
    # 7,0 − 4,5 = 2,5 and 6,9 − 4,5 = 2,4: the gap has moved by one step of what is shown, and no group by more.
    found = told((6.0, 7.0, 4.5, 5.1, 5.9, 7.2), (5.9, 6.9, 4.5, 5.0, 6.0, 7.2), 12)
    assert found[1] == "Skillnaden mellan könen var i stort sett oförändrad mot 2023."
    assert found[3:] == ["Ingen grupps sjukfrånvaro ändrades med mer än 0,1 procentenheter jämfört med 2023."]
    # Beside a change that is one, it is not told as the largest fall.
    found = told((6.0, 7.0, 4.5, 5.0, 5.9, 7.2), (5.9, 6.8, 4.5, 5.0, 6.0, 7.2))
    assert found[3:] == [
        "Sedan samma månader i fjol har sjukfrånvaron ökat mest bland kvinnor, med 0,2 procentenheter."
    ]


def test_a_small_group_is_not_shown_and_not_given_away():
    few = (6.0, None, None, None, 6.0, 7.0)
    assert told(few, few) == [
        "Sjukfrånvaron för kvinnor och män visas inte, eftersom uppgifter om ett fåtal anställda annars skulle röjas.",
        "Bland de åldersgrupper som visas är sjukfrånvaron högst i gruppen minst 50 år, 7,0 procent, och lägst i "
        "gruppen 30–49 år, 6,0 procent. Gruppen högst 29 år visas inte.",
        "Ingen av de visade gruppernas sjukfrånvaro har ändrats sedan samma månader i fjol.",
    ]


def test_where_no_group_is_shown_that_is_said_once():
    few = (6.0, None, None, None, None, None)
    assert told(few, few) == [
        "Sjukfrånvaron efter kön och ålder visas inte, eftersom uppgifter om ett fåtal anställda annars skulle röjas."
    ]


def test_what_has_changed_most_is_said_of_the_groups_that_are_shown():
    found = told((6.0, 6.3, 5.0, None, 6.0, None), (6.0, 6.0, 5.4, None, 6.0, None), 12)
    assert found[2:] == [
        "Sjukfrånvaron efter ålder jämförs inte, eftersom uppgifter om ett fåtal anställda annars skulle röjas.",
        "Bland de grupper som visas ökade sjukfrånvaron mest hos kvinnor jämfört med 2023, med 0,3 procentenheter.",
        "Bland de grupper som visas minskade sjukfrånvaron mest hos män jämfört med 2023, med 0,4 procentenheter.",
    ]
    among = told((6.0, 6.0, 6.0, 6.3, None, 6.3), (6.0, 6.0, 6.0, 6.0, None, 6.0))[-1]
    assert among == (
        "Bland de grupper som visas har sjukfrånvaron ökat mest i åldersgrupperna högst 29 år och minst 50 år sedan "
        "samma månader i fjol, med 0,3 procentenheter."
    )


def test_a_difference_with_a_protected_side_has_neither_value_nor_cells():
    known = Figure(6.0, PERCENT, (Cells.of("personal.xlsx", "Sjukfrånvaro", "F", [6]),))
    found = difference(known, Figure.missing(PROTECTED, PERCENT))
    assert (found.value, found.why, found.unit, found.origin) == (None, PROTECTED, PERCENTAGE_POINTS, ())


def test_differences_are_in_percentage_points_and_so_is_their_change():
    found = sickness_differences(rates((6.0, 7.0, 4.5, 5.0, 6.0, 7.2), (5.8, 6.6, 4.4, 5.2, 5.7, 6.5)))
    values = {name: {year: round(one.value, 6) for year, one in row.figures.items()} for name, row in found.rows()}
    assert values == {
        "Kvinnor jämfört med män": {"this_year": 2.5, "last_year": 2.2, "change": 0.3},
        "Högst 29 år jämfört med alla": {"this_year": -1.0, "last_year": -0.6, "change": -0.4},
        "30–49 år jämfört med alla": {"this_year": 0.0, "last_year": -0.1, "change": 0.1},
        "Minst 50 år jämfört med alla": {"this_year": 1.2, "last_year": 0.7, "change": 0.5},
    }
    assert {figure.unit for figure in found.figures("change")} == {PERCENTAGE_POINTS}


YEARLY = """
year  indicator  sex    respondents  value
2023  HME        all    90           78
2024  HME        all    92           80
2024  HELTID     all    68           73.4
2024  HELTID     women  60           71.5
2024  HELTID     men    8            88
2023  HELTID     women  60           70
2023  HELTID     men    40           87
"""


def test_yearly_measures_of_both_years_hide_the_sex_that_could_be_worked_out():
    indicators = [
        SimpleNamespace(code="HME", unit="index", frequency="year", decimals=0),
        SimpleNamespace(code="HELTID", unit="%", frequency="year", decimals=1),
        SimpleNamespace(code="OSA", unit="index", frequency="year", decimals=0),
        SimpleNamespace(code="SJUKFRANVARO", unit="%", frequency="month", decimals=1),
    ]
    table = source_table(YEARLY)
    extract = replace(table, frame=table.frame.assign(committee="DNKS"))
    withheld = {one.code: of_yearly([extract], one.code, one.decimals, hiding(10)).of("DNKS") for one in indicators}
    found = yearly_measures(table, indicators, Period(2024, 12), withheld)
    shown = [
        (
            row.entries["indicator"].code,
            row.text("sex"),
            *(row[name].value for name in ("this_year", "last_year", "change")),
        )
        for _, row in found.rows()
    ]
    assert shown == [
        ("HME", "all", 80, 78, 2),
        ("HELTID", "women", None, 70, None),
        ("HELTID", "men", None, 87, None),
        ("HELTID", "all", 73.4, None, None),
        ("OSA", "all", None, None, None),
    ]
    assert [figure.why for figure in found.figures("change")] == ["", PROTECTED, PROTECTED, "saknas", "saknas"]


@pytest.mark.parametrize(
    ("now", "before", "period", "expected"),
    [
        (2.0, 1.5, Period(2024, 2), "januari–februari 2024 är 2,0 procent, 0,5 procentenheter högre än samma månader i "
         "fjol."),
        (8.0, 9.0, Period(2024, 12), "januari–december 2024 var 8,0 procent, 1,0 procentenheter lägre än 2023."),
        (2.0, 2.0, Period(2024, 4), "januari–april 2024 är 2,0 procent, oförändrat mot samma månader i fjol."),
        (None, 2.0, Period(2024, 12), "visas inte, eftersom uppgifter om ett fåtal anställda annars skulle röjas."),
        (2.0, None, Period(2024, 4), "januari–april 2024 är 2,0 procent."),
    ],
)  # fmt: skip
def test_turnover(now, before, period, expected):
    row = {"this_year": percent(now), "last_year": percent(before)}
    frame = table_of({"Personalomsättning": row})
    found = staff_sentences.turnover_sentence(SimpleNamespace(turnover=frame, period=period))
    assert text(found) == f"Personalomsättningen {expected}"
