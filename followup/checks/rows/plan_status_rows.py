"""A follow-up's sheet of statuses against the plans that it follows up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at
from followup.ground import swedish
from followup.ground.errors import Problem, Severity
from followup.ground.wording import normalised, quoted, suggestion
from followup.tables.deadlines import passed_day
from followup.tables.plan_statuses import entry_in
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.plan.nodes import Node
    from followup.params.plans import Plan


_MOST_NAMED = 5


def check(case: Case) -> Iterator[Problem]:
    """Rows of nothing that the plans follow up, of the same, of a day that has passed, under another's name, none."""
    statuses, plans = case["plan_statuses"], case.subject.plans
    if not plans:
        yield about(
            statuses,
            "Nämnden har ingen plan för året att följa upp.",
            "Planen står i params/plans.",
            "Lägg till nämndens plan för året eller ta bort perioden ur params/calendar.yml.",
        )
        return
    seen: dict[tuple[str, str], str] = {}
    has_names = "name" in statuses.frame
    misnamed: list[tuple[SourceTable, Node, Node]] = []
    for row in statuses.rows():
        text = row.text("node")
        found = entry_in(plans, text) if text else None
        if text and found is None:
            yield _unknown(row, text, plans[0])
        elif found is not None:
            plan, node = found
            key = (plan.stem, node.code)
            if key in seen:
                yield at(
                    row,
                    "node",
                    f"{quoted(text)} är samma {plan.level(node.level).name.lower()} som {quoted(seen[key])}.",
                    "Varje rad gäller en egen del av planen.",
                    "Ta bort den ena raden eller rätta koden.",
                )
            seen.setdefault(key, text)
            yield from _passed(case, row, node)
            if other := _other_named(plans, node, row.text("name") if has_names else ""):
                misnamed.append((row, node, other))
    if misnamed:
        yield _misnamed(statuses, misnamed)
    for plan in plans:
        absent = [node for node in plan.followed_nodes if (plan.stem, node.code) not in seen]
        if absent:
            yield _absent(statuses, plan, absent)


def _passed(case: Case, row: SourceTable, node: Node) -> Iterator[Problem]:
    day = passed_day(row.text("status"), (node.due,), case.period)
    if day:
        yield at(
            row,
            "status",
            f"{quoted(node.code)} skulle vara klart senast {swedish.day_of(day).removeprefix('i ')} enligt planen, och "
            "statusen säger varken att det är klart eller försenat.",
            f"Det som skulle vara klart under perioden till och med {case.period.month_and_year} är klart, försenat "
            "eller avfört.",
            "Rätta statusen. Rapporten visar den som den är lämnad.",
            Severity.WARNING,
        )


def _other_named(plans: Sequence[Plan], node: Node, name: str) -> Node | None:
    """The entry that a row's name is, where it is not that of the row's code."""
    wanted = normalised(name)
    if not wanted or wanted in map(normalised, node.names):
        return None
    return next((one for plan in plans for one in plan.nodes if wanted in map(normalised, one.names)), None)


def _misnamed(statuses: SourceTable, rows: Sequence[tuple[SourceTable, Node, Node]]) -> Problem:
    """One error for all: a column that was sorted or moved by itself makes every row another's."""
    row, node, other = rows[0]
    more = f" Så är det på {len(rows)} rader." if len(rows) > 1 else ""
    wrong = replace(statuses, frame=statuses.frame.loc[[one.frame.index[0] for one, _, _ in rows]])
    return at(
        wrong,
        "node",
        f"{quoted(row.text('node'))} har benämningen {quoted(row.text('name'))}, som är posten {other.code} i "
        f"planen.{more}",
        f"Koden och benämningen är samma post: {node.code} är {quoted(node.name)}.",
        "Rätta den som är fel, och kontrollera radens status. Har en kolumn sorterats eller flyttats för sig: lägg "
        "tillbaka den.",
    )


def _absent(statuses: SourceTable, plan: Plan, absent: Sequence[Node]) -> Problem:
    named = ", ".join(quoted(node.code) for node in absent[:_MOST_NAMED])
    rest = f" och {len(absent) - _MOST_NAMED} till" if len(absent) > _MOST_NAMED else ""
    return about(
        statuses,
        f"Rader saknas för {named}{rest}.",
        f"Bladet väntas ha en rad för var och en av de {len(plan.followed_nodes)} poster som planen följer upp.",
        "Lägg till raderna. Utan dem står det i rapporten att status saknas.",
        Severity.WARNING,
    )


def _unknown(row: SourceTable, text: str, plan: Plan) -> Problem:
    named = [node for node in plan.nodes if normalised(node.name) == normalised(text)]
    named = [node for node in named if plan.is_followed(node)] or named
    if len(named) > 1:
        codes = ", ".join(node.code for node in named)
        return at(
            row,
            "node",
            f"Namnet {quoted(text)} står på flera ställen i planen.",
            f"Koderna för dem är {codes}.",
            "Skriv koden i stället för namnet.",
        )
    known = [word for node in plan.nodes for word in (node.code, node.name)]
    return at(
        row,
        "node",
        f"{quoted(text)} finns inte i planen.",
        f"En kod eller ett namn i {plan.file} väntas.",
        suggestion(text, known, "Jämför med planen och rätta raden."),
    )


RULE = Rule(
    code="planens-uppdrag",
    title="Planuppföljningens rader mot planen",
    catches="Status för något som inte finns i planen, två rader om samma, en rad med en annan posts benämning, det "
    "som saknar rad, och det vars år eller dag i planen har passerat men som sägs gå enligt plan eller inte vara "
    "påbörjat.",
    check=check,
    needs=("plan_statuses",),
    readers=("plan_follow_up",),
    severities=(Severity.ERROR, Severity.WARNING),
    example=("”Modellen” finns inte i planen. En kod eller ett namn i params/plans/2018.yml väntas. Menades ”Modell”?"),
)
