"""docs/planerna.md: all that a plan promises is in params and its document, and is followed up or not with a reason."""

from types import SimpleNamespace

import pytest

from followup.command import plan_catalogue
from followup.command.plan_catalogue import Content, catalogue, contents, unaccounted
from followup.ground.paths import PROJECT
from followup.params.loading import load_params

PARAMS = load_params(PROJECT / "params")
PLANS = [plan for plan in PARAMS.all_plans if not plan.title.startswith("Exempelplan")]


@pytest.mark.slow
def test_the_page_is_what_the_plans_give():
    page = (PROJECT / "docs" / "planerna.md").read_text(encoding="utf-8")
    assert page == catalogue(PARAMS), "run make docs"


@pytest.mark.slow
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_everything_of_a_plan_is_accounted_for(plan):
    found = list(contents(plan, PARAMS))
    assert [said for one in found if (said := unaccounted(one))] == []
    # Every level and every other kind of content that there is has been counted in the source.
    assert [one.label for one in found if one.counted is None] == []


def test_every_plan_has_been_counted_in_its_source():
    assert [plan.stem for plan in PLANS if not plan.in_source] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (Content("mal", "Mål", 2, "", ("A", "B"), ("A", "B"), ("A", "B"), ""), ""),
        (Content("mal", "Mål", 3, "", ("A", "B"), ("A", "B"), ("A", "B"), ""), "Mål: 3 i källan, 2 i params"),
        (Content("mal", "Mål", 2, "", ("A", "B"), ("A",), ("A", "B"), ""), "Mål: dokumentet saknar B"),
        (Content("mal", "Mål", 2, "", ("A", "B"), ("A", "B"), ("A",), ""), "Mål: utan uppföljning och skäl B"),
        (Content("mal", "Mål", 2, "", ("A", "B"), ("A", "B"), ("A",), "Ett skäl"), ""),
    ],
)
def test_what_does_not_add_up_is_said(content, said):
    assert unaccounted(content) == said


def test_only_a_call_of_one_section_shows_blocks():
    report = object()
    assert list(plan_catalogue._blocks("report.size", report)) == []
    assert list(plan_catalogue._blocks("report = open_report(committee, period, data)", report)) == []
    assert list(plan_catalogue._blocks("[str(cells) for cells in report.net.origin]", report)) == []


@pytest.mark.parametrize("kind", ["mal", "tables", "targets", "promises"])
def test_a_plan_for_a_year_without_reports_says_so(kind):
    """A new year's plan is transcribed before its follow-ups stand in the calendar."""
    why = "Det finns ännu ingen uppföljning av planen bland exempeldata."
    assert plan_catalogue._followed(PARAMS.plans[2024], kind, ("A",), "") == ((), why)
    empty = SimpleNamespace(calendar=SimpleNamespace(periods=()))
    assert plan_catalogue._document(PARAMS.plans[2024], empty) == ""
