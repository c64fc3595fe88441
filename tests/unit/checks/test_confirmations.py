"""What is unlikely stops a report until somebody confirms it, and stops it again when the value changes."""

from collections.abc import Iterator

import pytest
import workbooks
from workbooks import DNKS, STAFF, edit

from followup.checks import registry
from followup.checks.common.case import Case
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at
from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.sources import check_period, load_sources
from tests.small_set import problems_for

APRIL = Period(2024, 4)
REAL_RULES = registry.RULES


def forecasts_that_end_in_seven(case: Case) -> Iterator[Problem]:
    for row in case["forecast"].rows():
        value = row.figure("forecast").value
        if value is not None and round(abs(value) / 1e6) % 10 == 7:
            shown = f"{value / 1e6:.0f} mnkr".replace("-", "−")
            yield at(row, "forecast", f"Prognosen är {shown}.", "Inga sjuor väntas.", "Rätta talet.", value=shown)


def leavers(case: Case) -> Iterator[Problem]:
    for row in case["turnover"].rows():
        if row.figure("leavers").value == 7:
            yield at(row, "leavers", "Här står 7.", "Inga sjuor väntas.", "Rätta talet.", value="7")


def rule(code: str, check, *needs: str, **changes) -> Rule:
    return Rule(code, "Prov", "Prov.", check, needs, "Prov.", **{"may_be_confirmed": True} | changes)


@pytest.fixture(autouse=True)
def rules(monkeypatch):
    """Two rules that no real one interferes with."""
    given = (rule("sjuor", forecasts_that_end_in_seven, "forecast"), rule("avgangar", leavers, "turnover"))
    monkeypatch.setattr(registry, "RULES", given)
    monkeypatch.setattr(registry, "refuse_unknown_limits", lambda params: None)


CONFIRMED = """
confirmations:
  - workbook: {workbook}
    sheet: {sheet}
    cell: {cell}
    rule: {rule}
    value: "{value}"
    why: Beslutat av fullmäktige den 24 april 2024.
    decided_by: controller, Kultur och skola
    decided_on: "2024-05-13"
"""


@pytest.fixture
def confirming(tmp_path):
    """Params with one confirmation."""

    def write(workbook=DNKS, sheet="Prognos", cell="C3", rule="sjuor", value="−97 mnkr"):
        text = CONFIRMED.format(workbook=workbook, sheet=sheet, cell=cell, rule=rule, value=value)
        return load_params(workbooks.write_params(tmp_path / "confirmed", confirmations=text))

    return write


def test_an_unlikely_value_stops_the_report_and_says_how_it_is_confirmed(data, params):
    edit(data / DNKS, "Prognos", {"C3": 97})
    with pytest.raises(ReportError) as caught:
        load_sources(subject_of(data, APRIL, "DNKS", params))
    (problem,) = caught.value.problems
    assert problem == Problem(
        DNKS,
        "Prognos",
        "C3",
        "Prognosen är −97 mnkr.",
        "Inga sjuor väntas.",
        "Rätta talet. Är det rätt ändå: bekräfta det i params/confirmations.yml med regeln sjuor och värdet "
        "”−97 mnkr”.",
    )
    assert (problem.rule, problem.value) == ("sjuor", "−97 mnkr")


def test_what_the_error_says_lets_the_report_through_and_is_listed(data, confirming):
    edit(data / DNKS, "Prognos", {"C3": 97})
    sources = load_sources(subject_of(data, APRIL, "DNKS", confirming()))
    (applied,) = sources.confirmations
    assert applied.place == f"{DNKS}, blad Prognos, cell C3"
    assert (applied.found, applied.value) == ("Prognosen är −97 mnkr.", "−97 mnkr")
    assert applied.why == "Beslutat av fullmäktige den 24 april 2024."
    assert (applied.decided_by, applied.decided_on) == ("controller, Kultur och skola", "2024-05-13")
    assert sources.problems == ()


def test_the_value_may_be_typed_with_a_hyphen(data, confirming):
    edit(data / DNKS, "Prognos", {"C3": 97})
    assert load_sources(subject_of(data, APRIL, "DNKS", confirming(value="-97 MNKR"))).confirmations


@pytest.mark.parametrize(
    "changes", [{"value": "−96 mnkr"}, {"cell": "C4"}, {"rule": "avgangar"}, {"workbook": STAFF, "sheet": "Prognos"}]
)
def test_it_silences_exactly_that_finding(data, confirming, changes):
    edit(data / DNKS, "Prognos", {"C3": 97})
    with pytest.raises(ReportError) as caught:
        load_sources(subject_of(data, APRIL, "DNKS", confirming(**changes)))
    assert [problem.cell for problem in caught.value.problems] == ["C3"]


def test_it_expires_when_the_value_changes_and_that_is_told(data, confirming):
    edit(data / DNKS, "Prognos", {"C3": 107})
    params = confirming()
    found = problems_for(data, params)
    assert sorted(problem.severity for problem in found) == [Severity.ERROR, Severity.WARNING]
    edit(data / DNKS, "Prognos", {"C3": 96})
    (outdated,) = load_sources(subject_of(data, APRIL, "DNKS", params)).problems
    assert outdated == Problem(
        DNKS,
        "Prognos",
        "C3",
        "Bekräftelsen av ”−97 mnkr” gäller inte längre: regeln sjuor finner inte det värdet här.",
        "En bekräftelse gäller bara det värde som den skrevs för.",
        "Ta bort bekräftelsen ur params/confirmations.yml. Gäller den ett nytt värde: bekräfta det på nytt.",
        Severity.WARNING,
    )


def test_a_confirmation_in_a_shared_sheet_is_its_own_committees(data, confirming):
    # Row 2 is DNKS's and row 3 DNKT's.
    edit(data / STAFF, "Personalomsättning", {"D3": 7})
    params = confirming(STAFF, "Personalomsättning", "D3", "avgangar", "7")
    found = check_period(data, APRIL, params)
    assert found == {"DNKS": (), "DNKT": ()}
    assert len(load_sources(subject_of(data, APRIL, "DNKT", params)).confirmations) == 1
    assert load_sources(subject_of(data, APRIL, "DNKS", params)).confirmations == ()


def test_what_is_about_people_stands_in_no_report(data, confirming, monkeypatch):
    private = rule("avgangar", leavers, "turnover", about_people=True)
    monkeypatch.setattr(registry, "RULES", (private,))
    edit(data / STAFF, "Personalomsättning", {"D2": 7})
    params = confirming(STAFF, "Personalomsättning", "D2", "avgangar", "7")
    sources = load_sources(subject_of(data, APRIL, "DNKS", params))
    (applied,) = sources.confirmations
    assert (applied.found, applied.value) == (
        "Vad som står i cellen gäller anställda och visas inte.",
        "",
    )
    assert applied.why == "Beslutat av fullmäktige den 24 april 2024."
    # Nor does the value of one that no longer applies: that is a note for whoever can remove it.
    edit(data / STAFF, "Personalomsättning", {"D2": 2})
    sources = load_sources(subject_of(data, APRIL, "DNKS", params))
    assert sources.problems == ()
    assert [(note.severity, note.found) for note in sources.notes] == [
        (Severity.NOTE, "Vad som står i cellen gäller anställda och visas inte.")
    ]


def test_rules_about_people_give_errors_alone():
    """A warning stands in the report, and so would the numbers in it."""
    private = [one for one in REAL_RULES if one.about_people]
    assert {one.code for one in private} >= {"sjuktimmar", "sjukfranvarons-niva", "anstallda-och-avgangar"}
    assert {severity for one in private for severity in one.severities} == {Severity.ERROR}


def test_what_is_impossible_cannot_be_confirmed(data, confirming, monkeypatch):
    strict = rule("sjuor", forecasts_that_end_in_seven, "forecast", may_be_confirmed=False)
    monkeypatch.setattr(registry, "RULES", (strict,))
    edit(data / DNKS, "Prognos", {"C3": 97})
    with pytest.raises(ReportError) as caught:
        load_sources(subject_of(data, APRIL, "DNKS", confirming()))
    assert [problem.remedy for problem in caught.value.problems] == ["Rätta talet."]


def test_a_cause_silences_what_would_follow_from_it(data, params, monkeypatch):
    def wrong_workbook(case: Case) -> Iterator[Problem]:
        yield at(case["cover"], "committee", "Fel bok.", "Rätt bok väntas.", "Byt bok.")

    cause = rule("orsak", wrong_workbook, "cover", may_be_confirmed=False, is_cause=True)
    monkeypatch.setattr(registry, "RULES", (cause, *registry.RULES))
    edit(data / DNKS, "Prognos", {"C3": 97})
    edit(data / STAFF, "Personalomsättning", {"D2": 7})
    # The forecast stands in the wrong workbook, the staff do not.
    assert {problem.rule for problem in problems_for(data, params)} == {"avgangar", "orsak"}


def test_an_entry_without_a_reason_is_refused(tmp_path):
    text = CONFIRMED.format(workbook=DNKS, sheet="Prognos", cell="C3", rule="sjuor", value="7").replace(
        "why: Beslutat av fullmäktige den 24 april 2024.", 'why: " "'
    )
    with pytest.raises(ReportError) as caught:
        load_params(workbooks.write_params(tmp_path / "faulty", confirmations=text))
    assert str(caught.value) == (
        "params/confirmations.yml, rad 8: Texten är tom. Det som står här visas i rapporten. Skriv en text."
    )
