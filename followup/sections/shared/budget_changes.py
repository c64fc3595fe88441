"""Beslutade budgetförändringar: each decision with date, years, financing and calculation; the frame after it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from followup.analysis import budget_changes
from followup.analysis.budget_changes import FRAME, RESULT, Decision
from followup.document import markdown
from followup.document.block_series import BlockSeries
from followup.document.blocks import Block, Column, Comment, Row, RowRole, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.document import slug
from followup.document.tables import text_cell
from followup.ground import swedish
from followup.ground.figure import Figure

if TYPE_CHECKING:
    from followup.params.plan.tables import BudgetChange
    from followup.params.plans import Plan
    from followup.sections.shared.needs import Addressed

ID = "budgetforandringar"
TITLE = "Beslutade budgetförändringar"
# The table's own, below a heading of those words.
CAPTION = "Beslut som ändrar budgeten, med belopp och beräkning"
THOUSANDS = "tkr"


def table(report: Addressed) -> Block:
    """The decisions that concern the report's committee by the end of its period, with their calculations."""
    decisions = _decisions(report)
    if not decisions:
        return Text(role="absent", id=ID, title=TITLE, paragraphs=([_none(report, "budgeten")],))
    rows = tuple(row for one in decisions for row in _rows(report, one))
    notes = tuple(note for one in decisions for note in _notes(one))
    return Table(
        id=ID,
        caption=CAPTION,
        columns=(
            Column("label", "Beslut", "text", 3.0),
            Column("amount", "Belopp", "number", 0.9),
            Column("comment", "Avser", "text", 3.0),
        ),
        rows=rows,
        unit_line="Belopp i tkr, som i besluten: tillskott och kostnader utan tecken, intäkter med minus.",
        notes=notes,
        source="Källa: " + "; ".join(dict.fromkeys(one.change.source for one in decisions)) + ".",
    )


def frame(report: Addressed) -> Block:
    """The committee's frame as its plan prints it, and after the decisions."""
    plans = [plan for plan in _plans(report) if plan.year == report.period.year]
    found = [(plan, budget_changes.applied(plan, report.committee.code, report.period)) for plan in plans]
    moved = [(plan, rows) for plan, rows in found if not rows[FRAME, "amount"].is_missing]
    if not moved:
        added = [rows[str(code), "amount"] for _, rows in found for code in rows.names if code not in (FRAME, RESULT)]
        words: Sentence = [f"Planen för {report.period.year} anger ingen budgetram som beslut kan ändra."]
        if added:
            more = cell_of(_in_thousands(-Figure.sum(added)), 0, signed=True, with_unit=True)
            words = [
                f"Underlagen för {report.period.year} anger ingen budgetram. Besluten ändrar budgeten med ",
                more,
                ".",
            ]
        return Text(id=f"{ID}-ram", title="Budgetram efter beslut", paragraphs=(words,))
    plan, rows = moved[0]
    amounts = {code: _in_thousands(-row["amount"]) for code, row in rows.rows()}
    if len(rows) == 2:
        shown = cell_of(amounts[FRAME], 0, with_unit=True)
        sentence: Sentence = ["Budgetramen är ", shown, f". {_unmoved(report)}"]
        return Text(id=f"{ID}-ram", title="Budgetram efter beslut", paragraphs=(sentence,))
    labels = {FRAME: f"Budgetram enligt {plan.title}", RESULT: "Budgetram efter beslut"}
    return Table(
        id=f"{ID}-ram",
        caption="Budgetram efter beslut",
        columns=(
            Column("label", "Post", "text", 3.0),
            Column("decided_on", "Beslutat", "text", 1.2),
            Column("amount", "Belopp", "number", 1.0),
        ),
        rows=tuple(
            Row(
                str(code),
                (
                    Cell(labels.get(str(code), row.text("label"))),
                    text_cell(swedish.day_of(row.text("decided_on")) if row.text("decided_on") else ""),
                    cell_of(amounts[code], 0, signed=code not in labels),
                ),
                role="total" if code == RESULT else "body",
            )
            for code, row in rows.rows()
        ),
        unit_line="Belopp i tkr. Ramen är en nettokostnad och visas utan tecken.",
        source=f"Källa: {plan.source}.",
    )


def reasons(report: Addressed) -> BlockSeries:
    """Why each decision on the plan was taken, in the case's own words; in the plan's document alone."""
    return BlockSeries(
        (
            Comment(
                f"{ID}-{slug(one.change.code)}", f"Ur ärendet {one.change.title}", markdown.prose_of(one.change.text)
            )
            for one in _decisions(report)
            if one.change.text and report.period.is_plan and one.plan.year == report.period.year
        ),
        why="inget beslut som ändrar planen har en motivering, eller rapporten är inte planens eget dokument",
    )


def _plans(report: Addressed) -> list[Plan]:
    """All plans, the committee's own first: a decision may stand in another's plan, or in an earlier year's."""
    return sorted(report.params.all_plans, key=lambda plan: plan.owner != report.committee.code)


def _decisions(report: Addressed) -> list[Decision]:
    return budget_changes.decided(_plans(report), report.committee.code, report.period)


def _unmoved(report: Addressed) -> str:
    """Why the frame is as it was."""
    decisions = _decisions(report)
    if not decisions:
        return _none(report, "den")
    named = swedish.list_of(f"{one.change.title} (finansiering: {one.change.financed_by})" for one in decisions)
    return f"Utanför ramen: {named}."


def _rows(report: Addressed, decision: Decision) -> Iterator[Row]:
    change = decision.change
    key = change.code
    yield Row(
        key,
        (Cell(f"{change.title}, beslutat {swedish.day_of(change.decided_on)} av {change.decided_by}"),),
        role="group",
    )
    for number, clause in enumerate(change.clauses, 1):
        yield Row(f"{key}-beslut-{number}", (Cell(f"Beslutspunkt {number}"), Cell(""), Cell(clause)))
    if change.prepared_by:
        yield Row(f"{key}-beredning", (Cell("Berett av"), Cell(""), Cell(change.prepared_by)))
    receiver = report.params.committees[change.committee].name
    purpose = f"{change.activity} ({receiver})" if change.activity else receiver
    for number, (year, amount) in enumerate(change.amounts.items()):
        label = f"Tillskott {year}" if number == 0 else f"Ytterligare tillskott {year}"
        yield _row(f"{key}-{year}", label, -amount, purpose)
    yield Row(f"{key}-finansiering", (Cell("Finansiering"), Cell(""), Cell(change.financed_by)))
    lines = budget_changes.calculation(change)
    for place, line in lines.rows():
        yield _row(f"{key}-berakning-{place}", line.text("label"), -line["amount"], "Beräkning" if place == 1 else "")
    if len(lines):
        yield _row(
            f"{key}-berakning", "Nettokostnad enligt beräkningen", -budget_changes.calculated(change), "", "total"
        )


def _row(key: str, label: str, amount: Figure, comment: str, role: RowRole = "body") -> Row:
    return Row(key, (Cell(label), cell_of(_in_thousands(amount), 0), Cell(comment)), role=role)


def _notes(decision: Decision) -> Iterator[str]:
    change = decision.change
    lines = [line["amount"] for _, line in budget_changes.calculation(change).rows()]
    if lines:
        yield f"{change.title}: {_sum_in_words(lines)}{swedish.NBSP}{THOUSANDS}."
    if len(change.amounts) > 1:
        last = max(change.amounts)
        level = _in_thousands(-change.level(last))
        yield (
            f"Tillskotten läggs till varandra: från {last} är de tillsammans {cell_of(level, 0, with_unit=True).text}."
        )
    if lines and change.amounts:
        yield from _remark(change)
    if change.note:
        yield change.note


def _remark(change: BudgetChange) -> Iterator[str]:
    """That more is needed than is given, where the decision's own numbers say so."""
    lacking = change.level(max(change.amounts)) - budget_changes.calculated(change)
    if lacking.value and lacking.value > 0:
        shown = cell_of(_in_thousands(lacking), 0, with_unit=True).text
        yield (
            f"Den beräknade nettokostnaden är {shown} större än tillskotten tillsammans. Ärendet säger inte hur "
            "skillnaden betalas."
        )


def _sum_in_words(lines: list[Figure]) -> str:
    """`945 + 450 + 200 + 315 − 300 = 1 610`."""
    parts = [_in_thousands(-amount).value or 0.0 for amount in lines]
    text = swedish.number(parts[0], 0)
    for value in parts[1:]:
        text += f" {swedish.MINUS if value < 0 else '+'} {swedish.number(abs(value), 0)}"
    return f"{text} = {cell_of(_in_thousands(-Figure.sum(lines)), 0).text}"


def _in_thousands(amount: Figure) -> Figure:
    return amount.times(Fraction(1, 1_000), THOUSANDS)


def _none(report: Addressed, what: str) -> str:
    """There may be decisions on another year or committee, and others that are not among the sources."""
    period = report.period
    until = "" if period.is_plan else f" till och med {period.month_and_year}"
    return f"Inget beslut bland underlagen{until} ändrar {what} för {period.year}."
