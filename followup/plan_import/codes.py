"""The codes of entries: those that the table gives, each once, and for the rest the place, as 1, 1.1, 1.0.1.

A place is counted on each level, with a 0 for a level that the entry skips.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from followup.ground.errors import Problem, Severity
from followup.ground.wording import quoted
from followup.plan_import.drafts import Draft, walked
from followup.plan_import.grid import Grid


def give_codes(roots: list[Draft], grid: Grid) -> Iterator[Problem]:
    """Gives every entry a code of its own; yields those whose code another one has."""
    taken: dict[str, Draft] = {}
    twice: list[tuple[Draft, str]] = []
    for draft in walked(roots):
        if draft.code in taken:
            twice.append((draft, draft.code))
            draft.code = ""
        elif draft.code:
            taken[draft.code] = draft
    yield from _lost_zeros(roots, grid)
    _number(roots, "", 0, set(taken))
    for draft, code in twice:
        expected, remedy = "Varje post har en egen kod.", "Rätta den som är fel av de två."
        if _is_number(code, draft.row, grid):
            expected += f" I tabellen är den ett tal, och {code}0 blir talet {code}."
            remedy = "Skriv koderna som text i tabellen och börja om, eller rätta den som är fel av de två."
        yield grid.problem(
            draft.row,
            None,
            f"Koden {quoted(code)} står också på rad {taken[code].row + 1}.",
            expected,
            f"Posten har fått koden {quoted(draft.code)} efter sin plats. {remedy}",
        )


def _is_number(code: str, row: int, grid: Grid) -> bool:
    """Whether a code with a decimal, 1.1, is a number in its cell: then 1.10 looks the same."""
    return any(isinstance(content, float) and "." in code and str(content) == code for content in grid.rows[row])


def _lost_zeros(drafts: list[Draft], grid: Grid) -> Iterator[Problem]:
    """Tells of a 1.1 right after 1.9: a cell that holds a number has no 1.10."""
    for before, draft in pairwise(drafts):
        (above, _, last), (same, _, this) = before.code.rpartition("."), draft.code.rpartition(".")
        if above == same and last.isdecimal() and this.isdecimal() and int(last) + 1 == 10 * int(this):
            yield grid.problem(
                draft.row,
                None,
                f"Koden {quoted(draft.code)} står efter {quoted(before.code)}.",
                "Koderna följer på varandra. En cell med ett tal tappar nollan sist: 1.10 blir 1.1.",
                f"Är det {quoted(f'{draft.code}0')}: skriv det i planens fil.",
                Severity.WARNING,
            )
    for draft in drafts:
        yield from _lost_zeros(draft.children, grid)


def _number(drafts: list[Draft], above: str, depth: int, taken: set[str]) -> None:
    counts: Counter[int] = Counter()
    for draft in drafts:
        counts[draft.depth] += 1
        while not draft.code:
            skipped = ["0"] * (draft.depth - depth)
            code = ".".join([*([above] if above else []), *skipped, str(counts[draft.depth])])
            if code in taken:
                counts[draft.depth] += 1
            else:
                taken.add(code)
                draft.code = code
        _number(draft.children, draft.code, draft.depth + 1, taken)
