"""The first page of a plan document: cover, tiles, and what the plan is in a few sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from followup.analysis.plan.plan_hierarchy import followed_by_level, unfollowed_by_level
from followup.document.blocks import Cover, Text, Tile, Tiles
from followup.document.cells import Sentence, cell_of
from followup.ground import swedish
from followup.ground.figure import COUNT, Figure, joined
from followup.sections.plan.entries import counted_by_level, followed_words
from followup.sections.shared.covers import cover_of
from followup.sections.shared.verdicts import sign_of

if TYPE_CHECKING:
    from followup.params.plans import Plan
    from followup.reports.plan import PlanReport


def cover(report: PlanReport) -> Cover:
    """Nobody has handed a plan in, so its source stands there; it is decided where the source says so.

    A committee without a plan of its own has a document of what the region's plan gives it, which is called that; so
    has one whose first is not followed up, such as a paper that nobody has decided.
    """
    plan, region_plan = report.plan, report.region_plan
    sources = swedish.list_of(one.source for one in report.sources_of_plan)
    source = f"Källa: {sources}" if sources else "Planen saknas."
    title = ""
    if plan is None and region_plan is not None:
        title = f"Mål och budgetram {report.period.year}"
        source = f"Nämnden har ingen egen plan bland underlagen. Här står vad {region_plan.title} ger den. {source}"
    elif plan is not None and plan.not_followed and region_plan is not None:
        title = f"Mål och budgetram {report.period.year}"
        source = (
            "Nämnden har ingen egen verksamhetsplan bland underlagen. Här står vad "
            f"{region_plan.title} ger den, och {plan.title}. {source}"
        )
    elif plan is not None and plan.decided:
        source = f"{_decided(plan)} {source}"
    status = "no_plan" if plan is None else "decided" if plan.decided else "not_told"
    return cover_of(
        report,
        scale="plan_decision",
        status=status,
        title=title,
        handed_in=source,
        extracted=bool(report.sources.files),
    )


def _decided(plan: Plan) -> str:
    """Who decided the plan, and when, as far as its source says: the status has said that it is decided."""
    decided = plan.decided
    assert decided is not None  # asked of a decided plan alone
    return f"Beslut: {decided.by}{f' {swedish.day_of(decided.on)}' if decided.on else ''}."


def tiles(report: PlanReport) -> Tiles:
    """What is followed up, the frame, and what there is of investments, indicators and changes: four at most."""
    found = [*_followed(report), *_frame(report), *_investments(report), *_indicators(report)]
    return Tiles(id="nyckeltal", tiles=tuple(found[:4]))


def _followed(report: PlanReport) -> list[Tile]:
    found = []
    plan = report.plan
    if plan is not None:
        followed = followed_by_level(plan)
        inner = plan.level(plan.followed)
        outermost = {root.level for root in plan.roots} - {inner.code}
        # Of several levels they are entries, as in the rest of the document, and which they are stands below.
        several = followed if len(followed) > 1 else {code: report.size[code] for code in outermost}
        lines: list[Sentence] = [
            counted_by_level(plan, {level.code: several[level.code]}) for level in plan.levels if level.code in several
        ]
        label = f"{followed_words(plan)[1].capitalize()} som följs upp"
        found.append(Tile(label, cell_of(Figure.sum(followed.values(), COUNT), 0), tuple(lines)))
    if report.goals and report.region_plan not in report.plans:
        areas = len({goal.focus_area for goal in report.goals})
        noun = swedish.plural(areas, "fokusområde", "fokusområden")
        count = Figure(float(areas), COUNT, report.goal_count.origin)
        found.append(
            Tile(
                "Mål ur Mål och budget",
                cell_of(report.goal_count, 0),
                ([cell_of(count, 0), f" {noun}"],),
            )
        )
    return found


def _frame(report: PlanReport) -> list[Tile]:
    """The frame, or the printed operating budget; none where the plan gives neither, which is said in brief."""
    label = f"Budgetram {report.period.year}, nettokostnad"
    if report.committee.is_region:
        whole = cell_of(_whole_frame(report), 0, with_unit=True)
        return [Tile(label, whole, (["Summan av nämndernas ramar"],))]
    if report.frame.is_missing and not report.operating_net.is_missing:
        label = f"Driftbudget {report.period.year}, nettokostnad"
        return [Tile(label, cell_of(-report.operating_net, with_unit=True))]
    return [] if report.frame.is_missing else [Tile(label, cell_of(-report.frame, with_unit=True))]


def _growth(report: PlanReport) -> Sentence:
    """What the committees' frames come to in the plan's last year, and how much more or less that is than this year."""
    from followup.analysis.plan.plan_budget import ROWS_SUMMED

    first, years = _whole_frame(report), [year for year in report.frames.columns if str(year).isdigit()]
    if first.is_missing or max(years) == str(report.period.year):
        return []
    last = report.frames[ROWS_SUMMED, max(years)]
    change = last - first
    if last.is_missing or not change.as_shown(0):
        return []
    more = "mer" if change.as_shown(0) > 0 else "mindre"
    size = cell_of(change if more == "mer" else -change, 0, prose=True)
    start: Sentence = ["Nämndernas budgetramar är tillsammans ", cell_of(last, 0, prose=True)]
    return [*start, f" {max(years)}, ", size, f" {more} än {report.period.year}."]


def _whole_frame(report: PlanReport) -> Figure:
    from followup.analysis.plan.plan_budget import ROWS_SUMMED

    year = str(report.period.year)
    if ROWS_SUMMED not in report.frames or year not in report.frames.columns:
        return Figure.missing("planen har ingen budgetram")
    return report.frames[ROWS_SUMMED, year]


def _investments(report: PlanReport) -> list[Tile]:
    from followup.analysis.investments import TOTAL

    frame = report.investments
    if frame is None or TOTAL not in frame:
        return []
    total = cell_of(frame[TOTAL, "year_0"], with_unit=True)
    return [Tile(f"Investeringsbudget {report.period.year}", total)]


def _indicators(report: PlanReport) -> list[Tile]:
    targets = [figure for figure in report.indicators.figures("target") if not figure.is_missing]
    if not targets:
        return []
    count = Figure(float(len(targets)), COUNT, joined(figure.origin for figure in targets))
    return [Tile("Indikatorer med målvärde", cell_of(count, 0))]


def in_brief(report: PlanReport) -> Text:
    """What the plan holds, and what the tiles do not say of the committee's goals and money."""
    found = (_size(report), _goals(report), _money(report))
    items = tuple(part for part in found if part)
    return Text(id="i-korthet", role="summary" if items else "absent", title="I korthet", items=items)


def _size(report: PlanReport) -> Sentence:
    """How many entries the plan has on each level, where the tile of what is followed up has not counted them all."""
    plan = report.plan
    if plan is None or set(report.size) <= {plan.followed, *(root.level for root in plan.roots)}:
        return []
    if len(followed_by_level(plan)) > 1:
        # The tile has counted what is followed, level by level.
        rest = counted_by_level(plan, unfollowed_by_level(plan))
        under = ". De följs upp genom de poster som ligger under dem."
        return [f"{plan.title} innehåller också ", *rest, under] if rest else []
    return [f"{plan.title} har ", *counted_by_level(plan, report.size), "."]


def _goals(report: PlanReport) -> Sentence:
    """Which areas the goals of the region's plan are in; how many goals stands in a tile."""
    plan = report.region_plan
    if report.committee.is_region or not report.goals or plan is None:
        return []
    own, every = (Counter(goal.focus_area for goal in goals) for goals in (report.goals, plan.goals))
    if len(own) == len(every):
        return [f"{plan.title} ger nämnden mål inom alla planens fokusområden."]
    sentence: Sentence = [f"{plan.title} ger nämnden mål inom "]
    for place, (area, count) in enumerate(own.items()):
        joint = "" if place == 0 else " och " if place == len(own) - 1 else ", "
        sentence += [f"{joint}{area} (", cell_of(Figure(float(count), COUNT, report.goal_count.origin), 0), ")"]
    return [*sentence, "."]


def _money(report: PlanReport) -> Sentence:
    """What becomes of all frames; that there is no frame, or what a frame of nothing means. Any other is in a tile."""
    if report.committee.is_region:
        return _growth(report)
    if not (report.frame.is_missing or sign_of(report.frame) == 0):
        return []
    if not report.frame.is_missing:
        return [f"Att budgetramen för {report.period.year} är noll betyder att intäkterna ska täcka kostnaderna."]
    if report.operating_net.is_missing:
        return [f"Planen anger ingen budgetram för {report.period.year}."]
    return []
