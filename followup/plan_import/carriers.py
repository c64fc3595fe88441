"""Who carries an entry: the committees' codes, names and short names, and what a plan calls several of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from followup.ground.wording import normalised
from followup.params.layouts import ColumnLayout
from followup.params.params import Params
from followup.params.plan.parts import plan_names
from followup.params.yaml_file import read_yaml
from followup.workbooks.cells.vocabulary import Vocabulary, vocabulary_of

_BETWEEN = re.compile(r"\s*[,;/\n]\s*|\s+(?:och|samt)\s+", re.IGNORECASE)
# A cell that names more than this is no list of committees.
_MOST_PARTS = 60
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Group:
    """A name for several committees, and the plan's file that says which."""

    name: str
    committees: tuple[str, ...]
    file: str


@dataclass(frozen=True)
class Carriers:
    """The words of a cell as codes and groups."""

    committees: Vocabulary
    groups: Mapping[str, Group]

    def read(self, text: str) -> tuple[tuple[str, ...], list[str]]:
        """The codes and names of groups in a cell, and the words in it that are neither.

        The longest known words win: ”Driftnämnd Ambulans, Diagnostik och Hälsa” is one committee.
        """
        text = "\n".join(" ".join(line.split()) for line in text.split("\n"))
        breaks = list(_BETWEEN.finditer(text))[:_MOST_PARTS]
        starts = [0, *(one.end() for one in breaks)]
        ends = [*(one.start() for one in breaks), len(text)]
        found: list[str] = []
        unknown: list[str] = []
        first = 0
        while first < len(starts):
            for last in range(len(ends) - 1, first - 1, -1):
                if known := self._known(text[starts[first] : ends[last]]):
                    found.append(known)
                    break
            else:
                last = first
                if words := text[starts[first] : ends[first]].strip():
                    unknown.append(words)
            first = last + 1
        return tuple(dict.fromkeys(found)), unknown

    def _known(self, words: str) -> str:
        if len(words) > _LONGEST_NAME:
            return ""
        group = self.groups.get(normalised(words))
        return group.name if group else self.committees.code_of(words) or ""


def carriers_of(params: Params, folder: Path, year: int) -> Carriers:
    """The words for committees, with the groups of the newest plan for `year` or earlier that has any.

    `folder` is params/, where the plans' files are.
    """
    column = ColumnLayout(header="carrier", type="committee")
    vocabulary = vocabulary_of(column, params, year)
    assert vocabulary is not None  # a column of committees has one
    groups: dict[str, Group] = {}
    newest = 0
    for name in plan_names(folder):
        content = read_yaml(folder / name, f"params/{name}").content
        if content.get("groups") and newest < content["year"] <= year:
            newest = content["year"]
            groups = {
                normalised(word): Group(word, codes, f"params/{name}") for word, codes in content["groups"].items()
            }
    return Carriers(vocabulary, groups)
