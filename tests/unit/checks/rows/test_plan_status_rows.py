"""What is wrong in a follow-up's sheet, in whole sentences."""

from types import SimpleNamespace

from cases import case_of
from plan_texts import SMALL, plan_of
from tables import source_table

from followup.checks.rows import plan_status_rows

ALL = """
    node   name  status
    1.1.1  .     done
    1.1.2  .     done
    1.2    .     done
    2.1.1  .     done
    3      .     done
"""


def told(text: str, plans=None) -> list[str]:
    return [str(problem) for problem in problems(text, plans)]


def problems(text: str, plans=None, period="2024-04"):
    found = [plan_of()] if plans is None else plans
    params = SimpleNamespace(plans_of=lambda owner, year: found)
    return list(plan_status_rows.check(case_of(period, params, plan_statuses=source_table(text))))


def test_a_whole_sheet_has_no_problems():
    assert problems(ALL) == []


def test_an_unknown_entry_is_told_with_the_nearest():
    (found,) = [one for one in problems(ALL.replace("1.1.2", "Modellen")) if "Modellen" in one.found]
    assert (found.cell, found.found, found.expected, found.remedy) == (
        "A6",
        "”Modellen” finns inte i planen.",
        "En kod eller ett namn i params/plans/2018.yml väntas.",
        "Menades ”Modell”?",
    )


def test_an_entry_above_what_is_followed_may_be_assessed_as_a_whole():
    assert problems(ALL + "    1.1    .  done\n    Konkurrenskraft    .  delayed\n") == []


def test_a_name_that_stands_twice_asks_for_its_code():
    (found,) = [one for one in problems(ALL.replace("2.1.1", "Forum")) if "Forum" in one.found]
    assert (found.found, found.expected, found.remedy) == (
        "Namnet ”Forum” står på flera ställen i planen.",
        "Koderna för dem är 1.1.1, 2.1.1.",
        "Skriv koden i stället för namnet.",
    )


def test_the_same_entry_twice_is_an_error():
    (found,) = problems(ALL + "    Modell  .  delayed\n")
    assert (found.found, found.remedy) == (
        "”Modell” är samma aktivitet som ”1.1.2”.",
        "Ta bort den ena raden eller rätta koden.",
    )


def test_a_row_with_another_entrys_name_is_an_error():
    (found,) = problems(ALL.replace("1.1.2  .     ", "1.1.2  Konkurrenskraft  "))
    assert (found.severity.name, found.cell) == ("ERROR", "A6")
    assert (found.found, found.expected, found.remedy) == (
        "”1.1.2” har benämningen ”Konkurrenskraft”, som är posten 2 i planen.",
        "Koden och benämningen är samma post: 1.1.2 är ”Modell”.",
        "Rätta den som är fel, och kontrollera radens status. Har en kolumn sorterats eller flyttats för sig: lägg "
        "tillbaka den.",
    )


def test_a_column_that_has_moved_is_told_once():
    (found,) = problems(
        ALL.replace("1.1.2  .     ", "1.1.2  Konkurrenskraft  ").replace("3      .     ", "3      Modell  ")
    )
    assert found.cell == "A6,A9"
    assert found.found.endswith(" Så är det på 2 rader.")


def test_the_own_name_or_one_of_no_entry_may_stand_beside_the_code():
    # ”Forum” is both 1.1.1 and 2.1.1.
    names = ALL.replace("1.1.2  .     ", "1.1.2  MODELL  ").replace("1.1.1  .     ", "1.1.1  Forum  ")
    assert problems(names.replace("3      .     ", "3      Med egna ord  ")) == []


def test_what_has_no_row_is_a_warning():
    (found,) = problems("""
        node   name  status
        1.1.1  .     done
    """)
    assert found.severity.name == "WARNING"
    assert (found.found, found.remedy) == (
        "Rader saknas för ”1.1.2”, ”1.2”, ”2.1.1”, ”3”.",
        "Lägg till raderna. Utan dem står det i rapporten att status saknas.",
    )


def test_an_entry_whose_year_has_passed_is_done_late_or_dropped():
    plans = [plan_of(SMALL.replace('{code: "1.1.2", name: Modell', '{code: "1.1.2", name: Modell, due: "2018"'))]
    on_schedule = ALL.replace("1.1.2  .     done", "1.1.2  .     on_schedule")
    assert problems(on_schedule, plans, "2018-10") == []
    for status in ("done", "delayed", "cancelled"):
        assert problems(ALL.replace("1.1.2  .     done", f"1.1.2  .     {status}"), plans, "2018-12") == []
    (found,) = problems(on_schedule, plans, "2018-12")
    assert (found.severity.name, found.cell) == ("WARNING", "C6")
    assert (found.found, found.expected, found.remedy) == (
        "”1.1.2” skulle vara klart senast 2018 enligt planen, och statusen säger varken att det är klart eller "
        "försenat.",
        "Det som skulle vara klart under perioden till och med december 2018 är klart, försenat eller avfört.",
        "Rätta statusen. Rapporten visar den som den är lämnad.",
    )


def test_a_committee_without_a_plan_has_nothing_to_follow_up():
    (found,) = problems(ALL, plans=[])
    assert found.found == "Nämnden har ingen plan för året att följa upp."


def test_the_example_of_the_catalogue():
    found = problems(ALL.replace("1.1.2", "Modellen"))
    assert plan_status_rows.RULE.example in [problem.message for problem in found]
