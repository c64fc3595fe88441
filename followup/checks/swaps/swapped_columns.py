"""Two columns under each other's headings: told once, and looked at in each other's place from then on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.swaps.swaps import CODE, Swap, explained, mended, swaps
from followup.ground.errors import Problem
from followup.ground.wording import column_index, listed, quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """One error for each two columns, the same in every report that rests on their rows."""
    for swap in swaps(case):
        if swap.concerns(case):
            yield _problem(case, swap)


def _problem(case: Case, swap: Swap) -> Problem:
    table, layout, rows = swap.table, case.layouts[swap.table.name].columns, swap.rows
    pair = sorted((swap.one, swap.other), key=lambda name: column_index(table.letters[name]))
    headers = [layout[name].header for name in pair]
    is_money = layout[swap.one].type == "amount"
    what = "belopp" if is_money else "tal"
    whose = f" för {listed(swap.committees)}" if swap.committees else ""
    return Problem(
        table.workbook,
        table.sheet,
        table.area(pair, rows)
        if table.blocks
        else _cells([table.letters[name] for name in pair], int(rows.min()), int(rows.max())),
        f"Kolumnerna {listed(map(quoted, headers))} har varandras {what}{whose}: {swap.example}.",
        "Varje kolumn väntas ha det som dess rubrik säger.",
        _remedy(swap, what),
        value=f"{' och '.join(headers)}{whose}",
    )


def _cells(letters: list[str], first: int, last: int) -> str:
    """Two columns, as one range where they stand beside each other."""
    left, right = letters
    if column_index(right) == column_index(left) + 1:
        return f"{left}{first}:{right}{last}"
    return ",".join(f"{letter}{first}:{letter}{last}" for letter in letters)


def _remedy(swap: Swap, what: str) -> str:
    if swap.committees:
        told = f"Låt radernas {what} i de två kolumnerna byta plats, eller gör om uttaget."
    elif swap.totals_stand:
        told = f"Låt radernas {what} i de två kolumnerna byta plats, men inte summornas, eller gör om uttaget."
    else:
        told = "Låt de två rubrikerna byta plats, eller gör om uttaget."
    if "xlsx" in swap.example:
        told += f" Är det den arbetsbok som {what}en är jämförda med som är fel: rätta den."
    return told


RULE = Rule(
    code=CODE,
    title="Kolumner under varandras rubriker",
    catches="Två kolumner som har bytt plats, till exempel budget och utfall: i huvudboken, också för en nämnd ensam, "
    "i budgetramarna, balansräkningen, nämndens prognos, investeringarna och sjukfrånvaron. Det sägs en gång, och de "
    "andra reglerna prövar beloppen som de blir när de är rättade.",
    check=check,
    needs=(),
    readers=("committee", "region"),
    limits=("share", "times_nearer", "least_amounts"),
    mend=mended,
    explains=explained,
    may_be_confirmed=True,
    example=(
        "Kolumnerna ”Budget” och ”Utfall” har varandras belopp: för 2024-05, som är efter perioden, står ett utfall i "
        "cell H26 och inget i cell G26. Varje kolumn väntas ha det som dess rubrik säger. Låt de två rubrikerna byta "
        "plats, eller gör om uttaget. Är det rätt ändå: bekräfta det i params/confirmations.yml med regeln "
        "kolumnernas-rubriker och värdet ”Budget och Utfall”."
    ),
)
