"""A plan's file as it is written, params/plans/<year>.yml: its keys and their types, and nothing about their meaning.

`followup.params.plans` makes the plan of it, `followup.params.plan.checks` finds what contradicts itself.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from followup.ground.wording import listed, quoted, spelled
from followup.params.params_problems import Entry, fault
from followup.params.plan.entries import BudgetChangeEntry, TableEntry
from followup.params.plan.types import Code, Day, Markdown


class LevelEntry(Entry):
    """A level of the hierarchy: `Fokusområde`, `Fokusområden`.

    One that is `beside` another has its place in the hierarchy and a name of its own: of nine outermost entries seven
    may be printed as focus areas and two as chapters.
    """

    code: Code
    name: str
    plural: str
    beside: str = ""


class NodeEntry(Entry):
    """One entry of the hierarchy with all below it. `committees` are codes or names of groups; `due` is a day, a
    month or a year.

    `printed` is another wording of the name that the source prints, where the better one is shown, and `printed_place`
    where in the source it stands.
    """

    code: Code
    name: str
    printed: str = ""
    printed_place: str = ""
    level: str | None = None
    text: Markdown = ""
    committees: tuple[str, ...] | None = None
    due: Day = ""
    carried_over: str = ""
    note: str = ""
    synonyms: tuple[str, ...] = ()
    children: tuple[NodeEntry, ...] = ()


class DefinitionEntry(Entry):
    """A term of the plan and what it means there, or a chapter of it, in Markdown.

    What is about the entries of a `level` stands beside them and not among the others.
    """

    title: str
    text: Markdown
    level: str = ""


class DecidedEntry(Entry):
    """Who decided the plan, as its source says it; `on` is as exact as the source, `place` where it says so."""

    by: str
    on: Day = ""
    place: str = ""


class RemarkEntry(Entry):
    """What a reader of the transcription must know of its source, in a Swedish sentence; `place` is where it stands."""

    kind: Literal["left_out", "reference", "doubled", "misprint"]
    text: str
    place: str = ""


class IndicatorEntry(Entry):
    """An indicator that the plan is followed up with. `group` is the heading it stands under.

    `unit` is the unit of its values, with so many `decimals`; `monthly` says that it is measured at every follow-up and
    not at the end of the year alone. An indicator that only breaks another down has no unit and no value of its own.
    `equals` is the deviation of the plan's own budget that it is: of the year's forecast, in sheet Driftbudget or
    Investeringar.
    """

    code: Code
    name: str
    definition: Markdown
    frequency: str = ""
    group: str = ""
    unit: str = ""
    decimals: int = 1
    monthly: bool = False
    equals: Literal["operating_deviation", "investment_deviation"] | None = None


class TargetEntry(Entry):
    """A measurable target of an entry, or of the whole plan: a value that is to be reached by the end of a `year`.

    `value` is the least or the most that is aimed at, as `reach` says, or the least of a span up to `most`; in each
    year from `since` on, where that is given. `base` says what it is compared with, `quote` is the plan's own words.
    `committees` are those who carry it, if no `entry` says so.
    """

    code: Code
    name: str
    entry: str = ""
    committees: tuple[str, ...] = ()
    reach: Literal["at_least", "more_than", "at_most", "between"]
    value: float
    most: float | None = None
    unit: str
    decimals: int = 0
    since: int | None = None
    year: int
    base: str = ""
    quote: str
    place: str = ""

    @model_validator(mode="after")
    def _has_a_span(self) -> TargetEntry:
        if (self.reach == "between") != (self.most is not None) or (self.most is not None and self.most <= self.value):
            raise fault(
                f"Målet {quoted(self.code)} har reach: {self.reach} och "
                + ("inget most." if self.most is None else f"most: {spelled(self.most)}."),
                "Ett spann (reach: between) har ett most som är större än value, och bara det.",
                "Rätta reach eller most.",
            )
        return self


class CountEntry(Entry):
    """How many a person has counted of one kind of content in the source: a level's code, or a word of `CONTENTS`."""

    kind: str
    count: int
    how: str


class SaidEntry(Entry):
    """The plan's own words, and the chapter and heading where they stand."""

    quote: Markdown
    place: str


class PromiseEntry(SaidEntry):
    """Something that the plan's running text says will be done: by a year, with money or as a priority.

    `name` is ours; `quote` and `also` are the plan's own words, `place` where they stand. `due` is the day, month or
    year that the plan gives, `when` what it says of the time, `money` of money, `goal` the entry it belongs to.
    """

    code: Code
    name: str
    synonyms: tuple[str, ...] = ()
    goal: str = ""
    committees: tuple[str, ...]
    due: Day = ""
    when: str = ""
    money: str = ""
    also: tuple[SaidEntry, ...] = ()


class PlanFile(Entry):
    """The whole file. A plan has `levels`, `nodes` and what is `followed`, or is `based_on` another year's plan.

    A decision may be followed for `more_years`, and be `reported_by` others than its owner too. `in_source` is what has
    been counted by hand, and `not_followed` says why the plan's entries are not followed up, where they are not.
    """

    year: int
    more_years: tuple[int, ...] = ()
    owner: str
    reported_by: tuple[str, ...] = ()
    title: str
    source: str
    in_source: tuple[CountEntry, ...] = ()
    not_followed: str = ""
    decided: DecidedEntry | None = None
    vision: Markdown = ""
    introduction: Markdown = ""
    chapters: tuple[DefinitionEntry, ...] = ()
    definitions: tuple[DefinitionEntry, ...] = ()
    remarks: tuple[RemarkEntry, ...] = ()
    based_on: int | None = None
    levels: tuple[LevelEntry, ...] = ()
    followed: str = ""
    scale: str = ""
    groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    nodes: tuple[NodeEntry, ...] = ()
    indicators: tuple[IndicatorEntry, ...] = ()
    targets: tuple[TargetEntry, ...] = ()
    promises: tuple[PromiseEntry, ...] = ()
    tables: tuple[TableEntry, ...] = ()
    tax_rate: float | None = None
    budget_changes: tuple[BudgetChangeEntry, ...] = ()

    @model_validator(mode="after")
    def _has_levels_beside_places(self) -> PlanFile:
        places = [level.code for level in self.levels if not level.beside]
        for level in self.levels:
            if level.beside and level.beside not in places:
                raise fault(
                    f"Nivån {quoted(level.code)} står bredvid {quoted(level.beside)}, som inte har en egen plats.",
                    f"Nivåer med en egen plats är {listed(places) or 'inga'}.",
                    "Skriv koden för en av dem i beside, eller ta bort beside.",
                )
        return self

    @model_validator(mode="after")
    def _has_one_hierarchy(self) -> PlanFile:
        own = {"levels": self.levels, "nodes": self.nodes, "followed": self.followed, "scale": self.scale}
        given = [name for name, value in own.items() if value]
        if self.based_on is not None and given:
            raise fault(
                f"Planen bygger på {self.based_on} års plan men har också {given[0]}.",
                "En plan har en egen hierarki eller lånar en annans.",
                "Ta bort based_on eller de egna nycklarna.",
            )
        if self.based_on is None and len(given) < len(own):
            absent = next(name for name in own if name not in given)
            raise fault(
                f"Planen saknar {absent}.",
                "En plan har levels, nodes, followed och scale, eller based_on med ett annat års plan.",
                f"Lägg till {absent}.",
            )
        return self
