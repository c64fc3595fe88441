"""Every plan in params/plans can be followed up: each entry gets a status, and the counts of all levels add up."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from plan_texts import SMALL, plan_of
from tables import source_table

from followup.checks.rows import plan_status_rows
from followup.document.block_html import block_html
from followup.document.plain import block_text
from followup.ground.period import Period
from followup.params.calendar import ReportKind
from followup.params.loading import load_params
from followup.params.subject import Subject
from followup.reports.plan import PlanReport
from followup.sections.plan import register as plan_register
from followup.sections.plan import statuses as plan_statuses
from followup.tables.plan_statuses import entry_in
from tests.cases import case_of

PARAMS = load_params()
STATUSES = ("done", "on_schedule", "delayed", "not_started", "cancelled")
ASSESSMENTS = ("on_track", "uncertain", "off_track", "not_assessed")


def sheet(*plans) -> object:
    """A made-up status for every entry that is followed, each code of the scale in turn; the last entry has none."""
    lines = ["node   status   responsible   comment"]
    for plan in plans:
        words = STATUSES if plan.scale == "assignment" else ASSESSMENTS
        for number, node in enumerate(plan.followed_nodes[:-1] or plan.followed_nodes):
            code = node.code if plan is plans[0] else f"{plan.stem}/{node.code}"
            lines.append(f"{code}   {words[number % len(words)]}   Strateg   Påhittad.")
    return source_table("\n".join(lines))


def report(committee: str, year: int, plans, params=PARAMS) -> PlanReport:
    others = tuple(one for one in params.all_plans if committee not in (one.owner, *one.reported_by))
    params = params.model_copy(update={"all_plans": (*others, *plans)})
    kind = ReportKind("", "Uppföljning", "", "", "plan_follow_up", f"Uppföljning {year}")
    sources = SimpleNamespace(
        subject=Subject(params.committees[committee], Period(year, 12), kind, Path("data"), params),
        is_example=True,
        data_date=date(year, 12, 31),
        files=(),
        plan_statuses=sheet(*plans),
        earlier_tables={},
    )
    return PlanReport(sources)


def shown(*blocks) -> str:
    flat = [one for block in blocks for one in (block if isinstance(block, tuple) else (block,))]
    assert all(block_html(one) for one in flat)
    ids = [one.id for one in flat]
    assert len(ids) == len(set(ids))
    return "\n".join(block_text(one) for one in flat).replace("\u00a0", " ")


@pytest.mark.parametrize("plan", PARAMS.all_plans, ids=lambda plan: plan.stem)
def test_every_plan_is_followed_up(plan):
    document = report(plan.owner, plan.year, [plan])
    whole = len(plan.followed_nodes)
    assert list(document.statuses.names) == [node.code for node in plan.followed_nodes]
    counts = {code: figure.value for code, figure in document.status_counts.items()}
    assert sum(counts.values()) == whole
    assert counts["no_status"] == 1
    # The counts of the outermost entries add up to the plan's.
    by_root = document.statuses_by_root
    for code, count in counts.items():
        assert sum(figure.value for figure in by_root.figures(code)) == count
    problems = list(told(document, [plan]))
    assert [problem.found for problem in problems] == [f"Rader saknas för ”{plan.followed_nodes[-1].code}”."]

    found = shown(
        plan_statuses.tiles(document),
        plan_statuses.in_brief(document),
        plan_statuses.chart(document),
        plan_statuses.counts(document),
        plan_statuses.lower_levels(document),
        plan_register.worse(document),
        plan_register.missing(document),
        plan_register.everything(document),
    )
    assert f"{plan.followed_nodes[-1].code} {plan.followed_nodes[-1].name}" in found
    for root in plan.roots:
        assert f"{plan.level(root.level).name} {root.code}: {root.name}" in found
    assert plan_register.other_plans(document) == ()


def test_a_second_plan_of_the_year_is_followed_up_as_a_second_part():
    first = plan_of()
    second = plan_of(SMALL.replace("title: Provplan", "title: Andra planen"))
    second = type(second)(**{**vars(second), "stem": "2018-andra"})
    document = report("RS", 2018, [first, second])
    (part,) = document.others
    assert (document.plan.title, part.plan.title) == ("Provplan", "Andra planen")
    # Four of five have a status in each, though the codes are the same.
    for one in (document, part):
        assert one.statuses.texts("status") == ["done", "on_schedule", "delayed", "not_started", "no_status"]
    found = shown(plan_register.everything(document), plan_register.other_plans(document))
    assert "Uppföljning av Andra planen" in found
    assert [problem.found for problem in told(document, [first, second])] == [
        "Rader saknas för ”3”.",
        "Rader saknas för ”3”.",
    ]


def test_a_code_of_the_second_plan_alone_needs_no_prefix():
    first, second = plan_of(), PARAMS.plans_of("RS", 2024)[0]
    code = second.followed_nodes[0].code
    assert entry_in([first, second], code)[0] is second
    assert entry_in([first, second], f"{second.stem}/{code}")[1].code == code
    assert entry_in([first, second], "1.1.1")[0] is first
    assert entry_in([first, second], "finns inte") is None


def test_research_and_innovation_is_followed_like_any_assignment():
    (plan,) = PARAMS.plans_of("RS", 2024)
    rows = plan_statuses.counts(report("RS", 2024, [plan])).rows
    # Four activities: done, on schedule, delayed, and one without a status.
    assert [cell.text for cell in rows[-1].cells] == ["Hela planen", "4", "1", "1", "1", "0", "0", "1"]
    assert [row.text("status") for _, row in report("RS", 2024, [plan]).worse.rows()] == ["delayed"]


def told(document, plans):
    """What the rule has to say of a follow-up's statuses, held against these plans early in their year."""
    params = SimpleNamespace(plans_of=lambda owner, year: plans)
    period = f"{plans[0].year}-04"
    return plan_status_rows.check(case_of(period, params, plan_statuses=document.sources.plan_statuses))
