"""Rows that no report uses: of an indicator that the committee does not have, of a later month, a double forecast."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at
from followup.ground.errors import Problem, Severity
from followup.ground.regions import REGION
from followup.ground.wording import listed, quoted, spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

# The table of each area's values, beside the quality indicators' targets.
_AREAS = {"indicator_values": "quality", "indicator_targets": "quality", "yearly": "staff"}
_MONTHLY = ("sickness", "turnover", "investments", "indicator_values")


def check(case: Case) -> Iterator[Problem]:
    """One warning for each kind of row that is there and used by nobody."""
    tables = {name: table for name, table in _to_tell(case).items() if len(table)}
    for name in _AREAS.keys() & tables.keys():
        yield from _indicators(case, name, tables[name])
    for name in _MONTHLY:
        if name in tables:
            yield from _later(case, tables[name])
    yield from _forecasts(case)


def _to_tell(case: Case) -> dict[str, SourceTable]:
    """The rows that this report is to tell of: a committee's own; the region's those of who leaves no report."""
    if not case.committee.is_region:
        return dict(case.tables)
    own = {one.code for one in case.subject.reporting if not one.is_region}
    shared = [name for name in (*_AREAS, *_MONTHLY) if name in case.tables]
    return {
        name: case.tables[name].where(
            committee=[code for code in case.tables[name].values("committee") if code not in own and code != REGION]
        )
        for name in shared
    }


def _indicators(case: Case, name: str, table: SourceTable) -> Iterator[Problem]:
    known = case.params.indicators
    unused: dict[str, list[str]] = {}
    for code, committee in dict.fromkeys(zip(table.frame["indicator"], table.frame["committee"], strict=True)):
        if code is None or committee is None:
            continue
        one = known[code]
        if one.area != _AREAS[name] or not one.concerns(committee):
            unused.setdefault(committee, []).append(code)
    for committee, codes in unused.items():
        rows = table.where(committee=committee, indicator=codes)
        names = listed(quoted(known[code].name) for code in codes)
        yield at(
            rows,
            "indicator",
            f"{committee} har rader för {names}, som nämnden inte har i det här bladet enligt params/indicators.yml. "
            "De används inte.",
            "En rad gäller en indikator som nämnden har, i det blad som indikatorns område har.",
            "Ta bort raderna, eller lägg till nämnden för indikatorn i params/indicators.yml.",
            Severity.WARNING,
        )


def _later(case: Case, table: SourceTable) -> Iterator[Problem]:
    later = sorted(period for period in table.values("period") if period > str(case.period))
    if not later:
        return
    rows = table.where(period=later)
    yield at(
        rows,
        "period",
        f"Bladet har {spelled(len(rows))} {'rad' if len(rows) == 1 else 'rader'} för {listed(later)}, efter "
        f"rapportens period. De används inte.",
        f"Underlaget för {case.period} väntas sluta med den månaden.",
        "Kontrollera att det är rätt periods fil. Är den det kan raderna stå kvar.",
        Severity.WARNING,
    )


def _forecasts(case: Case) -> Iterator[Problem]:
    table = case.tables.get("holder_forecast")
    if table is None or not case.committee.is_region:
        return
    own = [one.code for one in case.subject.reporting if not one.is_region]
    rows = table.where(committee=own)
    if len(rows):
        yield at(
            rows,
            "committee",
            f"Här står prognoser för {listed(rows.values('committee'))}, som lämnar egna. De används inte.",
            "Bladet har prognoserna för dem som inte lämnar någon egen rapport för perioden.",
            "Ta bort raderna. Rapporten räknar med nämndernas egna prognoser.",
            Severity.WARNING,
        )


RULE = Rule(
    code="rader-som-inte-anvands",
    title="Rader som inte används",
    catches="Värden för en indikator som nämnden inte har, rader för en månad efter rapportens period, och prognoser i "
    "regionens arbetsbok för nämnder som lämnar egna.",
    check=check,
    needs=(),
    readers=("committee", "region"),
    severities=(Severity.WARNING,),
    example="Bladet har 2 rader för 2024-05 och 2024-06, efter rapportens period. De används inte. Underlaget för "
    "2024-04 väntas sluta med den månaden. Kontrollera att det är rätt periods fil. Är den det kan raderna stå kvar.",
)
