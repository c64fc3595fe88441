"""docs/planerna.md: what each plan promises, how much of it params and the documents have, and what is followed up.

python -m followup.command.plan_catalogue > docs/planerna.md        # make docs

What is counted in the source is counted by hand (`in_source`); the rest is looked for: in the plan's document, and in
the year's last follow-up of it, as their notebooks show them for the example data. A table is not looked for in the
follow-up, which shows its rows in other words: it is followed up unless the plan says why not (`not_followed`).
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib import import_module
from typing import TYPE_CHECKING, Any

from followup.document.block_html import block_html
from followup.document.blocks import Block
from followup.ground.paths import PROJECT, notebooks_folder
from followup.ground.regions import REGION
from followup.ground.wording import listed, normalised
from followup.params.loading import load_params
from followup.reports.open import open_report
from followup.run.request import periods_with_data

if TYPE_CHECKING:
    from followup.params.params import Params
    from followup.params.plans import Plan

_HEAD = """\
# Planerna

Den här sidan är gjord av programmet (`make docs`). Den visar vad varje plan innehåller, hur mycket av det som står i
`params/plans`, i plandokumentet och i uppföljningen, och varför något inte följs upp. Det som står i källan är räknat
för hand. Det som står i dokumentet och uppföljningen är letat upp i det som rapporterna visar för exempeldata. En
tabell räknas som uppföljd om planens fil inte säger varför den inte är det.

En post följs upp där den står: på planens lägsta nivå, och på nivåerna ovanför där inget ligger under den. Det som har
delar följs upp genom dem, och kan också bedömas som helhet.
"""
# Of a plan for a year that has no report yet, or whose reports the example has no workbooks for.
NOT_YET = "Det finns ännu ingen uppföljning av planen bland exempeldata."
_TAG = re.compile("<[^>]+>")
_COLUMNS = ("Innehåll", "I källan", "I params", "I dokumentet", "Följs upp", "Varför resten inte följs upp", "Räknat")
_WORDS = {
    "indicators": "Indikatorer",
    "tables": "Tabeller",
    "targets": "Mätbara mål",
    "promises": "Löften",
    "budget_changes": "Beslut",
}


@dataclass(frozen=True)
class Content:
    """One kind of content of a plan: how many are counted in the source (None where nobody has counted), how they were
    counted, the names of all in params, those that the document shows, and those that are followed up; `why` the rest
    are not.
    """

    kind: str
    label: str
    counted: int | None
    how: str
    names: tuple[str, ...]
    in_document: tuple[str, ...]
    followed: tuple[str, ...]
    why: str


def catalogue(params: Params) -> str:
    """The whole page."""
    lines = [_HEAD]
    for plan in _own(params):
        lines += [f"## {plan.title} (`{plan.file}`)\n", f"Källa: {plan.source}.\n"]
        lines += [_row(_COLUMNS), _row(["---", *["--:"] * 4, "---", "---"])]
        lines += [_row(_cells(one)) for one in contents(plan, params)]
        lines.append("")
    return "\n".join(lines)


def _own(params: Params) -> list[Plan]:
    """The plans with contents of their own: not those that stand in for another."""
    return [plan for plan in sorted(params.all_plans, key=lambda one: one.stem) if plan.in_source]


def contents(plan: Plan, params: Params) -> Iterator[Content]:
    """Each kind of content that the plan or its source has, the levels first."""
    counted = {one.kind: one for one in plan.in_source}
    document, follow_up = _document(plan, params), _follow_up(plan, params)
    found: dict[str, tuple[str, tuple[str, ...]]] = {
        level.code: (level.plural, tuple(node.name for node in plan.nodes_at(level.code))) for level in plan.levels
    }
    for kind, label in _WORDS.items():
        found[kind] = (label, tuple(map(_name_of, getattr(plan, kind, ()))))
    for kind, (label, names) in found.items():
        if names or kind in counted:
            said = counted.get(kind)
            followed, why = _followed(plan, kind, names, follow_up)
            yield Content(
                kind,
                label,
                said.count if said else None,
                said.how if said else "",
                names,
                tuple(name for name in names if normalised(name) in document),
                followed,
                why,
            )


def _name_of(one: Any) -> str:
    return str(next(filter(None, (getattr(one, name, "") for name in ("name", "caption", "title")))))


def _followed(plan: Plan, kind: str, names: Sequence[str], follow_up: str) -> tuple[tuple[str, ...], str]:
    """Which are followed up, and why the others are not."""
    if kind in {level.code for level in plan.levels}:
        nodes = plan.nodes_at(kind)
        if plan.not_followed:
            return (), plan.not_followed
        if not follow_up:
            return (), NOT_YET
        followed = [node.name for node in nodes if plan.is_followed(node) and normalised(node.name) in follow_up]
        parts = sum(not plan.is_followed(node) for node in nodes)
        return tuple(followed), f"{parts} följs upp genom sina delar" if parts else ""
    if not follow_up:
        return (), plan.not_followed or NOT_YET
    if kind == "tables":
        reasons = [f"{table.caption}: {table.not_followed}" for table in plan.tables if table.not_followed]
        return tuple(table.caption for table in plan.tables if not table.not_followed), " ".join(reasons)
    return tuple(name for name in names if normalised(name) in follow_up), ""


def _cells(one: Content) -> list[str]:
    counted = "–" if one.counted is None else str(one.counted)
    numbers = (len(one.names), len(one.in_document), len(one.followed))
    return [one.label, counted, *map(str, numbers), one.why or "–", one.how or "–"]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _document(plan: Plan, params: Params) -> str:
    """What the plan's document shows; nothing where the calendar has none."""
    period = str(plan.year)
    return _shown(plan.owner, period) if any(one.period == period for one in params.calendar.periods) else ""


def _follow_up(plan: Plan, params: Params) -> str:
    """What the last follow-ups of the plan show together: its own, or else the region's and its owner's."""
    years = (plan.year, *plan.more_years)
    kinds, built = params.calendar.kinds, set(map(str, periods_with_data(params, PROJECT / "data" / "example")))
    entries = [one for one in params.calendar.periods if one.period in built and int(one.period[:4]) in years]
    own = [one.period for one in entries if kinds[one.kind].reads == "plan_follow_up"]
    if own:
        last = max(own)
        return " ".join(_shown(code, last) for code in (plan.owner, *plan.reported_by))
    last = max((one.period for one in entries if kinds[one.kind].reads == "period"), default="")
    codes = dict.fromkeys((plan.owner, REGION))
    return " ".join(_shown(code, last) for code in codes) if last else ""


@cache
def _shown(committee: str, period: str) -> str:
    """The text of every block that the report's notebook shows, as one."""
    report = open_report(committee, period)
    cells = json.loads((notebooks_folder() / report.kind.notebook).read_text(encoding="utf-8"))["cells"]
    texts = []
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code" and "parameters" not in cell["metadata"].get("tags", ()):
            texts += [unescape(_TAG.sub(" ", block_html(block))) for block in _blocks(source, report)]
    return normalised(" ".join(texts))


def _blocks(source: str, report: Any) -> Iterator[Any]:
    """The blocks of a cell that calls one section: `economy.outcome(report)`. What is no such call shows none.

    Nor does a section's table of figures, which stands in the notebook alone.
    """
    tree = ast.parse(source).body
    call = tree[-1].value if len(tree) == 1 and isinstance(tree[-1], ast.Expr) else None
    if not isinstance(call, ast.Call) or source.strip().startswith("report"):
        return
    *path, name = ast.unparse(call.func).split(".")
    section = getattr(import_module("followup"), path[0], None) if path else None
    for part in path[1:]:
        section = getattr(section, part)
    if section is None:
        return
    found = getattr(section, name)(report)
    yield from (one for one in (found if isinstance(found, tuple) else (found,)) if isinstance(one, Block))


def unaccounted(one: Content) -> str:
    """What does not add up of a kind of content; empty where the source, params, document and follow-up agree."""
    missing = [name for name in one.names if name not in one.in_document]
    if one.counted is not None and one.counted != len(one.names):
        return f"{one.label}: {one.counted} i källan, {len(one.names)} i params"
    if missing:
        return f"{one.label}: dokumentet saknar {listed(missing, most=3)}"
    if len(one.followed) < len(one.names) and not one.why:
        left = [name for name in one.names if name not in one.followed]
        return f"{one.label}: utan uppföljning och skäl {listed(left, most=3)}"
    return ""


if __name__ == "__main__":
    print(catalogue(load_params()), end="")
