"""Sheet Fokusområden against the plan: a row that decides on nothing, and two that decide on the same."""

from types import SimpleNamespace

from followup.checks.region import focus_area_rows
from followup.ground.errors import Problem, Severity
from followup.tables.focus_area_rows import rows_of, unknown_areas
from tests.cases import case_of
from tests.tables import source_table

PLAN = SimpleNamespace(
    year=2024,
    roots=[SimpleNamespace(code="1", name="Digitalt först"), SimpleNamespace(code="2", name="Vård - nära dig")],
)
CODES = {root.name: root.code for root in PLAN.roots}


def problems(text: str) -> list[Problem]:
    params = SimpleNamespace(plans={2024: PLAN})
    return list(focus_area_rows.check(case_of(params=params, focus_area_assessments=source_table(text))))


def test_a_focus_area_is_named_by_code_or_by_name_in_any_case():
    text = """
        focus_area       assessment
        DIGITALT FÖRST   on_track
        2                off_track
    """
    rows = source_table(text)
    assert rows_of(rows, "1", "Digitalt först").text("assessment") == "on_track"
    assert rows_of(rows, "2", "Vård - nära dig").text("assessment") == "off_track"
    assert len(rows_of(rows, "3", "Klimat")) == 0
    assert problems(text) == []


def test_a_row_about_no_focus_area_is_a_warning():
    text = """
        focus_area       assessment
        Kultur           on_track
        Digitalt främst  on_track
    """
    assert unknown_areas(source_table(text), CODES) == ["Kultur", "Digitalt främst"]
    assert problems(text) == [
        Problem(
            "prov.xlsx",
            "Blad1",
            "A5",
            "”Kultur” är inget fokusområde i planen, och raden används inte.",
            "Planen för 2024 har ”Digitalt först” och ”Vård - nära dig”.",
            "Skriv fokusområdets namn eller kod som i planen.",
            Severity.WARNING,
        ),
        Problem(
            "prov.xlsx",
            "Blad1",
            "A6",
            "”Digitalt främst” är inget fokusområde i planen, och raden används inte.",
            "Planen för 2024 har ”Digitalt först” och ”Vård - nära dig”.",
            "Menades ”Digitalt först”?",
            Severity.WARNING,
        ),
    ]


def test_two_decisions_on_one_focus_area_are_an_error():
    assert problems("""
        focus_area       assessment
        1                on_track
        Digitalt först   off_track
    """) == [
        Problem(
            "prov.xlsx",
            "Blad1",
            "A5:A6",
            "Fokusområdet ”Digitalt först” har 2 rader.",
            "Ett fokusområde har en bedömning, och raden anger det med kod eller namn.",
            "Ta bort den rad som inte gäller.",
        )
    ]


def test_the_example_of_the_catalogue():
    (found,) = problems("""
        focus_area  assessment
        Kultur      on_track
    """)
    assert found.message == focus_area_rows.RULE.example
