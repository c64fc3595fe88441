"""Committees that do not exist in the report's year, or are no holders, and that the workbooks speak of all the same.

The region's result is the sum of its holders, and its account classes the sum of the ledger. A committee that is in the
one and not in the other makes the two disagree, and its money is missing in the result.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from followup.checks.common.holders import holders
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, mnkr
from followup.ground.errors import Problem, Severity
from followup.ground.regions import REGION
from followup.ground.wording import listed, spelled
from followup.tables.budget_frames import frame_lines

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Committee
    from followup.workbooks.source_table import SourceTable

_LEDGER_AMOUNTS = {"budget": "årets budget", "outcome": "utfallet", "previous_year": "föregående års utfall"}
# Where nothing is added up a row that is not used makes no number false.
_UNSUMMED = ("indicator_values", "indicator_targets")


def check(case: Case) -> Iterator[Problem]:
    """One problem for each such committee, with all that is there for it."""
    year = case.period.year
    for committee in case.params.committees.values():
        if committee.code == REGION:
            continue
        if not committee.exists_in(year):
            yield from _absent(case, committee)
        elif committee not in holders(case):
            yield from _without_frame(case, committee)


def _absent(case: Case, committee: Committee) -> Iterator[Problem]:
    year, own = case.period.year, {}
    # The ledger first: it is where the amounts are.
    for name, table in sorted(case.tables.items(), key=lambda item: item[0] != "ledger"):
        if case.layouts[name].column_of_type("committee") and not case.layouts[name].form:
            rows = _of_year(table.where(committee=committee.code), year)
            if len(rows):
                own[name] = rows
    traces = [f"{_rows(table)} i bladet {table.sheet}" for table in own.values()]
    summed = [table for name, table in own.items() if name not in _UNSUMMED]
    if "ledger" in own:
        traces[0] += f" ({_amounts(own['ledger'], case)})"
    frames = case.tables.get("frames")
    lines = frame_lines(frames, committee) if frames else ()
    if frames and lines:
        amount = frames.where(line=list(lines)).total("year_0").value
        own["frames"] = frames.where(line=list(lines))
        traces.append(f"en ram i budgeten{'' if amount is None else f' ({mnkr(-amount)})'}")
    plan = case.params.plans.get(year)
    goals = plan.goals_of(committee.code) if plan else []
    if goals:
        traces.append(f"{len(goals)} mål i planen")
    traces += [f"arbetsboken {name}" for name in case.workbooks if PurePosixPath(name).stem == committee.code]
    if not traces:
        return
    expected = f"Det som hör till en nämnd som inte finns {year} saknas i nämndernas summa, och summorna går isär."
    remedy = (
        f"Rätta {_limit(committee, year)} för {committee.code} i params/committees.yml om nämnden finns {year}. Finns "
        "den inte: gör om uttagen utan den, och ta bort den ur planen."
    )
    found = f"{committee.code} finns inte år {year} enligt params/committees.yml, men har {listed(traces)}."
    is_error = bool(summed or lines or goals)
    if own:
        table = next(iter(own.values()))
        yield at(table, _first(table), found, expected, remedy, Severity.ERROR if is_error else Severity.WARNING)
    else:
        yield Problem("params/committees.yml", found=found, expected=expected, remedy=remedy)


def _without_frame(case: Case, committee: Committee) -> Iterator[Problem]:
    ledger = case.tables.get("ledger")
    if ledger is None:
        return
    rows = ledger.where(committee=committee.code)
    if len(rows):
        yield at(
            rows,
            "committee",
            f"{committee.code} har {_rows(rows)} i bladet {ledger.sheet} ({_amounts(rows, case)}), men ingen ram i "
            "params/committees.yml.",
            "Varje nämnd i huvudboken har en ram: regionens resultat är summan av dem som har det.",
            f"Skriv nämndens rader i budgettabellen under frames för {committee.code} i params/committees.yml, eller "
            "gör om uttaget utan den.",
        )


def _of_year(rows: SourceTable, year: int) -> SourceTable:
    """The rows of the year: what stands of other years is last year's, and its own."""
    if "period" in rows.frame.columns:
        return rows.where(period=[period for period in rows.values("period") if period[:4] == str(year)])
    return rows.where(year=float(year)) if "year" in rows.frame.columns else rows


def _rows(table: SourceTable) -> str:
    return "1 rad" if len(table) == 1 else f"{spelled(len(table))} rader"


def _amounts(ledger: SourceTable, case: Case) -> str:
    sums = {name: float(ledger.frame[name].sum()) for name in _LEDGER_AMOUNTS}
    shown = [f"{_LEDGER_AMOUNTS[name]} {mnkr(value)}" for name, value in sums.items() if value]
    return listed(shown) or "inga belopp"


def _limit(committee: Committee, year: int) -> str:
    return (
        f"valid_to: {committee.valid_to}"
        if (committee.valid_to or year) < year
        else f"valid_from: {committee.valid_from}"
    )


def _first(table: SourceTable) -> str:
    return "committee" if "committee" in table.frame.columns else "line"


RULE = Rule(
    code="namnder-som-inte-finns",
    title="Nämnder som inte finns det året",
    catches="Rader, ramar och mål för en nämnd som inte finns det året eller som saknar ram. Beloppen skulle saknas i "
    "regionens resultat.",
    check=check,
    needs=(),
    readers=("region", "region_plan"),
    severities=(Severity.ERROR, Severity.WARNING),
    example="DNKT finns inte år 2024 enligt params/committees.yml, men har 2 856 rader i bladet Huvudbok (årets "
    "budget −572 mnkr, utfallet −183,1 mnkr och föregående års utfall −539,9 mnkr), 17 rader i bladet Utfall, 6 rader "
    "i bladet Investeringar, 6 rader i bladet Målvärden, 24 rader i bladet Sjukfrånvaro, 4 rader i bladet "
    "Personalomsättning, en ram i budgeten (572 mnkr), 9 mål i planen och arbetsboken 2024/2024-04/DNKT.xlsx. Det som "
    "hör till en nämnd som inte finns 2024 saknas i nämndernas summa, och summorna går isär. Rätta valid_to: 2023 för "
    "DNKT i params/committees.yml om nämnden finns 2024. Finns den inte: gör om uttagen utan den, och ta bort den ur "
    "planen.",
)
