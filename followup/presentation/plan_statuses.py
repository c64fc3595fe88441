"""The follow-up of a plan: how many assignments have each status, what went otherwise than planned, and all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from followup.analysis.plan_statuses import NO_STATUS
from followup.figure import COUNT, Figure
from followup.presentation import swedish
from followup.presentation.block_series import BlockSeries
from followup.presentation.blocks import Block, Cell, Column, Inline, Row, Sentence, Table, Text, Tile, Tiles
from followup.presentation.document import slug
from followup.presentation.plan_hierarchy import part_of, title_of
from followup.presentation.tables import grade_cell, prose_cell, source_line, text_cell

if TYPE_CHECKING:
    from followup.plan_report import PlanReport

_MISSING = Cell("Status saknas", symbol="ring", tone="neutral")


def status_cell(report: PlanReport, code: str) -> Cell:
    """The status as symbol and word; what has none says so."""
    return _MISSING if code == NO_STATUS else grade_cell(report.grades, code)


def tiles(report: PlanReport) -> Tiles:
    """How many are done, on schedule, otherwise than planned, and without a status."""
    counts = report.status_counts
    whole = len(report.statuses)
    found = []
    for codes in (("done",), ("on_schedule",), ("delayed", "cancelled"), ("not_started", NO_STATUS)):
        known = [code for code in codes if code in counts]
        words = [status_cell(report, code).text for code in known]
        if not known:
            continue
        total = Figure.sum([counts[code] for code in known], COUNT)
        main = swedish.cell_of(total, 0)
        label = " eller ".join((words[0], *(word[:1].lower() + word[1:] for word in words[1:])))
        each: tuple[Sentence, ...] = tuple(
            [status_cell(report, code), ": ", swedish.cell_of(counts[code], 0)] for code in known if len(known) > 1
        )
        found.append(Tile(label, _of_all(main, whole), each))
    return Tiles(id="nyckeltal", tiles=tuple(found))


def _of_all(cell: Cell, whole: int) -> Cell:
    return replace(cell, text=f"{cell.text} av {whole}")


def in_brief(report: PlanReport) -> Text:
    """What became of the plan's assignments, and what is not known."""
    if report.plan is None or not len(report.statuses):
        return Text(id="i-korthet", role="summary", paragraphs=(["Planen har inget som följs upp."],))
    level = report.plan.level(report.plan.followed)
    noun = level.plural[:1].lower() + level.plural[1:]
    counts = report.status_counts
    whole = Figure(float(len(report.statuses)), COUNT, next(iter(counts.values())).origin)
    items: list[Sentence] = [
        ["Planen följs upp med ", swedish.cell_of(whole, 0), f" {noun}. Status: ", *_shares(report), "."]
    ]
    if len(report.worse):
        worst = _worst_root(report)
        if worst:
            items.append(worst)
    if counts[NO_STATUS].value:
        missing = swedish.cell_of(counts[NO_STATUS], 0)
        items.append([missing, f" av {len(report.statuses)} {noun} saknar status i underlaget."])
    return Text(id="i-korthet", role="summary", title="I korthet", items=tuple(items))


def _shares(report: PlanReport) -> list[Inline]:
    parts: list[Inline] = []
    present = [code for code, figure in report.status_counts.items() if figure.value]
    for place, code in enumerate(present):
        joiner = "" if place == 0 else " och " if place == len(present) - 1 else ", "
        word = status_cell(report, code).text
        parts += [f"{joiner}{word[:1].lower()}{word[1:]} ", swedish.cell_of(report.status_counts[code], 0)]
    return parts


def _worst_root(report: PlanReport) -> Sentence:
    """Where most is delayed or cancelled."""
    by_root = report.worse["root"].value_counts()
    code = str(by_root.index[0])
    row = report.statuses_by_root.loc[code]
    if (by_root == by_root.iloc[0]).sum() > 1:
        return []
    total = row["delayed"] + row["cancelled"]
    return [f"Flest försenade eller avförda finns i {code}, {row['name']}: ", swedish.cell_of(total, 0), "."]


def chart(report: PlanReport) -> Block:
    """The statuses of each outermost entry."""
    if not len(report.statuses):
        return Text(id="diagram-status", paragraphs=(["Det finns inga statusar att visa."],))
    from followup.presentation.charts import plan_statuses as drawing

    return drawing.chart(report.statuses_by_root, report.grades, source=_source(report))


def counts(report: PlanReport) -> Block:
    """How many have each status, for each outermost entry."""
    if report.plan is None:
        return Text(id="status-per-del", paragraphs=(["Nämnden har ingen plan att följa upp."],))
    outer = part_of(report.plan)
    return Table(
        id="status-per-del",
        caption=f"Status per {outer[:1].lower()}{outer[1:]}",
        columns=(Column("label", outer, "text", 2.6), *_count_columns(report)),
        rows=(
            *(
                Row(str(code), (Cell(f"{code} {row['name']}"), *_count_cells(report, row)))
                for code, row in report.statuses_by_root.iterrows()
            ),
            Row("summa", (Cell("Hela planen"), *_count_cells(report, _whole(report))), role="total"),
        ),
        unit_line=f"Antal {report.plan.level(report.plan.followed).plural.lower()}",
        source=_source(report),
    )


def lower_levels(report: PlanReport) -> Block:
    """The same count for the entries of the second level, where the plan has more than two."""
    plan = report.plan
    if plan is None or len(plan.levels) < 3:
        return Text(
            id="status-per-niva", paragraphs=(["Planen har inga nivåer mellan den översta och den som följs upp."],)
        )
    level = plan.levels[1]
    names = {root.code: title_of(plan, root) for root in plan.roots}
    rows: list[Row] = []
    for root in plan.roots:
        below = [child for child in root.children if child.level == level.code]
        if below:
            rows.append(Row(f"grupp-{root.code}", (Cell(names[root.code]),), role="group"))
        for node in below:
            counted = report.statuses_by_node.loc[node.code]
            rows.append(Row(node.code, (Cell(node.name), *_count_cells(report, counted))))
    if not rows:
        nothing = f"Planens {level.plural.lower()} står redan var för sig i tabellen ovan."
        return Text(id="status-per-niva", paragraphs=([nothing],))
    return Table(
        id="status-per-niva",
        caption=f"Status per {level.name.lower()}",
        columns=(Column("label", level.name, "text", 2.6), *_count_columns(report)),
        rows=tuple(rows),
        unit_line=f"Antal {plan.level(plan.followed).plural.lower()}",
        source=_source(report),
    )


def _codes(report: PlanReport) -> list[str]:
    return [grade.code for grade in report.grades] + [NO_STATUS]


def _count_columns(report: PlanReport) -> Iterator[Column]:
    yield Column("all", "Alla")
    for code in _codes(report):
        yield Column(code, status_cell(report, code).text)


def _count_cells(report: PlanReport, row: pd.Series | dict[str, Figure]) -> list[Cell]:
    return [swedish.cell_of(row[name], 0) for name in ("all", *_codes(report))]


def _whole(report: PlanReport) -> dict[str, Figure]:
    counted = report.status_counts
    return {"all": Figure.sum(counted.values(), COUNT)} | counted


def worse(report: PlanReport) -> Block:
    """What is cancelled or delayed, with who answers for it and why."""
    if not len(report.worse):
        nothing = "Inget i planen är försenat eller avfört."
        return Text(id="avviker", title="Försenat eller avfört", paragraphs=([nothing],))
    return _register(report, "avviker", "Försenat eller avfört", report.worse)


def missing(report: PlanReport) -> Block:
    """What has no status, said outright."""
    without = report.without_status
    if not len(without):
        return Text(id="utan-status", title="Utan status", paragraphs=(["Allt i planen har en status."],))
    return Text(
        id="utan-status",
        role="attention",
        title="Status saknas i underlaget",
        items=tuple([f"{code} {row['name']}"] for code, row in without.iterrows()),
    )


def everything(report: PlanReport) -> Block:
    """Every followed entry with its status, one table for each outermost entry."""
    if report.plan is None or not len(report.statuses):
        return Text(id="alla-status", paragraphs=(["Planen har inget som följs upp."],))
    blocks: list[Block] = []
    for root in report.plan.roots:
        part = report.statuses[report.statuses["root"] == root.code]
        name, title = f"status-{slug(root.code)}", title_of(report.plan, root)
        if len(part):
            blocks.append(_register(report, name, title, part))
        else:
            level = report.plan.level(report.plan.followed).plural.lower()
            nothing = f"Planen har inga {level} under denna punkt."
            blocks.append(Text(id=name, title=title, paragraphs=([nothing],)))
    return BlockSeries(blocks)


def _register(report: PlanReport, block_id: str, caption: str, part: pd.DataFrame) -> Table:
    level = report.plan.level(report.plan.followed).name if report.plan else "Uppdrag"
    rows: list[Row] = []
    above = ""
    for code, row in part.iterrows():
        if row["above"] and row["above"] != above:
            above = row["above"]
            rows.append(Row(f"under-{code}", (Cell(above),), role="group"))
        about = f" ({row['carried_over']})" if row["carried_over"] else ""
        rows.append(
            Row(
                str(code),
                (
                    Cell(f"{row['name']}{about}"),
                    Cell(str(code)),
                    status_cell(report, row["status"]),
                    text_cell(row["responsible"]),
                    prose_cell(row["comment"]),
                ),
            )
        )
    return Table(
        id=block_id,
        caption=caption,
        columns=(
            Column("label", level, "text", 2.6),
            Column("code", "Kod", "text", 0.8),
            Column("status", "Status", "status", 1.1),
            Column("responsible", "Ansvarig", "text", 1.3),
            Column("comment", "Kommentar", "prose", 2.2),
        ),
        rows=tuple(rows),
        source=_source(report),
    )


def _source(report: PlanReport) -> str:
    plan = f" Planen: {report.plan.title}." if report.plan else ""
    return source_line(report.sources.plan_statuses.workbook, example=report.sources.is_example) + plan
