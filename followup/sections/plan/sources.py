"""Om underlaget for a plan document: the plans and workbooks that it rests on, and how it is to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell
from followup.sections.shared import provenance

if TYPE_CHECKING:
    from followup.reports.plan import PlanReport


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
            Column("owner", "Beslutad för", "text", 1.4),
            Column("source", "Källa", "text", 2.6),
            Column("file", "Fil", "text", 1.4),
        ),
        rows=tuple(
            Row(
                plan.stem,
                (Cell(plan.title), Cell(owners.get(plan.owner, plan.owner)), Cell(plan.source), Cell(plan.file)),
            )
            for plan in report.sources_of_plan
        ),
        notes=(report.params.texts.transcribed,),
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
        texts.reading_plan_sums,
        texts.reading_plan_missing,
        texts.reading_plan_names,
    )
    return Text(id="lasanvisning", title="Så läser du dokumentet", items=tuple([item] for item in items))
