"""The follow-up of a plan in numbers: how many entries have each status, in all and for each part of the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.analysis.plan.plan_statuses import GOOD, NO_STATUS, WORSE
from followup.document.blocks import Block, Column, Row, Table, Text, Tile, Tiles
from followup.document.cells import Cell, Inline, Sentence, cell_of
from followup.document.tables import source_line
from followup.ground import swedish
from followup.ground.figure import COUNT, Figure
from followup.sections.plan.entries import followed_words, label_of, part_of, title_of
from followup.sections.shared import promise_cells

if TYPE_CHECKING:
    from followup.params.plans import Plan
    from followup.reports.plan import PlanReport

# Four tiles on either scale: what has no such code has no such tile.
_TILES = (("done",), ("on_schedule",), ("on_track",), ("uncertain",), WORSE, ("not_started", "not_assessed", NO_STATUS))


def status_cell(report: PlanReport, code: str) -> Cell:
    """The status as symbol and word; what has none says so."""
    return promise_cells.status_cell(report.grades, code)


def tiles(report: PlanReport) -> Tiles:
    """How many are done, on schedule, otherwise than planned, and without a status."""
    counts = report.status_counts
    whole = len(report.statuses)
    found = []
    for codes in _TILES:
        known = [code for code in codes if code in counts]
        words = [status_cell(report, code).text for code in known]
        if not known:
            continue
        total = Figure.sum([counts[code] for code in known], COUNT)
        main = cell_of(total, 0)
        label = " eller ".join((words[0], *map(swedish.lowered, words[1:])))
        each: tuple[Sentence, ...] = tuple(
            [status_cell(report, code), ": ", cell_of(counts[code], 0)] for code in known if len(known) > 1
        )
        found.append(Tile(label, _of_all(main, whole), each))
    return Tiles(id="nyckeltal", tiles=tuple(found))


def _of_all(cell: Cell, whole: int) -> Cell:
    return replace(cell, text=f"{cell.text} av {whole}")


def in_brief(report: PlanReport) -> Text:
    """How much is done or goes as planned, how that has changed, and where most does not: the tiles have the counts."""
    return _brief(report, _on_plan)


def in_numbers(report: PlanReport) -> Text:
    """As `in_brief`, of a plan that stands beside the report's own and has no tiles: with the count of each status."""
    return _brief(report, _counted)


def _brief(report: PlanReport, first: Callable[[PlanReport], Sentence]) -> Text:
    if report.plan is None or not len(report.statuses):
        return Text(id="i-korthet", role="summary", paragraphs=(["Planen har inget som följs upp."],))
    found = (first(report), _worst_root(report) if len(report.worse) else [])
    return Text(id="i-korthet", role="summary", title="I korthet", items=tuple(one for one in found if one))


def _whole_count(report: PlanReport) -> Figure:
    return Figure.count(len(report.statuses), next(iter(report.status_counts.values())).origin)


def _counted(report: PlanReport) -> Sentence:
    assert report.plan is not None  # it has entries that are followed
    words = swedish.plural(len(report.statuses), *followed_words(report.plan))
    return ["Planen har ", cell_of(_whole_count(report), 0), f" {words} som följs upp. Status: ", *_shares(report), "."]


def _on_plan(report: PlanReport) -> Sentence:
    """`276 av 381 poster har status klart eller enligt plan, 25 färre än i augusti.`"""
    assert report.plan is not None  # it has entries that are followed
    words = swedish.plural(len(report.statuses), *followed_words(report.plan))
    grades = [swedish.lowered(grade.word) for grade in report.grades if grade.code in GOOD]
    *_, before, now = (None, *(_good(row.figures) for _, row in report.status_development.rows()))
    assert now is not None  # the last row is this follow-up's
    whole = cell_of(_whole_count(report), 0)
    said: Sentence = [cell_of(now, 0), " av ", whole, f" {words} har status {swedish.list_of(grades, 'eller')}"]
    if before is None:
        return [*said, "."]
    month = report.status_development.texts("name")[-2].split()[0].lower()
    change = int(now.known - before.known)
    if not change:
        return [*said, f", lika många som i {month}."]
    shown = replace(cell_of(_size_of(now - before), 0), text=swedish.in_words(abs(change), common=True))
    return [*said, ", ", shown, f" {'fler' if change > 0 else 'färre'} än i {month}."]


def _good(counted: dict[str, Figure]) -> Figure:
    return Figure.sum((counted[code] for code in GOOD if code in counted), COUNT)


def _size_of(change: Figure) -> Figure:
    return change if change.known > 0 else -change


def _shares(report: PlanReport) -> list[Inline]:
    parts: list[Inline] = []
    present = [code for code, figure in report.status_counts.items() if figure.value]
    for place, code in enumerate(present):
        joiner = "" if place == 0 else " och " if place == len(present) - 1 else ", "
        word = status_cell(report, code).text
        parts += [f"{joiner}{swedish.lowered(word)} ", cell_of(report.status_counts[code], 0)]
    return parts


def _worst_root(report: PlanReport) -> Sentence:
    """Where most went otherwise than planned."""
    assert report.plan is not None  # it has entries that are followed
    (code, most), *others = Counter(report.worse.texts("root")).most_common()
    if others and others[0][1] == most:
        return []
    row = report.statuses_by_root.row(code)
    total = Figure.sum((row[name] for name in WORSE if name in row.entries), COUNT)
    number = swedish.plural(int(total.value or 0), *followed_words(report.plan))
    return [f"Flest avvikelser från planen finns i {code} {row.text('name')}: ", cell_of(total, 0), f" {number}."]


def chart(report: PlanReport) -> Block:
    """The statuses of each outermost entry."""
    if not len(report.statuses):
        return Text(id="diagram-status", paragraphs=(["Det finns inga statusar att visa."],))
    from followup.charts import plan_statuses as drawing

    words = followed_words(report.plan)[1] if report.plan else "poster"
    return drawing.chart(report.statuses_by_root, report.grades, words, source=workbook_and_plan(report))


def counts(report: PlanReport) -> Block:
    """How many have each status, for each outermost entry."""
    if report.plan is None:
        return Text(id="status-per-del", paragraphs=(["Nämnden har ingen plan att följa upp."],))
    return Table(
        id="status-per-del",
        caption=f"{followed_words(report.plan)[1].capitalize()} med varje status, per {outer_word(report.plan)}",
        columns=(Column("label", part_of(report.plan), "text", 2.6), *_count_columns(report)),
        rows=(
            *(
                Row(str(code), (Cell(f"{code} {row.text('name')}"), *_count_cells(report, row.figures)))
                for code, row in report.statuses_by_root.rows()
            ),
            Row("summa", (Cell("Hela planen"), *_count_cells(report, _whole(report))), role="total"),
        ),
        unit_line=f"Antal {followed_words(report.plan)[1]}",
        source=workbook_and_plan(report),
    )


def lower_levels(report: PlanReport) -> Block:
    """The same count for the entries of the second level, where the plan has more than two."""
    plan = report.plan
    if plan is None or len(plan.places) < 3:
        return Text(
            id="status-per-niva", paragraphs=(["Planen har inga nivåer mellan den översta och den som följs upp."],)
        )
    level = plan.places[1]
    names = {root.code: title_of(plan, root) for root in plan.roots}
    rows: list[Row] = []
    for root in plan.roots:
        below = [child for child in root.children if child.depth == 1 and child.children]
        if not below:
            continue
        rows.append(Row(f"grupp-{root.code}", (Cell(names[root.code]),), role="group"))
        counted = [report.statuses_by_node.row(node.code).figures for node in below]
        rows += [
            Row(node.code, (Cell(label_of(node)), *_count_cells(report, row)))
            for node, row in zip(below, counted, strict=True)
        ]
        rest = _rest(report.statuses_by_node.row(root.code).figures, counted)
        if rest["all"].value:
            rows.append(Row(f"direkt-{root.code}", (Cell(f"Direkt under {root.code}"), *_count_cells(report, rest))))
    if not rows:
        nothing = f"Planens {level.plural.lower()} står redan var för sig i tabellen ovan."
        return Text(id="status-per-niva", paragraphs=([nothing],))
    return Table(
        id="status-per-niva",
        caption=f"Status per {level.name.lower()}",
        columns=(Column("label", level.name, "text", 2.6), *_count_columns(report)),
        rows=tuple(rows),
        unit_line=f"Antal {followed_words(plan)[1]}",
        source=workbook_and_plan(report),
    )


def _rest(whole: dict[str, Figure], parts: list[dict[str, Figure]]) -> dict[str, Figure]:
    """What is left of an entry's counts when those of its parts are taken away."""
    return {name: figure - Figure.sum((part[name] for part in parts), COUNT) for name, figure in whole.items()}


def codes_of(report: PlanReport) -> list[str]:
    """The scale's codes in its order, and that of what has no status."""
    return [grade.code for grade in report.grades] + [NO_STATUS]


def _count_columns(report: PlanReport) -> Iterator[Column]:
    yield Column("all", "Alla")
    for code in codes_of(report):
        yield Column(code, status_cell(report, code).text)


def _count_cells(report: PlanReport, row: dict[str, Figure]) -> list[Cell]:
    return [cell_of(row[name], 0) for name in ("all", *codes_of(report))]


def _whole(report: PlanReport) -> dict[str, Figure]:
    counted = report.status_counts
    return {"all": Figure.sum(counted.values(), COUNT)} | counted


def outer_word(plan: Plan) -> str:
    """What an outermost entry is called within a sentence."""
    return swedish.lowered(part_of(plan))


def workbook_and_plan(report: PlanReport) -> str:
    """The source line: the workbook of statuses, and the plan."""
    plan = f" Planen: {report.plan.title}." if report.plan else ""
    return source_line(report.sources.plan_statuses.workbook, example=report.sources.is_example) + plan
