"""An account that is in one account class in some rows and in another in others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import answered_for, only
from followup.checks.common.table_problems import at, kronor_text
from followup.ground.wording import listed, quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "kontots-klass"
_MOST_NAMED = 5


def check(case: Case) -> Iterator[Problem]:
    """One error for each committee with accounts in two classes: an account's class is the chart of accounts'."""
    for code, ledger in answered_for(case, "ledger").items():
        rows = ledger.frame.dropna(subset=["account", "account_class"])
        # Two rows of one key are told as that.
        rows = rows[~rows.duplicated(["period", "activity", "account"], keep=False)]
        classes = rows.groupby("account", sort=False)["account_class"].unique()
        classes = classes[classes.str.len() > 1]
        if not len(classes):
            continue
        usual = rows.groupby("account")["account_class"].agg(lambda names: names.value_counts().index[0])
        rare = ledger.frame.index.isin(rows.index[rows["account_class"] != rows["account"].map(usual)])
        total = kronor_text(float(ledger.frame.loc[rare, "outcome"].sum()))
        named = listed(
            (f"{account} ({listed(map(quoted, names))})" for account, names in classes.items()), most=_MOST_NAMED
        )
        yield at(
            only(ledger, rare),
            "account_class",
            f"{'Ett konto' if len(classes) == 1 else f'{len(classes)} konton'} för {code} har olika kontoklass i olika "
            f"rader: {named}. Raderna i den klass som kontot mera sällan har är tillsammans {total} i utfall.",
            "Ett konto hör till samma kontoklass i alla månader och verksamheter.",
            "Rätta klassen i raderna, eller i den kontoplan som uttaget görs med.",
            value=total,
        )


RULE = Rule(
    code=CODE,
    title="Kontots kontoklass",
    catches="Ett konto som har en kontoklass i en del rader och en annan i andra, så att beloppen delas mellan två "
    "rader i rapporten.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    may_be_confirmed=True,
    example=(
        "Ett konto för DNKS har olika kontoklass i olika rader: 4010 (”Personalkostnader” och ”Övriga kostnader”). "
        "Raderna i den klass som kontot mera sällan har är tillsammans −202 408 kr i utfall. Ett konto hör till samma "
        "kontoklass i alla månader och verksamheter. Rätta klassen i raderna, eller i den kontoplan som uttaget görs "
        "med."
    ),
)
