"""The investments of the example, in million kronor; the budgets of 2024 sum to the investment plan's real totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from followup.example import facts, story
from followup.example.investment_years import COMMENTS, PROGRESS
from followup.example.randomness import split
from followup.example.workbook_file import Value

DECIDED = "Redan beslutade investeringar"
NEW = "Nya behov av investeringar"
AGAIN = "Reinvesteringar"
PROPERTY = "Fastighetsinvesteringar"


@dataclass(frozen=True)
class Investment:
    """One investment; one that goes on from year to year has no total budget."""

    committee: str
    name: str
    group: str
    total_budget: float | None


INVESTMENTS: tuple[Investment, ...] = (
    Investment("RS", "Hållbar, robust och ändamålsenlig bredbandsutbyggnad i Halland", NEW, 30.0),
    Investment("RS", "Larm och bevakning", AGAIN, None),
    Investment("RS", "IT-utrustning", AGAIN, None),
    Investment("RS", "IT övrigt", AGAIN, None),
    Investment("RS", "Möbler och utrustning, övrigt", AGAIN, None),
    Investment("DNHS", "Medicinteknisk utrustning, utbyte", AGAIN, None),
    Investment("DNHS", "Operationsutrustning", AGAIN, None),
    Investment("DNHS", "Intensivvårdsplatser, övervakningssystem", DECIDED, 64.0),
    Investment("DNHS", "Patientnära utrustning och sängar", AGAIN, None),
    Investment("DNADH", "Ambulansfordon", AGAIN, None),
    Investment("DNADH", "Röntgenutrustning", AGAIN, None),
    Investment("DNADH", "Laboratorieautomation", DECIDED, 45.0),
    Investment("DNADH", "Tandvårdsutrustning", AGAIN, None),
    Investment("DNPSH", "Inventarier slutenvård", AGAIN, None),
    Investment("DNPSH", "Säkerhet och larm i vårdmiljö", NEW, 9.0),
    Investment("DNNSVH", "Medicinteknisk utrustning, vårdcentraler", AGAIN, None),
    Investment("DNNSVH", "Inventarier vid ny vårdcentral", NEW, 8.0),
    Investment("DNKS", "Lantbruksmaskiner, naturbruksskolor", AGAIN, None),
    Investment("DNKS", "Inventarier och undervisningslokaler", AGAIN, None),
    Investment("DNKS", "Digital utrustning, folkhögskolor", NEW, 2.8),
    Investment("DNKT", "Biljett- och betalsystem", DECIDED, 48.0),
    Investment("DNKT", "Laddinfrastruktur för elbussar", NEW, 32.0),
    Investment("DNKT", "Hållplatser, tillgänglighetsanpassning", AGAIN, None),
    Investment("DNRGS", "Köksutrustning", AGAIN, None),
    Investment("DNRGS", "Fordon och transportutrustning", AGAIN, None),
    Investment("DNRGS", "Städmaskiner", AGAIN, None),
    Investment("GNHH", "Hjälpmedel, inköp för uthyrning", AGAIN, None),
    Investment("RHF", "Vårdbyggnad, etapp 1", PROPERTY, 1_290.0),
    Investment("RHF", "Ombyggnad av vårdavdelningar", PROPERTY, 260.0),
    Investment("RHF", "Teknisk försörjning och reservkraft", PROPERTY, 185.0),
    Investment("RHF", "Vårdcentral, nybyggnad", PROPERTY, 120.0),
    Investment("RHF", "Psykiatrins lokaler, ombyggnad", PROPERTY, 74.0),
    Investment("RHF", "Energieffektivisering och solceller", PROPERTY, 60.0),
    Investment("RHF", "Planerade reinvesteringar i byggnader", PROPERTY, None),
)


def investment_rows(period: str) -> list[tuple[Value, ...]]:
    """One row per investment and period of the year up to this one, and a total row after each period."""
    rows: list[tuple[Value, ...]] = []
    for occasion, told in enumerate(each for each in story.PERIODS if each[:4] == period[:4] and each <= period):
        comments = COMMENTS.get(told, {})
        found: list[tuple[float, float, float]] = []
        for each in INVESTMENTS:
            progress = PROGRESS[int(told[:4])][each.name]
            amounts = (progress.budget, progress.outcome(occasion), progress.forecast(occasion))
            known = (told, each.committee, each.name, each.group, each.total_budget)
            rows.append((*known, *amounts, comments.get(each.name)))
            found.append(amounts)
        rows.append(("Summa", None, None, None, None, *_sums(found), None))
    return rows


def plan_rows(year: int) -> list[tuple[Value, ...]]:
    """(line, the year and the four after it): the sums of the year's investment plan, and their total row.

    2024's is the printed one. 2023's takes the years after it from there.
    """
    total = "Summa investeringar totalt"
    if year == facts.YEARS[0]:
        printed: list[tuple[Value, ...]] = [(line, *amounts) for line, amounts in facts.INVESTMENT_PLAN.items()]
        return [*printed, (total, *facts.INVESTMENT_PLAN_TOTAL)]
    years = {
        line: (_budget_of(year, is_property=line == _PROPERTY_LINE), *amounts[:-1])
        for line, amounts in facts.INVESTMENT_PLAN.items()
    }
    rows: list[tuple[Value, ...]] = [(line, *amounts) for line, amounts in years.items()]
    return [*rows, (total, *_sums(years.values()))]


def budget_rows(year: int) -> list[tuple[Value, ...]]:
    """(committee, investment, group, total budget, the year and the two after it), and the total row.

    The years that no budget is decided for are the plan's sums, within the investments' total budgets.
    """
    years = [_budgets_of(each) for each in range(year, year + 3)]
    amounts = {each.name: [budgets[each.name] for budgets in years] for each in INVESTMENTS}
    rows = [(each.committee, each.name, each.group, each.total_budget, *amounts[each.name]) for each in INVESTMENTS]
    return [*rows, ("Summa", None, None, None, *_sums(amounts.values()))]


_PROPERTY_LINE = "Summa fastighetsinvesteringar"


def _budget_of(year: int, *, is_property: bool) -> float:
    chosen = (each.name for each in INVESTMENTS if (each.group == PROPERTY) == is_property)
    return round(sum(PROGRESS[year][name].budget for name in chosen), 1)


@cache
def _budgets_of(year: int) -> dict[str, float]:
    """The decided budgets, or the plan's sums on what is left of each total budget; what has none takes the rest."""
    if year in PROGRESS:
        return {name: progress.budget for name, progress in PROGRESS[year].items()}
    budgets: dict[str, float] = {}
    for line, amounts in facts.INVESTMENT_PLAN.items():
        part = [each for each in INVESTMENTS if (each.group == PROPERTY) == (line == _PROPERTY_LINE)]
        tenths = _within(part, year, round(amounts[facts.YEARS.index(year)] * 10))
        budgets |= {name: amount / 10 for name, amount in tenths.items()}
    return budgets


def _within(part: Sequence[Investment], year: int, total: int) -> dict[str, int]:
    """Tenths of a million by name, as the last decided year's budgets and within the total ones, summing to `total`."""
    before = [_budgets_of(each) for each in range(min(PROGRESS), year)]
    left = {
        each.name: round(each.total_budget * 10) - round(sum(budgets[each.name] for budgets in before) * 10)
        for each in part
        if each.total_budget is not None
    }
    found: dict[str, int] = {}
    names = [each.name for each in part]
    while True:
        weights = [PROGRESS[max(PROGRESS)][name].budget for name in names]
        parts = dict(zip(names, split(total - sum(found.values()), weights), strict=True))
        full = {name: left[name] for name, amount in parts.items() if amount > left.get(name, amount)}
        if not full:
            return found | parts
        found |= full
        names = [name for name in names if name not in full]


def _sums(rows: Iterable[Sequence[float]]) -> list[float]:
    return [round(sum(column), 1) for column in zip(*rows, strict=True)]
