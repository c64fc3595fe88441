"""The start of a plan: a table in, the text of a plan's file out, and all that somebody has to decide."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from followup.ground.errors import Problem, ReportError, Severity, in_order
from followup.ground.swedish import counted
from followup.ground.wording import listed, quoted
from followup.params.params import Params
from followup.params.params_problems import validated
from followup.params.plan.checks import plan_problems
from followup.params.plan.file import PlanFile
from followup.params.yaml_file import read_yaml
from followup.plan_import.attributes import Attributes
from followup.plan_import.carriers import Carriers, carriers_of
from followup.plan_import.codes import give_codes
from followup.plan_import.drafts import ReadPlan, walked
from followup.plan_import.export_form import ExportReader
from followup.plan_import.export_rows import export_headings, export_rows
from followup.plan_import.findings import of_groups, of_plan, of_totals
from followup.plan_import.grid import Grid
from followup.plan_import.headings import list_headings, wanted_headings
from followup.plan_import.level_names import known_levels
from followup.plan_import.list_form import ListReader
from followup.plan_import.plan_order import PlanOrder
from followup.plan_import.plan_text import plan_text
from followup.plan_import.table_file import tables_in

# What an entry is followed up with where no plan follows that level: a status, as an assignment has.
SCALE = "assignment"


@dataclass(frozen=True)
class StartedPlan:
    """`text` is the whole file, `problems` what did not fit, `summary` one sentence for each line to show."""

    text: str
    problems: tuple[Problem, ...]
    summary: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether nothing has to be decided."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def started_plan(order: PlanOrder, params: Params, folder: Path) -> StartedPlan:
    """The plan of a table. `folder` is params/, where the groups of other plans are.

    Raises ReportError for a table that cannot be read, whose form is not known, or in which nothing has a place.
    """
    grids, notes = tables_in(order.table, order.sheet)
    if personal := [problem for grid in grids for problem in grid.personal_numbers()]:
        raise ReportError(in_order(personal))
    carriers = carriers_of(params, folder, order.year)
    reader = _reader(grids, order, params, carriers)
    plan, grid = reader.read(), reader.grid
    assert plan.count.adds_up, plan.count
    if not plan.count.entries:
        found = "Ingen rad har blivit en post."
        nothing = Problem(grid.name, grid.sheet, "", found, "En plan har poster.", "Rätta tabellen.")
        raise ReportError(in_order([nothing, *plan.problems, *grid.unreadable.values()]))
    if order.owner in params.committees and not params.committees[order.owner].is_region:
        for root in plan.roots:
            root.committees = (order.owner,) if root.committees is None else root.committees
    codes = list(give_codes(plan.roots, grid))
    doubts = [*of_plan(plan, grid, order.owner, reader.known), *of_groups(plan.roots, grid, carriers)]
    doubts += [*of_totals(plan.roots, grid, params.totals.words), *_main_plan(order, params)]
    of_cells = [*grid.unreadable.values(), *grid.out_of_sight()]
    problems = tuple(in_order([*notes, *plan.problems, *codes, *doubts, *of_cells]))
    text = _text(order, params, plan, grid, carriers, problems)
    _valid(text, order, params)
    return StartedPlan(text, problems, (*_summary(plan, grid), _told(problems)))


def _reader(grids: list[Grid], order: PlanOrder, params: Params, carriers: Carriers) -> ListReader | ExportReader:
    """The reader of the one table whose form is known."""
    known = known_levels(params)
    found: list[ListReader | ExportReader] = []
    for grid in grids:
        if headings := list_headings(grid):
            attributes = Attributes(grid, headings.columns, carriers, order.year)
            found.append(ListReader(grid, headings, attributes, known, order.year))
        elif heads := export_headings(grid, known):
            attributes = Attributes(grid, heads.columns, carriers, order.year)
            found.append(ExportReader(grid, export_rows(grid, heads), attributes, known, order.year))
    name = order.table.name
    if len(found) > 1:
        sheets = listed(quoted(one.grid.sheet) for one in found)
        text = f"Arbetsboken har flera blad som kan vara planen: {sheets}."
        remedy = "Lägg till --sheet med bladets namn i kommandot."
        raise ReportError([Problem(name, "", "", text, "En plan läses ur ett blad.", remedy)])
    if not found:
        text = "Tabellens form känns inte igen." if grids else "Filen har ingen tabell."
        expected = (
            f"En lista har en rubrikrad med {wanted_headings()}, där benämningen och en till måste finnas. En export "
            "har en kolumn för varje nivå: rubrikerna upprepas, står under en numrerad rubrik eller är nivåer i en "
            "plan som finns."
        )
        raise ReportError([Problem(name, order.sheet, "", text, expected, "Rätta rubrikerna i tabellen.")])
    return found[0]


def _text(
    order: PlanOrder,
    params: Params,
    plan: ReadPlan,
    grid: Grid,
    carriers: Carriers,
    problems: tuple[Problem, ...],
) -> str:
    sheet = f", bladet {quoted(grid.sheet)}" if grid.sheet else ""
    comment = [
        f"Påbörjad av followup plan ur tabellen {quoted(grid.name, 100)}{sheet}: {plan.form}. {plan.count.summary}",
        "Nivån som följs upp (followed) och skalan (scale) är förslag. Koder som tabellen saknar är postens plats.",
    ]
    if errors := sum(problem.severity is Severity.ERROR for problem in problems):
        noun = "sak" if errors == 1 else "saker"
        comment.append(f"Kommandot visade {counted(errors, noun, noun)} att ta ställning till.")
    named = {name for draft in walked(plan.roots) for name in draft.committees or ()}
    groups = {group.name: list(group.committees) for group in carriers.groups.values() if group.name in named}
    head: dict[str, Any] = {
        "year": order.year,
        "owner": order.owner,
        "title": order.title,
        "source": f"Tabellen {grid.name}{sheet}",
    }
    if groups:
        head["groups"] = groups
    head["levels"] = [level.model_dump(include={"code", "name", "plural"}) for level in plan.levels]
    followed = plan.levels[max(draft.depth for draft in walked(plan.roots))].code
    # Goals are assessed, activities have a status: as in the newest plan that follows such a level.
    earlier = sorted(params.all_plans, key=lambda one: -one.year)
    head |= {"followed": followed, "scale": next((one.scale for one in earlier if one.followed == followed), SCALE)}
    return plan_text(comment, head, plan.levels, plan.roots)


def _valid(text: str, order: PlanOrder, params: Params) -> None:
    """Raises ReportError unless the text is a plan that params can have: read back as it will be read."""
    name = f"plans/{order.output.name}"
    with tempfile.TemporaryDirectory(prefix="followup-plan-") as folder:
        path = Path(folder) / "plan.yml"
        path.write_text(text, encoding="utf-8")
        file = read_yaml(path, "planens fil")
    entry = None if file.problems else validated(file, PlanFile, file.content)
    if problems := file.problems or list(plan_problems(params, {name: file}, {name: entry} if entry else {})):
        raise ReportError(in_order(problems))


def _main_plan(order: PlanOrder, params: Params) -> list[Problem]:
    main = f"{order.year}.yml"
    if order.output.name == main or order.year in params.plans:
        return []
    found = f"Årets huvudplan, {main}, finns inte."
    expected = f"Ett dokument för {order.year} behöver den. Andra planer för året står bredvid."
    remedy = f"Är det här årets enda plan: döp filen till {main}."
    return [Problem(order.output.name, "", "", found, expected, remedy, Severity.NOTE)]


def _summary(plan: ReadPlan, grid: Grid) -> tuple[str, ...]:
    at = [draft.depth for draft in walked(plan.roots)]
    levels = listed(f"{level.name} ({at.count(depth)})" for depth, level in enumerate(plan.levels))
    place = f"Bladet {quoted(grid.sheet)}" if grid.sheet else "Tabellen"
    return f"{place} har lästs som {plan.form}.", plan.count.summary, f"Nivåer, ytterst först: {levels}."


def _told(problems: tuple[Problem, ...]) -> str:
    """`Att ta ställning till: 2 fel, 1 varning och 3 påpekanden.`"""
    counts = [sum(problem.severity is severity for problem in problems) for severity in Severity]
    words = (("fel", "fel"), ("varning", "varningar"), ("påpekande", "påpekanden"))
    told = [counted(count, *one) for count, one in zip(counts, words, strict=True) if count]
    return f"Att ta ställning till: {listed(told)}." if told else "Allt i tabellen har fått sin plats."
