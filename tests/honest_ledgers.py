"""Ledgers that are honest and surprising, of committees that do not exist: what the rules must let through.

Sizes are log-normal; accounts are seasonal, empty in some months, booked once a year, corrected, new, closed or without
a budget; budgets are even or follow last year; an invoice now and then is of hundreds of thousands or
millions of kronor, whatever the account.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from followup.workbooks.source_table import SourceTable

CLASSES = ("Intäkter", "Personalkostnader", "Köpt vård", "Övriga kostnader", "Avskrivningar")


def honest_ledger(seed: int, month: int, activities: int = 5, committee: str = "DNKS") -> SourceTable:
    """One committee's ledger of 2024 up to a month, in kronor with revenue + and cost −. A seed gives one ledger."""
    random = np.random.default_rng(seed)
    rows = []
    months = np.arange(1, 13)
    size = np.exp(random.normal(13.5, 1.0))
    for activity in range(random.integers(1, activities + 3)):
        scale = size * np.exp(random.normal(0, 1.0))
        closes = random.integers(4, 12) if random.random() < 0.01 else 13
        for account_class in CLASSES:
            if random.random() < 0.15:
                continue
            sign = 1 if account_class == "Intäkter" else -1
            for account in range(random.integers(1, 7)):
                amount = scale * np.exp(random.normal(-0.5, 1.2))
                last, budget, outcome = _series(random, amount, account_class)
                outcome = np.where(months >= closes, outcome * 0.02, outcome)
                for number in range(12):
                    booked = round(sign * outcome[number], 2) if number < month else np.nan
                    rows.append(
                        (
                            f"2024-{number + 1:02d}",
                            committee,
                            f"Verksamhet {activity + 1}",
                            account_class,
                            str(3000 + 100 * CLASSES.index(account_class) + account),
                            round(sign * budget[number], -2),
                            booked,
                            round(sign * last[number], 2),
                        )
                    )
    columns = ["period", "committee", "activity", "account_class", "account", "budget", "outcome", "previous_year"]
    frame = pd.DataFrame(rows, columns=columns, index=range(6, 6 + len(rows)))
    return SourceTable("ledger", "2024/utfall.xlsx", "Huvudbok", dict(zip(columns, "ABCDEFGH", strict=True)), frame)


def _series(random: np.random.Generator, amount: float, account_class: str) -> tuple[np.ndarray, ...]:
    """Last year's, the budgeted and the booked amounts of an account's twelve months, in kronor without signs."""
    kind = random.choice(["even", "seasonal", "once", "sparse", "fixed"], p=[0.6, 0.15, 0.05, 0.12, 0.08])
    if account_class == "Avskrivningar":
        kind = "fixed"
    shape = np.ones(12)
    if kind == "seasonal":
        shape = 1 + 0.8 * np.cos(2 * np.pi * (np.arange(12) - random.integers(12)) / 12)
    if kind == "once":
        shape = np.zeros(12)
        shape[random.integers(12)] = 12
    if kind == "sparse":
        shape = (random.random(12) < 0.4) * 2.5
    noise = 0.0 if kind == "fixed" else np.exp(random.normal(-2.0, 0.7))
    last = amount * shape * np.exp(random.normal(0, noise, 12))
    growth = np.exp(random.normal(0.03, 0.15))
    outcome = amount * growth * shape * np.exp(random.normal(0, noise, 12))
    if kind == "sparse":
        outcome = amount * growth * (random.random(12) < 0.4) * 2.5 * np.exp(random.normal(0, noise, 12))
    # An even twelfth whatever the season, or as last year; some accounts have no budget, some are new.
    budget = amount * 1.02 * (np.ones(12) * shape.mean() if random.random() < 0.5 else shape)
    if random.random() < 0.1:
        budget = budget * 0
    if random.random() < 0.05:
        last = last * 0
    if random.random() < 0.03:
        outcome = outcome * np.exp(random.normal(0, 1.5))
    for column in (last, outcome):
        for number in range(12):
            event = random.random()
            if event < 0.004:
                column[number] += np.exp(random.normal(12.5, 1.5))
            elif event < 0.012:
                column[number] *= -random.random() * 1.5
            elif event < 0.02 and number < 11:
                # Booked a month late.
                column[number + 1] += column[number]
                column[number] = 0
    return last, budget, outcome
