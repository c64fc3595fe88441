"""The promises of the region's plan with the status that each committee gives them, the worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from followup.analysis.plan.plan_statuses import NO_STATUS
from followup.analysis.plan.promises import counts_of_region
from followup.document import markdown
from followup.document.block_series import BlockSeries
from followup.document.blocks import Column, Heading, Row, Table, Text
from followup.document.cells import Cell
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.params.plan.promises import Promise
from followup.sections.shared.promise_cells import TIME_NOTE, label_cell, share_done, status_cell
from followup.tables.promise_rows import DONE

if TYPE_CHECKING:
    from followup.document.prose import Prose
    from followup.reports.region import RegionReport

# Of these a reader wants to know why.
_EXPLAINED = ("cancelled", "delayed")


def table(report: RegionReport) -> BlockSeries:
    """How many promises are done, and a row for each with its committees; nothing where the plan has none."""
    found, grades = report.promises, report.scale("assignment")
    if not len(found):
        return BlockSeries(why="planen har inga löften")
    done = counts_of_region(found)[DONE]
    whole = Figure.count(len(found), done.origin)
    said = share_done(done, whole, f"ur {report.main_plan.title} {tense_of(report.period).is_}")
    carried = swedish.plural(len(found), "det", "dem")
    counted = Text(id="loften-i-korthet", paragraphs=([*said, f" hos alla nämnder som bär {carried}."],))
    example = " Exempeldata." if report.sources.is_example else ""
    register = Table(
        id="loften",
        caption=f"Löften ur {report.main_plan.title}, sämst status först",
        columns=(
            Column("promise", "Löfte", "text", 2.0),
            Column("status", "Status", "status", 1.2),
            Column("committees", "Nämnderna", "prose", 3.4),
        ),
        rows=tuple(
            Row(
                str(code),
                (
                    label_cell(row.fact("promise", Promise)),
                    status_cell(grades, row.text("status")),
                    _committees(report, str(code), row.fact("committees", dict)),
                ),
            )
            for code, row in found.rows()
        ),
        notes=("Status är den sämsta av nämndernas. Planens ord står i nämndernas rapporter och i planen.", TIME_NOTE),
        source=f"Källa: nämndernas arbetsböcker. Löftena: {report.main_plan.title}.{example}",
    )
    return BlockSeries((Heading("avsnitt-loften", "Löften i Mål och budget"), counted, register))


def _committees(report: RegionReport, promise: str, statuses: dict[str, Any]) -> Cell:
    """`Regionstyrelsen: försenat. Driftstarten flyttades till 2025.`, an item for each that carries the promise."""
    items: list[Prose] = []
    for committee, status in statuses.items():
        word = status_cell(report.scale("assignment"), status).text
        done_in, comment = "", ""
        if status != NO_STATUS:
            answer = report.reports[committee].promises.row(promise)
            done_in = f" ({answer.text('done_in')})" if answer.text("done_in") else ""
            comment = answer.text("comment") if status in _EXPLAINED else ""
        first = f"{report.name_of(committee, short=True)}: {swedish.lowered(word)}{done_in}"
        items.append([{"p": [first]}, *markdown.prose_of(comment)])
    prose: Prose = [{"ul": items}] if len(items) > 1 else items[0]
    return Cell(markdown.plain_of(prose), prose=prose)
