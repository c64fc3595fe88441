"""A plan's files as one: the hierarchy in `2024.yml`, its texts and its tables beside it where they are long.

`2024.texts.yml` may hold what is prose, `2024.tables.yml` what is printed amounts and `2024.promises.yml` what the
prose promises; a short plan has it all in its own file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from followup.ground.errors import Problem
from followup.ground.wording import listed, quoted
from followup.params.yaml_file import YamlFile, read_yaml

FOLDER = "plans"
PARTS = {
    "texts": ("introduction", "chapters", "definitions", "remarks"),
    "tables": ("tables", "targets", "tax_rate", "budget_changes"),
    "promises": ("promises",),
}


def plan_names(folder: Path) -> list[str]:
    """The plans' own files by their path below params: `plans/2024.yml`."""
    names = (path.name for path in sorted(folder.glob(f"{FOLDER}/*.yml")))
    return [f"{FOLDER}/{name}" for name in names if not _part_of(name)]


def read_plan(folder: Path, name: str) -> YamlFile:
    """One plan with its parts; what is wrong with any of them stands in `problems`."""
    file = read_yaml(folder / name, f"params/{name}")
    for part, keys in PARTS.items():
        path = (folder / name).with_suffix(f".{part}.yml")
        if not path.exists():
            continue
        beside = read_yaml(path, f"params/{FOLDER}/{path.name}")
        problems = beside.problems or list(_misplaced(file, beside, keys))
        file.problems += problems
        if not file.problems:
            file.joined(beside)
    return file


def stray_parts(folder: Path) -> Iterator[Problem]:
    """Parts of a plan that is not there: nobody would read them."""
    for path in sorted(folder.glob(f"{FOLDER}/*.yml")):
        if (stem := _part_of(path.name)) and not path.with_name(f"{stem}.yml").exists():
            yield Problem(
                f"params/{FOLDER}/{path.name}",
                found=f"Filen hör till planen {stem}.yml, som inte finns.",
                expected="En plans texter, tabeller och löften står bredvid planens egen fil.",
                remedy=f"Lägg till {stem}.yml, eller rätta filens namn.",
            )


def _part_of(name: str) -> str:
    """`2024` of `2024.texts.yml`; empty for a plan's own file."""
    stem, _, part = name.removesuffix(".yml").rpartition(".")
    return stem if part in PARTS else ""


def _misplaced(file: YamlFile, part: YamlFile, keys: tuple[str, ...]) -> Iterator[Problem]:
    if not isinstance(part.content, dict):
        yield part.problem(
            (), "Filen har inga nycklar.", f"Här står {listed(keys)}.", "Lägg till dem eller ta bort filen."
        )
        return
    own = file.content if isinstance(file.content, dict) else {}
    for key in part.content:
        if key not in keys:
            expected = f"Nycklarna här är {listed(keys)}. De andra står i planens egen fil."
            yield part.problem((key,), f"Nyckeln {quoted(key)} hör inte hemma här.", expected, "Flytta den.")
        elif key in own:
            found = f"Nyckeln {quoted(key)} står också i {file.name}, rad {file.line((key,))}."
            yield part.problem((key,), found, "Varje nyckel får stå en gång.", "Ta bort den ena.")
