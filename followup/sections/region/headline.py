"""The verdict on the region's year in words, and the points that explain it: what a layperson reads first.

What the law asks of the whole region is answered here: the balance requirement, the financial goals and god ekonomisk
hushållning. What a tile says stands in no point.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from followup.analysis.extremes import rank
from followup.analysis.focus_areas import UNCERTAIN
from followup.analysis.region.financial_goals import RESULT_SHARE, SELF_FINANCING, SOLIDITY
from followup.analysis.region.income_statement import FINANCIAL_COSTS, FINANCIAL_INCOME, GRANTS, NET, TAXES
from followup.analysis.region.region_economy import TOTAL
from followup.document.blocks import Text
from followup.document.cells import Cell, Sentence
from followup.ground import swedish
from followup.ground.figure import COUNT, Figure
from followup.ground.period import Period
from followup.sections.region import finance, stewardship
from followup.sections.region.committees import handed_in_sentence
from followup.sections.shared.sentences import amount, in_words, size, without_unit
from followup.sections.shared.verdicts import MOST_NAMED, are_more_than, beside, change, largest, sign_of

if TYPE_CHECKING:
    from followup.analysis.region.financial_goals import GoalAssessment
    from followup.reports.region import RegionReport

_GOALS = {RESULT_SHARE: "resultatet", SELF_FINANCING: "självfinansieringen", SOLIDITY: "soliditeten"}
# The words of a goal's grade, of the year that goes on and of one that is over.
_MET = {
    "on_track": ("bedöms uppnås", "uppnåddes"),
    "off_track": ("bedöms inte uppnås", "uppnåddes inte"),
    "not_assessed": ("kan inte bedömas", "kan inte bedömas"),
}


def verdict(report: RegionReport) -> Text:
    """The year's result beside its budget and the forecast before, and what the balance requirement comes to."""
    told = [_result(report)]
    if len(report.sources.balance_requirement):
        told += finance.balance_requirement_in_words(report).paragraphs
    return Text(id="omdome", role="verdict", title="Omdöme", paragraphs=tuple(told))


def _result(report: RegionReport) -> Sentence:
    past, result, name = report.period.is_year_end, report.finance.result, report.committee.name
    figure, deviation = (
        (result["outcome"], result["deviation"]) if past else (result["forecast"], result["forecast_deviation"])
    )
    year = report.period.year
    if figure.value is None:
        unknown = f"{year} års resultat för {name}" if past else f"Årets resultat för {name}"
        return [f"{unknown} går inte att säga: {figure.why}."]
    shown = figure.as_shown(1)
    what = "ett resultat på noll" if not shown else f"ett {'överskott' if shown > 0 else 'underskott'} på "
    lead = f"{name} slutade {year} med {what}" if past else f"{name} räknar med {what}"
    sentence: Sentence = [lead, *([size(figure)] if shown else []), "" if past else " i år"]
    compared: list[Sentence] = []
    if not deviation.is_missing:
        compared.append(change(deviation, "än budget", "lika mycket som i budgeten"))
    occasion = report.forecast_occasion if past else report.previous_occasion
    # Of a year that is over: the outcome less the last forecast.
    if occasion and not result["forecast_change"].is_missing:
        month = Period.parse(occasion).month_name
        same = f"som i prognosen i {month}" if past else f"oförändrat sedan prognosen i {month}"
        compared.append(change(result["forecast_change"], f"än prognosen i {month}", same))
    is_told = False
    for place, (first, *rest) in enumerate(compared):
        # The unit is said once.
        sentence += [" och " if place else ", ", without_unit(first) if is_told and isinstance(first, Cell) else first]
        sentence += rest
        is_told |= isinstance(first, Cell)
    return [*sentence, "."]


def points(report: RegionReport) -> list[Sentence]:
    """Why the result differs from its budget, whose deficits, what no measure covers, the goals, and who is late."""
    found: list[Sentence | None] = [bridge(report), *deficits(report), without_measure(report)]
    if report.kind.code != "manadsrapport":
        found += [financial_goals(report), stewardship.own_in_words(report) or stewardship.whole_in_words(report)]
    return [one for one in (*found, handed_in_sentence(report)) if one]


def bridge(report: RegionReport) -> Sentence | None:
    """What makes the result differ from its budget: net cost, taxes and grants, and finance, which sum to it.

    None where a figure is missing, and where what is shown does not sum.
    """
    column: Literal["deviation", "forecast_deviation"] = (
        "deviation" if report.period.is_year_end else "forecast_deviation"
    )
    lines, whole = report.finance.income_statement, report.finance.result[column]
    net, taxes, finances = (
        Figure.sum(lines[name, column] for name in names)
        for names in ((NET,), (TAXES, GRANTS), (FINANCIAL_INCOME, FINANCIAL_COSTS))
    )
    parts = (net, taxes, finances)
    if whole.is_missing or any(one.is_missing for one in parts):
        return None
    if not whole.as_shown(1) or sum(one.as_shown(1) for one in parts) != whole.as_shown(1):
        return None
    first, second, third = (amount(one) for one in parts)
    names = ("nettokostnaden ", ", skatter och statsbidrag ", " och finansiella poster ")
    return ["Mot budget ger ", names[0], without_unit(first), names[1], without_unit(second), names[2], third, "."]


def are_assessed(report: RegionReport) -> bool:
    """Whether any goal is: then a tile counts the goals, and else those with deficits."""
    return any(figure.value for code, figure in report.goals_by_grade.items() if code != "not_assessed")


def balances(report: RegionReport) -> dict[str, Figure]:
    """The deviation of each holder of the budget by code: the forecast's, or that of a year that is over."""
    table = report.economy_by_holder.without(TOTAL)
    column: Literal["deviation", "forecast_deviation"] = (
        "deviation" if report.period.is_year_end else "forecast_deviation"
    )
    return {str(code): figure for code, figure in table.column(column).items()}


def in_deficit(report: RegionReport) -> list[str]:
    """The codes of the holders whose balance is a deficit, the largest first."""
    found = balances(report)
    return sorted((code for code, one in found.items() if sign_of(one) < 0), key=lambda code: rank(found[code]))


def deficit_count(report: RegionReport) -> Figure:
    """How many holders have a deficit."""
    return Figure(float(len(in_deficit(report))), COUNT, Figure.sum(balances(report).values()).origin)


def deficits(report: RegionReport) -> list[Sentence]:
    """How many of the budget's holders expect a deficit, or had one, unless a tile says so, and the three largest.

    And who has the largest surplus where the deficits named are more than the whole: a first page has room for one.
    """
    past, figures, found = report.period.is_year_end, balances(report), in_deficit(report)
    unknown = [code for code, figure in figures.items() if figure.is_missing]
    verb = "hade" if past else "räknar med"
    holders = f"{len(figures)} nämnder och poster"
    if not found:
        who = swedish.list_of(report.name_of(code, short=True) for code in unknown)
        end = f"; för {who} saknas uppgifter" if unknown else ""
        return [[f"Ingen av budgetens {holders} {verb} underskott{end}."]]
    told: list[Sentence] = []
    if are_assessed(report):
        count = in_words(deficit_count(report))
        number = replace(count, text="En" if len(found) == 1 else count.text.capitalize())
        told.append([number, f" av budgetens {holders} {verb} underskott."])
    if not unknown:
        whose = "hade" if past else "väntas hos"
        named = [(report.name_of(code, short=True), figures[code]) for code in found[:MOST_NAMED]]
        sentence = largest(f"Störst underskott {whose} ", named)
        against = _surpluses(report)[:1] if are_more_than(named, Figure.sum(figures.values())) else []
        if against:
            sentence = [*sentence[:-1], *beside(f"; störst överskott {'hade' if past else 'hos'} ", against), "."]
        told.append(sentence)
    return told


def _surpluses(report: RegionReport) -> list[tuple[str, Figure]]:
    """The holders whose balance is a surplus, the largest first, by short name."""
    found = {code: one for code, one in balances(report).items() if sign_of(one) > 0}
    ordered = sorted(found, key=lambda code: rank(found[code]), reverse=True)
    return [(report.name_of(code, short=True), found[code]) for code in ordered]


def without_measure(report: RegionReport) -> Sentence | None:
    """How much of the reporting committees' forecast deficits no measure covers; None of a year that is over."""
    if report.period.is_year_end:
        return None
    sums = report.reported_deficits
    whole, left = sums["forecast_deviation"], sums["gap"]
    if whole.is_missing or left.is_missing:
        return None
    if not sign_of(left):
        return ["De nämnder som räknar med underskott föreslår åtgärder som täcker dem."]
    start: Sentence = ["Underskotten hos de nämnder som lämnar rapport är tillsammans ", size(whole)]
    if sums["proposed"].is_missing:
        return [*start, ", och inga åtgärder föreslås utöver de beslutade."]
    return [*start, "; ", without_unit(size(left)), " saknar åtgärd, också om alla föreslagna beslutas."]


def financial_goals(report: RegionReport) -> Sentence:
    """Each of the three goals by what is said of it, the same once."""
    by_words: dict[str, list[str]] = {}
    for measure, goal in report.finance.goals.items():
        by_words.setdefault(_met(goal, report.period), []).append(_GOALS[measure])
    told = [
        f"{'målen' if len(names) > 1 else 'målet'} för {swedish.list_of(names)} {words}"
        for words, names in by_words.items()
    ]
    sentence = swedish.list_of(told) if len(told) < 3 and "," not in "".join(by_words) else "; ".join(told)
    return [f"{sentence[0].upper()}{sentence[1:]}."]


def _met(goal: GoalAssessment, period: Period) -> str:
    """What follows the name of the goal. One that is met over time alone is known not to be met in the year."""
    past = period.is_year_end
    if goal.grade != UNCERTAIN:
        return _MET[goal.grade][past]
    return f"nåddes inte {period.year}, men över tid" if past else "nås inte i år, men över tid"
