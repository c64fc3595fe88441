"""Rows that no report uses."""

from __future__ import annotations

from dataclasses import replace

from cases import about
from region_case import case, with_rows

from followup.checks.rows import unused_rows
from followup.ground.errors import Problem, Severity

__all__ = ["case"]


def test_the_example_is_accounted_for(case):
    assert list(unused_rows.check(case)) == []


def test_rows_of_an_indicator_that_the_committee_does_not_have(case):
    """REV leaves no report, so the region tells; a committee's own rows are told in its own report."""
    name = next(one for one in case.params.indicators.values() if one.area == "quality" and not one.concerns("REV"))
    row = {"committee": "REV", "indicator": name.code, "period": "2024-03"}
    (problem,) = unused_rows.check(with_rows(case, "indicator_values", row))
    assert problem.severity is Severity.WARNING
    assert problem.message == (
        f"REV har rader för ”{name.name}”, som nämnden inte har i det här bladet enligt params/indicators.yml. De "
        "används inte. En rad gäller en indikator som nämnden har, i det blad som indikatorns område har. Ta bort "
        "raderna, eller lägg till nämnden för indikatorn i params/indicators.yml."
    )
    assert list(unused_rows.check(with_rows(case, "indicator_values", row | {"committee": "DNKS"}))) == []
    own = about(case, committee=case.params.committees["DNKS"])
    others = {code.code for code in case.params.indicators_of("DNKS", "quality")}
    foreign = next(
        one.code for one in case.params.indicators.values() if one.area == "quality" and one.code not in others
    )
    rows = {name: table.where(committee="DNKS") for name, table in case.tables.items() if name in ("indicator_values",)}
    (problem,) = unused_rows.check(
        with_rows(replace(own, tables=rows), "indicator_values", {"committee": "DNKS", "indicator": foreign})
    )
    assert problem.found.startswith("DNKS har rader för ")


def test_the_regions_own_value_of_an_indicator_is_nobodys_mistake(case):
    row = {"committee": "REGION", "period": "2024-03"}
    assert list(unused_rows.check(with_rows(case, "indicator_values", row))) == []


def test_the_example_of_the_catalogue(case):
    row = {"committee": "REV", "period": "2024-06"}
    (problem,) = unused_rows.check(with_rows(case, "turnover", row, row | {"period": "2024-05"}))
    assert problem.message == unused_rows.RULE.example
    assert problem.message == (
        "Bladet har 2 rader för 2024-05 och 2024-06, efter rapportens period. De används inte. Underlaget för 2024-04 "
        "väntas sluta med den månaden. Kontrollera att det är rätt periods fil. Är den det kan raderna stå kvar."
    )


def test_a_forecast_for_a_committee_that_leaves_its_own(case):
    (problem,) = unused_rows.check(with_rows(case, "holder_forecast", {"committee": "DNHS"}))
    assert problem == Problem(
        "2024/2024-04/REGION.xlsx",
        "Prognos övriga",
        problem.cell,
        "Här står prognoser för DNHS, som lämnar egna. De används inte.",
        "Bladet har prognoserna för dem som inte lämnar någon egen rapport för perioden.",
        "Ta bort raderna. Rapporten räknar med nämndernas egna prognoser.",
        Severity.WARNING,
    )
