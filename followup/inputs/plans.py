"""A year's plan (Mål och budget): focus areas, their goals and the committees that carry each goal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pydantic import Field

from followup.inputs.params_problems import Entry
from followup.inputs.wording import normalised


@dataclass(frozen=True)
class Goal:
    """A goal (mål). `focus_area` is the focus area's name; `committees` are codes, groups expanded, in plan order."""

    code: str
    name: str
    focus_area: str
    committees: tuple[str, ...]
    synonyms: tuple[str, ...]


class GoalEntry(Entry):
    """A goal as it stands in the file: `committees` are codes or names of groups."""

    code: str
    name: str
    committees: tuple[str, ...]
    synonyms: tuple[str, ...] = ()


class FocusArea(Entry):
    """A focus area (fokusområde) and its goals."""

    code: str
    name: str
    goals: tuple[GoalEntry, ...]


class Plan(Entry):
    """One year's plan. `groups` gives the committees that a name such as `samtliga driftnämnder` stands for."""

    year: int
    title: str
    source: str
    focus_areas: tuple[FocusArea, ...]
    groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """Every goal in plan order."""
        return tuple(
            Goal(entry.code, entry.name, area.name, self._expanded(entry.committees), entry.synonyms)
            for area in self.focus_areas
            for entry in area.goals
        )

    def _expanded(self, names: tuple[str, ...]) -> tuple[str, ...]:
        codes = (code for name in names for code in self.groups.get(name, (name,)))
        return tuple(dict.fromkeys(codes))

    def goals_of(self, committee: str) -> list[Goal]:
        """The goals that a committee carries, in plan order."""
        return [goal for goal in self.goals if committee in goal.committees]

    def find_goal(self, text: str) -> Goal | None:
        """A goal by its code, name or synonym; case, spaces and kinds of dash make no difference. None if unknown."""
        wanted = normalised(text)
        for goal in self.goals:
            if wanted in map(normalised, (goal.code, goal.name, *goal.synonyms)):
                return goal
        return None
