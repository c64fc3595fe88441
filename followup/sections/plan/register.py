"""The register of a plan's follow-up: what went otherwise than planned, what has no status, and every entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from followup.analysis.plan.plan_statuses import WORSE
from followup.document.block_series import BlockSeries
from followup.document.blocks import Block, Column, Heading, Row, Table, Text
from followup.document.cells import Cell
from followup.document.document import slug
from followup.document.tables import prose_cell, text_cell
from followup.ground import swedish
from followup.sections.plan.entries import directly_under, followed_words, label_of, title_of
from followup.sections.plan.statuses import codes_of, counts, in_numbers, outer_word, status_cell, workbook_and_plan

if TYPE_CHECKING:
    from followup.analysis.plan.plan_statuses import StatusRow, StatusTable
    from followup.ground.figure_table import FigureTable, RowName
    from followup.params.plan.nodes import Node
    from followup.reports.plan import PlanReport


def worse(report: PlanReport) -> Block:
    """What went otherwise than planned, with who answers for it and why, by outermost entry."""
    if not len(report.worse):
        words = [status_cell(report, code).text for code in WORSE if code in codes_of(report)]
        nothing = f"Inget i planen har status {' eller '.join(map(swedish.lowered, words))}."
        return Text(id="avviker", role="absent", title="Avviker från planen", paragraphs=([nothing],))
    assert report.plan is not None  # something of it is followed
    titles = {root.code: title_of(report.plan, root) for root in report.plan.roots}
    rows: list[Row] = []
    for code, title in titles.items():
        part = report.worse.only(codes_below(report.worse, code))
        if len(part):
            rows.append(Row(f"under-{code}", (Cell(title),), role="group"))
        rows += [
            Row(
                str(node),
                (*_entry(report, node, row), text_cell(row.text("responsible")), prose_cell(row.text("comment"))),
            )
            for node, row in part.rows()
        ]
    return Table(
        id="avviker",
        caption=f"Avviker från planen, per {outer_word(report.plan)}",
        columns=(
            *_columns(report),
            Column("responsible", "Ansvarig", "text", 1.2),
            Column("comment", "Kommentar", "prose", 2.6),
        ),
        rows=tuple(rows),
        source=workbook_and_plan(report),
    )


def assessed(report: PlanReport) -> BlockSeries:
    """The entries that have been assessed as a whole, beside what became of their parts; nothing without any."""
    found, plan = report.assessed, report.plan
    if plan is None or not len(found):
        return BlockSeries(why="inget är bedömt som helhet")
    levels = {node.code: plan.level(node.level).name for node in plan.nodes}
    table = Table(
        id="bedomt-som-helhet",
        caption="Bedömningen av helheten, och vad som har blivit av delarna",
        columns=(
            Column("label", "Del av planen", "text", 2.2),
            Column("status", "Bedömning", "status", 1.2),
            Column("parts", "Delarnas status", "text", 2.0),
            Column("comment", "Ansvarig och kommentar", "prose", 2.2),
        ),
        rows=tuple(
            Row(
                str(code),
                (
                    Cell(f"{levels[str(code)]} {named(report, code)}"),
                    status_cell(report, row.text("status")),
                    Cell("; ".join(_parts(report, str(code)))),
                    prose_cell("\n\n".join(filter(None, (row.text("responsible"), row.text("comment"))))),
                ),
            )
            for code, row in found.rows()
        ),
        notes=("Bedömningen är gjord för sig och räknas inte ur delarna.",),
        source=workbook_and_plan(report),
    )
    return BlockSeries((Heading("avsnitt-bedomt-som-helhet", "Bedömt som helhet"), table))


def _parts(report: PlanReport, code: str) -> Iterator[str]:
    """`Klart: 3 av 8`, for each status that any part has."""
    row = report.statuses_by_node.row(code)
    whole = int(row["all"].value or 0)
    for name in codes_of(report):
        if row[name].value:
            yield f"{status_cell(report, name).text}: {int(row[name].value or 0)} av {whole}"


def missing(report: PlanReport) -> Block:
    """What has no status, said outright."""
    without = report.without_status
    if not len(without):
        nothing = "Allt i planen har en status."
        return Text(id="utan-status", role="absent", title="Utan status", paragraphs=([nothing],))
    return Text(
        id="utan-status",
        role="attention",
        title="Status saknas i underlaget",
        items=tuple([named(report, code)] for code, _ in without.rows()),
    )


def everything(report: PlanReport) -> Block | BlockSeries:
    """Every followed entry with its status, a heading and a table for each outermost entry."""
    if report.plan is None or not len(report.statuses):
        return Text(id="alla-status", paragraphs=(["Planen har inget som följs upp."],))
    _, many = followed_words(report.plan)
    blocks: list[Block] = []
    for root in report.plan.roots:
        part = report.statuses.only(codes_below(report.statuses, root.code))
        name, title = f"status-{slug(root.code)}", title_of(report.plan, root)
        blocks.append(Heading(f"avsnitt-{name}", title))
        blocks.append(_register(report, name, f"Status för {many}", _by_parent(report, root, part)))
    return BlockSeries(blocks)


def other_plans(report: PlanReport) -> BlockSeries:
    """The year's other plans of the committee, each followed up in brief and in full; nothing where there is one."""
    found = (block for other in report.others for block in _part(other))
    return BlockSeries(found, why="nämnden har en enda plan för året")


def _part(report: PlanReport) -> Iterator[Block]:
    assert report.plan is not None  # it is one of several
    stem = slug(report.plan.stem)
    yield Heading(f"uppfoljning-{stem}", f"Uppföljning av {report.plan.title}", level=2)
    found = everything(report)
    shown = (in_numbers(report), counts(report), worse(report), missing(report))
    for block in (*shown, *(found if isinstance(found, tuple) else (found,))):
        yield replace(block, id=f"{block.id}-{stem}")


def codes_below(table: FigureTable[Literal["root"]], root: str) -> list[RowName]:
    """The rows of one of the outermost entries: itself, where it is followed, and what is below it."""
    return [name for name, row in table.rows() if row.text("root") == root]


def _by_parent(report: PlanReport, root: Node, part: StatusTable) -> list[Row]:
    """The rows, under the name of what lies between the outermost entry and each of them.

    What lies right below the outermost entry has a line that says so, where its neighbours do not.
    """
    assert report.plan is not None  # it has entries that are followed
    nodes = {node.code: node for node in (root, *root.descendants())}
    grouped = any(nodes[str(code)].parent not in ("", root.code) for code in part.names)
    rows: list[Row] = []
    above = ""
    for code, row in part.rows():
        node = nodes[str(code)]
        if node.parent not in ("", root.code):
            words = label_of(nodes[node.parent])
        else:
            words = directly_under(report.plan, root, node) if grouped else ""
        if words != above:
            above = words
            rows.append(Row(f"under-{code}", (Cell(words),), role="group"))
        said = "" if row.text("status") in WORSE else row.text("comment")
        about = "\n\n".join(words for words in (row.text("responsible"), said) if words)
        rows.append(Row(str(code), (*_entry(report, code, row), prose_cell(about))))
    return rows


def _columns(report: PlanReport) -> tuple[Column, Column]:
    one = followed_words(report.plan)[0] if report.plan else "post"
    return Column("label", one[:1].upper() + one[1:], "text", 7.0), Column("status", "Status", "status", 1.0)


def _entry(report: PlanReport, code: RowName, row: StatusRow) -> tuple[Cell, Cell]:
    """An entry's name with its code, its carry-over and its note, and its status."""
    return Cell(named(report, code)), status_cell(report, row.text("status"))


def named(report: PlanReport, code: RowName) -> str:
    """`1.1.2.5.1.4 Det Spelar Roll i Halland (Social hållbarhet 2017)`"""
    node = report.plan.find(str(code)) if report.plan else None
    assert node is not None  # the rows are the plan's entries
    return f"{code} {label_of(node)}"


def _register(report: PlanReport, block_id: str, caption: str, rows: list[Row]) -> Table:
    said = ("Kommentarerna till det som avviker från planen står för sig ovan.",) if len(report.worse) else ()
    return Table(
        id=block_id,
        caption=caption,
        columns=(*_columns(report), Column("responsible", "Ansvarig och kommentar", "prose", 1.0)),
        rows=tuple(rows),
        notes=said,
        source=workbook_and_plan(report),
    )
