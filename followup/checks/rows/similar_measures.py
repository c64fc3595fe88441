"""Two measures of a committee with names that are nearly the same, and other effects: the same may be counted twice.

Where the effects are the same too, `repeated_rows` has told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.alike import likeness, same_amounts, words_within
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, mnkr
from followup.ground.errors import Severity
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "atgarder-med-lika-namn"
_EFFECTS = ["effect", "full_year_effect"]


def check(case: Case) -> Iterator[Problem]:
    """A warning for each two measures with such names."""
    measures = case["measures"]
    names = measures.frame["measure"].fillna("").astype(str).tolist()
    effects = np.nan_to_num(measures.frame[_EFFECTS].to_numpy(dtype=float))
    rows = list(measures.rows())
    for one, other in combinations(range(len(names)), 2):
        if same_amounts(effects[one], effects[other]) or not _are_alike(case, names[one], names[other]):
            continue
        amounts = [rows[number].figure("effect") for number in (other, one)]
        known = not any(amount.is_missing for amount in amounts)
        told = " och ".join(mnkr(amount.known) for amount in amounts) if known else ""
        yield at(
            rows[other],
            "measure",
            f"{quoted(names[other])} heter nästan som {quoted(names[one])} på rad {measures.frame.index[one]}."
            + (f" Effekten i år är {told}." if told else ""),
            "Två rader väntas vara två olika åtgärder. Båda räknas i summan.",
            "Är det samma åtgärd: ta bort den ena raden. Är det två: skriv vad som skiljer dem åt.",
            Severity.WARNING,
        )


def _are_alike(case: Case, one: str, other: str) -> bool:
    """Whether the names are spelled nearly the same, or one is the other with an addition.

    Those that differ by a number, such as a year or a stage, say themselves what they differ by.
    """
    if sorted(re.findall(r"\d+", one)) != sorted(re.findall(r"\d+", other)):
        return False
    words = words_within(one, other)
    if words is not None and words >= case.limit(CODE, "least_words"):
        return True
    return 100 * likeness(one, other) >= case.limit(CODE, "percent")


RULE = Rule(
    code=CODE,
    title="Åtgärder med nästan samma namn",
    catches="Två åtgärder i nämndens blad med nästan samma namn, eller där den enas namn är den andras med ett "
    "tillägg. Samma åtgärd kan vara räknad två gånger.",
    check=check,
    needs=("measures",),
    limits=("percent", "least_words"),
    severities=(Severity.WARNING,),
    example=(
        "”Fler kontroller” heter nästan som ”Fler kontroller från augusti” på rad 5. Effekten i år är 1,5 mnkr och "
        "6 mnkr. Två rader väntas vara två olika åtgärder. Båda räknas i summan. Är det samma åtgärd: ta bort den ena "
        "raden. Är det två: skriv vad som skiljer dem åt."
    ),
)
