"""What contradicts itself in a plan's file, or names what does not exist: each with the file's line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from followup.ground.errors import Problem
from followup.ground.regions import REGION
from followup.ground.wording import listed, normalised, quoted, spelled, suggestion
from followup.params.params import Params
from followup.params.plan.doubts import plan_doubts
from followup.params.plan.file import NodeEntry, PlanFile
from followup.params.plan.nodes import depth_of, level_of
from followup.params.plan.table_checks import exact, exact_sum, table_problems
from followup.params.yaml_file import EntryPath, YamlFile


def plan_problems(params: Params, files: Mapping[str, YamlFile], plans: Mapping[str, PlanFile]) -> Iterator[Problem]:
    """Every problem of every plan. Both mappings are keyed by the file's path below params: `plans/2024.yml`."""
    for name, plan in plans.items():
        check = _PlanCheck(params, files[name], plan)
        yield from check.head(name.removeprefix("plans/"))
        if plan.based_on is not None:
            yield from check.base(plans)
        yield from check.groups()
        yield from check.nodes()
        yield from check.targets()
        yield from check.promises()
        yield from check.wordings()
        for number, table in enumerate(plan.tables):
            yield from table_problems(files[name], plan, number, table)
        yield from check.table_places()
        yield from check.budget_changes()
        yield from plan_doubts(files[name], plan)


class _PlanCheck:
    """The checks of one plan."""

    def __init__(self, params: Params, file: YamlFile, plan: PlanFile) -> None:
        self.params, self.file, self.plan = params, file, plan
        self.committees = list(params.committees)

    def head(self, file_name: str) -> Iterator[Problem]:
        plan, file = self.plan, self.file
        if not re.fullmatch(rf"{plan.year}(-[a-z0-9-]+)?\.yml", file_name):
            yield file.problem(
                ("year",),
                f"Planen gäller år {plan.year}, men filen heter {file_name}.",
                f"Filen heter som planens år, eller år och tillägg: {plan.year}.yml, {plan.year}-fou.yml.",
                "Rätta året eller byt namn på filen.",
            )
        owners = list(dict.fromkeys((*self.committees, REGION)))
        if plan.owner not in owners:
            yield self._unknown(("owner",), "Nämnden", plan.owner, owners, "committees.yml")
        for place, code in enumerate(plan.reported_by):
            if code not in self.committees:
                yield self._unknown(("reported_by", place), "Nämnden", code, self.committees, "committees.yml")
        if plan.scale and plan.scale not in self.params.scales:
            yield self._unknown(("scale",), "Skalan", plan.scale, self.params.scales, "scales.yml")
        levels = [level.code for level in plan.levels]
        if plan.followed and plan.followed not in levels:
            yield self._unknown(("followed",), "Nivån", plan.followed, levels, "Planen")
        for key, what in (
            ("levels", "en nivå"),
            ("indicators", "en indikator"),
            ("targets", "ett mål"),
            ("promises", "ett löfte"),
            ("budget_changes", "en budgetförändring"),
        ):
            yield from self._twice(key, what, [one.code for one in getattr(plan, key)])
        yield from self._twice("tables", "en tabell", [table.id for table in plan.tables])

    def base(self, plans: Mapping[str, PlanFile]) -> Iterator[Problem]:
        main = {name: plan for name, plan in plans.items() if name == f"plans/{plan.year}.yml"}
        years = [plan.year for plan in main.values() if plan.based_on is None]
        if self.plan.based_on not in years:
            yield self.file.problem(
                ("based_on",),
                f"Planen bygger på {self.plan.based_on} års plan, som inte finns eller själv lånar sin hierarki.",
                f"Planer med egen hierarki finns för {listed(years) or 'inget år'}.",
                "Välj ett av åren eller skriv planens egna levels och nodes.",
            )

    def groups(self) -> Iterator[Problem]:
        for group, codes in self.plan.groups.items():
            for place, code in enumerate(codes):
                if code not in self.committees:
                    path = ("groups", group, place)
                    yield self._unknown(path, "Nämnden", code, self.committees, "committees.yml")

    def nodes(self) -> Iterator[Problem]:
        seen: dict[str, int] = {}
        for path, entry, parent in _walked(self.plan, ("nodes",), self.plan.nodes, -1):
            if entry.code in seen:
                yield self.file.problem(
                    path,
                    f"Koden {quoted(entry.code)} står också på rad {seen[entry.code]}.",
                    "Varje del av planen har en egen kod.",
                    "Ge den ena en egen kod.",
                )
            seen.setdefault(entry.code, self.file.line(path))
            yield from self._level(path, entry, parent)
            yield from self._carriers(path, entry.committees or ())

    def wordings(self) -> Iterator[Problem]:
        """Prose about a level that is not there, and another printed wording that is none."""
        levels = [level.code for level in self.plan.levels]
        for key in ("chapters", "definitions"):
            for place, one in enumerate(getattr(self.plan, key)):
                if one.level and one.level not in levels:
                    yield self._unknown((key, place, "level"), "Nivån", one.level, levels, "Planen")
        for path, entry, _ in _walked(self.plan, ("nodes",), self.plan.nodes, -1):
            if entry.printed == entry.name or (entry.printed_place and not entry.printed):
                yield self.file.problem(
                    (*path, "printed" if entry.printed else "printed_place"),
                    f"{quoted(entry.code)} har ingen annan tryckt form än namnet.",
                    "I printed står en annan form av namnet än den som visas, och i printed_place var den är tryckt.",
                    "Skriv den andra formen i printed, eller ta bort nyckeln.",
                )

    def _level(self, path: EntryPath, entry: NodeEntry, parent_depth: int) -> Iterator[Problem]:
        levels = [level.code for level in self.plan.levels]
        level = level_of(self.plan.levels, entry, parent_depth)
        if entry.level is not None and level is None:
            yield self._unknown((*path, "level"), "Nivån", entry.level, levels, "Planen")
        elif level is None:
            yield self.file.problem(
                path,
                f"{quoted(entry.code)} ligger djupare än planens nivåer.",
                f"Planens nivåer är {listed(levels)}.",
                "Lägg till en nivå under levels eller flytta posten uppåt.",
            )
        elif depth_of(self.plan.levels, level) <= parent_depth:
            above = [one.code for one in self.plan.levels if not one.beside][parent_depth]
            yield self.file.problem(
                (*path, "level"),
                f"{quoted(entry.code)} har nivån {quoted(level.code)} under en post på nivån {quoted(above)}.",
                "Det som ligger inom en post har en lägre nivå än den.",
                "Rätta nivån eller flytta posten.",
            )

    def targets(self) -> Iterator[Problem]:
        codes = [entry.code for _, entry, _ in _walked(self.plan, ("nodes",), self.plan.nodes, -1)]
        for number, target in enumerate(self.plan.targets):
            path = ("targets", number)
            if target.entry and target.entry not in codes:
                yield self._unknown((*path, "entry"), "Posten", target.entry, codes, "Planen")
            if self.plan.owner == REGION and not (target.committees or target.entry):
                yield self.file.problem(
                    (*path, "committees"),
                    f"Det mätbara målet {quoted(target.code)} bärs av ingen nämnd.",
                    "Ett mätbart mål i regionens plan följs upp av de nämnder som bär det.",
                    "Skriv deras koder i committees, eller posten som det hör till i entry.",
                )
            yield from self._carriers(path, target.committees)

    def promises(self) -> Iterator[Problem]:
        """A promise for a goal or of a committee that is not there, and two that a workbook could not tell apart."""
        codes = [entry.code for _, entry, _ in _walked(self.plan, ("nodes",), self.plan.nodes, -1)]
        taken: dict[str, int] = {}
        for number, promise in enumerate(self.plan.promises):
            path = ("promises", number)
            if promise.goal and promise.goal not in codes:
                yield self._unknown((*path, "goal"), "Målet", promise.goal, codes, "Planen")
            if not promise.committees:
                yield self.file.problem(
                    (*path, "committees"),
                    f"Löftet {quoted(promise.code)} bärs av ingen nämnd.",
                    "Ett löfte bärs av de nämnder som har dess mål, eller av regionstyrelsen.",
                    "Skriv deras koder i committees.",
                )
            yield from self._carriers(path, promise.committees)
            for name in dict.fromkeys(map(normalised, (promise.name, *promise.synonyms))):
                if taken.setdefault(name, number) != number:
                    other = self.plan.promises[taken[name]]
                    yield self.file.problem(
                        (*path, "name"),
                        f"Löftena {quoted(other.code)} och {quoted(promise.code)} har samma namn.",
                        "Ett löfte redovisas i bladet Uppdrag med sin kod eller sitt namn.",
                        "Ge det ena löftet ett annat namn.",
                    )

    def _carriers(self, path: EntryPath, names: tuple[str, ...]) -> Iterator[Problem]:
        known = [*self.committees, *self.plan.groups]
        for place, code in enumerate(names):
            if code not in known:
                yield self._unknown((*path, "committees", place), "Nämnden", code, known, "Planen")

    def table_places(self) -> Iterator[Problem]:
        """A table in a chapter, or with a row of a committee, that is not there."""
        titles = [one.title for one in (*self.plan.chapters, *self.plan.definitions)]
        for number, table in enumerate(self.plan.tables):
            if table.chapter and table.chapter not in titles:
                yield self._unknown(("tables", number, "chapter"), "Avsnittet", table.chapter, titles, "Planen")
            for place, row in enumerate(table.rows):
                if row.committee and row.committee not in self.committees:
                    path = ("tables", number, "rows", place, "committee")
                    yield self._unknown(path, "Nämnden", row.committee, self.committees, "committees.yml")

    def budget_changes(self) -> Iterator[Problem]:
        for number, change in enumerate(self.plan.budget_changes):
            path = ("budget_changes", number)
            for key in ("committee", "financing_committee"):
                code = getattr(change, key)
                if (code or key == "committee") and code not in self.committees:
                    yield self._unknown((*path, key), "Nämnden", code, self.committees, "committees.yml")
            found = exact_sum(line.amount for line in change.calculation)
            if change.calculation and (change.total is None or exact(change.total) != found):
                printed = "saknas" if change.total is None else f"är {spelled(change.total)}"
                yield self.file.problem(
                    (*path, "total"),
                    f"Beräkningens summa {printed}, men raderna blir {spelled(found)} {change.unit}.",
                    "Summan är beräkningens rader tillsammans.",
                    "Rätta raderna eller total.",
                )

    def _twice(self, key: str, what: str, codes: list[str]) -> Iterator[Problem]:
        for position, code in enumerate(codes):
            if code in codes[:position]:
                yield self.file.problem(
                    (key, position),
                    f"Koden {quoted(code)} för {what} står också på rad {self.file.line((key, codes.index(code)))}.",
                    "Varje kod får användas en gång.",
                    "Ta bort den ena posten eller ge den en egen kod.",
                )

    def _unknown(self, path: EntryPath, what: str, word: str, known: Iterable[str], where: str) -> Problem:
        names = list(known)
        return self.file.problem(
            path,
            f"{what} {quoted(word)} finns inte.",
            f"{where} har {listed(names)}.",
            suggestion(word, names, "Välj en av dem eller lägg till den där."),
        )


def _walked(
    plan: PlanFile, path: EntryPath, entries: tuple[NodeEntry, ...], parent_depth: int
) -> Iterator[tuple[EntryPath, NodeEntry, int]]:
    """Every entry with its path and its parent's depth, in plan order."""
    for position, entry in enumerate(entries):
        here = (*path, position)
        yield here, entry, parent_depth
        level = level_of(plan.levels, entry, parent_depth)
        below = parent_depth + 1 if level is None else depth_of(plan.levels, level)
        yield from _walked(plan, (*here, "children"), entry.children, below)
