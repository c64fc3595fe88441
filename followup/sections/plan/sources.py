"""Om underlaget for a plan document: the plans and workbooks it rests on, what is remarked on, how it is to be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.document.block_series import BlockSeries
from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell
from followup.document.document import slug
from followup.document.tables import numbered_rows, text_cell
from followup.ground import swedish
from followup.sections.plan.entries import label_of
from followup.sections.shared import budget_changes, provenance

if TYPE_CHECKING:
    from followup.params.plans import Plan
    from followup.reports.plan import PlanReport

# What a remark is about, in the order in which the kinds are read.
_KINDS = {
    "left_out": "Utelämnat",
    "reference": "Hänvisar till något som underlaget saknar",
    "doubled": "Står flera gånger",
    "misprint": "Tryckfel och oklarheter",
}


def documents(report: PlanReport) -> Block:
    """Every plan that the document rests on, with where it was printed and the file that it was transcribed into."""
    if not report.sources_of_plan:
        return Text(id="planer", paragraphs=([f"Det finns ingen plan för {report.period.year} bland underlagen."],))
    owners = {code: committee.name for code, committee in report.params.committees.items()}
    return Table(
        id="planer",
        caption="Planer som dokumentet bygger på",
        columns=(
            Column("label", "Plan", "text", 2.0),
            Column("owner", "Gäller", "text", 1.4),
            Column("decided", "Fastställd", "text", 1.4),
            Column("source", "Källa", "text", 2.6),
            Column("file", "Fil", "text", 1.4),
        ),
        rows=tuple(
            Row(
                plan.stem,
                (
                    Cell(plan.title),
                    Cell(owners.get(plan.owner, plan.owner)),
                    Cell(_decided(plan)),
                    Cell(plan.source),
                    Cell(plan.file),
                ),
            )
            for plan in report.sources_of_plan
        ),
        notes=(report.params.texts.transcribed,),
    )


def _decided(plan: Plan) -> str:
    """By whom and when, and where the source says so."""
    if plan.decided is None:
        return "Framgår inte av underlaget"
    who = f"Av {plan.decided.by}{f' {swedish.day_of(plan.decided.on)}' if plan.decided.on else ''}"
    return f"{who} ({plan.decided.place})" if plan.decided.place else who


def remarks(report: PlanReport) -> BlockSeries:
    """What a reader must know of the transcription of the committee's own plans, and names printed in other words."""
    found = (block for plan in report.plans for block in (*_remarks(plan), *_printed(plan)))
    return BlockSeries(found, why="planerna har inga anmärkningar")


def _remarks(plan: Plan) -> Iterator[Table]:
    rows: list[Row] = []
    for kind, words in _KINDS.items():
        found = [one for one in plan.remarks if one.kind == kind]
        if found:
            rows.append(Row(f"slag-{kind}", (Cell(words),), role="group"))
        rows += numbered_rows(kind, ((Cell(one.text), text_cell(one.place)) for one in found))
    if rows:
        yield Table(
            id=f"anmarkningar-{slug(plan.stem)}",
            caption=f"Anmärkningar till underlaget: {plan.title}",
            columns=(Column("label", "Anmärkning", "text", 3.0), Column("place", "Var i underlaget", "text", 2.4)),
            rows=tuple(rows),
            source=f"Källa: {plan.source}.",
        )


def _printed(plan: Plan) -> Iterator[Table]:
    nodes = [node for node in plan.nodes if node.printed]
    placed = any(node.printed_place for node in nodes)
    if nodes:
        yield Table(
            id=f"tryckta-former-{slug(plan.stem)}",
            caption=f"Namn som också är tryckta på annat sätt: {plan.title}",
            columns=(
                Column("label", "Visas som", "text", 2.4),
                Column("printed", "Tryckt form", "text", 2.4),
                *((Column("place", "Var", "text", 1.0),) if placed else ()),
            ),
            rows=tuple(
                Row(
                    node.code,
                    (
                        Cell(f"{node.code} {label_of(node)}"),
                        Cell(node.printed),
                        *((text_cell(node.printed_place),) if placed else ()),
                    ),
                )
                for node in nodes
            ),
            notes=() if placed else ("Underlaget har bara den tryckta formen.",),
            source=f"Källa: {plan.source}.",
        )


def workbooks(report: PlanReport) -> Block:
    """The workbooks that were read; said outright where there are none."""
    if not report.sources.files:
        nothing = "Inga arbetsböcker har lästs: allt i dokumentet står i planen."
        return Text(id="arbetsbocker", title="Arbetsböcker", paragraphs=([nothing],))
    return provenance.workbooks(report)


def reading_rules(report: PlanReport) -> Text:
    """How signs, sums and codes are to be read."""
    texts = report.params.texts
    items = (
        *([texts.reading_plan_example] if report.sources.is_example else []),
        texts.reading_plan_signs,
        *([texts.reading_plan_changes] if isinstance(budget_changes.table(report), Table) else []),
        texts.reading_plan_sums,
        texts.reading_plan_missing,
        texts.reading_plan_names,
    )
    return Text(id="lasanvisning", title="Så läser du dokumentet", items=tuple([item] for item in items))
