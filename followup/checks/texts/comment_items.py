"""Comments on an activity, an account class or an indicator that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at
from followup.ground.errors import Problem, Severity
from followup.ground.wording import quoted, suggestion
from followup.tables.comment_items import INDICATOR_SECTIONS, items_by_section

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """A warning for each comment on something that is not there."""
    comments = case["comments"]
    for section, items in items_by_section(dict(case.tables), case.params).items():
        is_indicator = section in INDICATOR_SECTIONS
        for row in comments.where(section=section).rows():
            item = row.text("item")
            if not item or item in items.values():
                continue
            yield at(
                row,
                "item",
                f"Kommentaren avser {quoted(item)}, som varken är "
                + ("en indikators kod eller namn." if is_indicator else "en verksamhet eller en kontoklass."),
                "Det som kommentaren avser skrivs som indikatorns kod eller namn."
                if is_indicator
                else "Det som kommentaren avser skrivs som i huvudboken.",
                suggestion(item, items, "Rätta texten, eller lämna cellen tom om kommentaren gäller hela avsnittet."),
                Severity.WARNING,
            )


RULE = Rule(
    code="kommentarernas-poster",
    title="Vad kommentarerna avser",
    catches="En kommentar till något som inte finns, och som därför inte förklarar någon avvikelse.",
    check=check,
    needs=("comments",),
    severities=(Severity.WARNING,),
    example=(
        "Kommentaren avser ”Skolan”, som varken är en verksamhet eller en kontoklass. Det som kommentaren avser "
        "skrivs som i huvudboken. Menades ”Skola”?"
    ),
)
