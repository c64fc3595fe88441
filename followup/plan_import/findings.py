"""What is doubtful about a plan as a whole: skipped levels, the same words twice, goals that nobody carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from followup.ground.errors import Problem, Severity
from followup.ground.regions import REGION
from followup.ground.wording import listed, normalised, quoted
from followup.params.plan.file import LevelEntry
from followup.plan_import.carriers import Carriers
from followup.plan_import.drafts import Draft, ReadPlan, walked
from followup.plan_import.grid import Grid


def of_plan(plan: ReadPlan, grid: Grid, owner: str, known: Mapping[str, LevelEntry]) -> Iterator[Problem]:
    """Every doubt about the entries that have a place. `known` are the levels that plans have."""
    yield from _twice(plan.roots, grid)
    for draft in walked(plan.roots):
        yield from _twice(draft.children, grid)
        yield from _skipped(draft, plan, grid)
    new = [level.name for level in plan.levels if normalised(level.name) not in known]
    if new:
        found = f"Ingen plan har nivån {listed(map(quoted, new), 'eller')}, så namnet står också där flera räknas upp."
        remedy = (
            "Skriv hur en och flera heter, under levels (name och plural) i planens fil. Är det ingen nivå: rätta "
            "tabellen och börja om."
        )
        expected = "En nivå har ett namn för en och ett för flera: Aktivitet, Aktiviteter."
        yield Problem(grid.name, grid.sheet, "", found, expected, remedy, Severity.NOTE)
    if owner == REGION:
        yield from _uncarried(plan, grid)


def of_totals(roots: Sequence[Draft], grid: Grid, words: Sequence[str]) -> Iterator[Problem]:
    """A warning for each entry that is no more than a word for a total (`words`)."""
    known = set(map(normalised, words))
    for draft in walked(roots):
        if normalised(draft.name) in known and not draft.children:
            yield grid.problem(
                draft.row,
                draft.column,
                f"{quoted(draft.name)} har blivit en post, {draft.code}.",
                "En summarad är ingen post.",
                "Ta bort den ur planens fil om raden är en summa.",
                Severity.WARNING,
            )


def of_groups(roots: Sequence[Draft], grid: Grid, carriers: Carriers) -> Iterator[Problem]:
    """A note for each name of several committees that was taken from an earlier plan."""
    named = {name for draft in walked(roots) for name in draft.committees or ()}
    for group in carriers.groups.values():
        if group.name in named:
            found = f"Vilka {quoted(group.name)} är står i {group.file}: {listed(group.committees)}."
            expected = "Namnet på flera nämnder står med deras koder under groups i planen."
            remedy = "Kontrollera att det är samma nämnder i år."
            yield Problem(grid.name, grid.sheet, "", found, expected, remedy, Severity.NOTE)


def _twice(siblings: Sequence[Draft], grid: Grid) -> Iterator[Problem]:
    first: dict[tuple[int, str], Draft] = {}
    for draft in siblings:
        other = first.setdefault((draft.depth, normalised(draft.name)), draft)
        if other is not draft:
            yield grid.problem(
                draft.row,
                draft.column,
                f"{quoted(draft.name)} står också på rad {other.row + 1}, under samma post. Båda har blivit poster, "
                f"{other.code} och {draft.code}.",
                "Varje post står en gång.",
                "Ta bort den ena ur planens fil om de är samma.",
                Severity.WARNING,
            )


def _skipped(draft: Draft, plan: ReadPlan, grid: Grid) -> Iterator[Problem]:
    above = draft.parent.depth if draft.parent else -1
    if draft.depth == above + 1:
        return
    between = listed(quoted(level.name) for level in plan.levels[above + 1 : draft.depth])
    parent = (
        f"direkt under {quoted(draft.parent.name)}" if draft.parent else "ytterst i planen, utan någon post över sig"
    )
    yield grid.problem(
        draft.row,
        draft.column,
        f"{quoted(draft.name)} ligger {parent}: nivån {between} är överhoppad.",
        "En post ligger oftast under en post på nivån ovanför.",
        "Är det fel: flytta den i planens fil.",
        Severity.NOTE if draft.parent else Severity.WARNING,
    )


def _uncarried(plan: ReadPlan, grid: Grid) -> Iterator[Problem]:
    depth = max(draft.depth for draft in walked(plan.roots))
    codes = [draft.code for draft in walked(plan.roots) if draft.depth == depth and not _carriers(draft)]
    if codes:
        found = f"{listed(codes, most=10)} bärs inte av någon nämnd."
        expected = "Det som regionen följer upp bärs av en eller flera nämnder."
        remedy = "Skriv nämnderna under committees i planens fil."
        yield Problem(grid.name, grid.sheet, "", found, expected, remedy, Severity.WARNING)


def _carriers(draft: Draft | None) -> tuple[str, ...]:
    while draft and draft.committees is None:
        draft = draft.parent
    return (draft.committees or ()) if draft else ()
