"""Promises of a plan: what its running text says will be done, by a year, with money or as a priority."""

from __future__ import annotations

from dataclasses import dataclass

from followup.ground.figure import Origin
from followup.params.plan.file import PlanFile, SaidEntry
from followup.params.plan.nodes import carriers_of
from followup.params.plan.tables import line_origin
from followup.params.yaml_file import YamlFile

Said = SaidEntry


@dataclass(frozen=True)
class Promise:
    """A promise. `said` is where and how the plan says it, the first time first; `committees` are codes of those who
    carry it; `due` is the day, month or year that the plan gives, "" for none. `origin` is its line in the plan's file.
    The rest is as in the plan's file.
    """

    code: str
    name: str
    synonyms: tuple[str, ...]
    goal: str
    committees: tuple[str, ...]
    due: str
    when: str
    money: str
    said: tuple[Said, ...]
    origin: Origin

    @property
    def names(self) -> tuple[str, ...]:
        """All that a workbook may call it, its code first."""
        return (self.code, self.name, f"{self.code} {self.name}", *self.synonyms)


def promise_of(file: YamlFile, plan: PlanFile, number: int) -> Promise:
    """The promise at `promises[number]`."""
    one = plan.promises[number]
    names = ("code", "name", "synonyms", "goal", "due", "when", "money")
    return Promise(
        committees=carriers_of(plan, one.committees),
        said=(Said(quote=one.quote, place=one.place), *one.also),
        origin=line_origin(file, "promises", ("promises", number)),
        **{name: getattr(one, name) for name in names},
    )
