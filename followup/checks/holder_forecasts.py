"""Forecasts that the region's office gives for holders without a report, against the holder's budget in the ledger."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.rule import Rule
from followup.checks.table_problems import at, mnkr
from followup.errors import Problem
from followup.inputs.wording import spelled

if TYPE_CHECKING:
    from followup.checks.case import Case


CODE = "prognos-ovriga"


def check(case: Case) -> Iterator[Problem]:
    """One error for each forecast with another sign or of another size than the year's budget."""
    forecasts, frame = case["holder_forecast"], case["ledger"].frame
    budgets = frame[frame["period"].isin(case.period.whole_year)].groupby("committee", sort=False)["budget"].sum()
    times, percent = case.limit(CODE, "times_budget"), case.limit(CODE, "percent_of_budget")
    for row in forecasts.rows():
        value, budget = row.figure("forecast").value, float(budgets.get(row.text("committee"), math.nan))
        if value is None or math.isnan(budget):
            continue
        difference = abs(value - budget)
        if difference <= case.limit(CODE, "least_kronor"):
            continue
        is_far = difference > case.limit(CODE, "large_kronor") and difference > percent / 100 * abs(budget)
        small, large = sorted((abs(value), abs(budget)))
        if not is_far and value * budget >= 0 and large <= times * small:
            continue
        yield at(
            row,
            "forecast",
            f"Prognosen för {row.text('committee')} är en nettokostnad på {mnkr(-value)}, men årets budget är "
            f"{mnkr(-budget)} i huvudboken.",
            f"En prognos väntas ha budgetens tecken och skilja högst {spelled(percent)} procent från den om det gäller "
            "stora belopp.",
            "Kontrollera beloppet, tecknet och enheten: bladet är i mnkr och kostnader anges med plustecken.",
            value=mnkr(-value),
        )


RULE = Rule(
    code=CODE,
    title="Prognosen för dem som inte lämnar egen rapport",
    catches="En prognos i bladet Prognos övriga i en annan enhet, med fel tecken eller långt från årets budget.",
    check=check,
    needs=("holder_forecast", "ledger"),
    readers=("region",),
    limits=("times_budget", "percent_of_budget", "least_kronor", "large_kronor"),
    may_be_confirmed=True,
    example=(
        "Prognosen för RGK är en nettokostnad på 671 000 mnkr, men årets budget är 672 mnkr i huvudboken. En "
        "prognos väntas ha budgetens tecken och skilja högst 50 procent från den om det gäller stora belopp. "
        "Kontrollera beloppet, tecknet och enheten: bladet är i mnkr och kostnader anges med plustecken. Är det "
        "rätt ändå: bekräfta det i params/confirmations.yml med regeln prognos-ovriga och värdet ”671 000 mnkr”."
    ),
)
