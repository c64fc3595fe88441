"""YAML with line numbers, read by the rules of YAML 1.2: `NO` and `12:30` are texts, `true` and `1.5` are not.

A scalar that a person would not recognise as a number (`012`, `1_000`, `0x1F`) stays a text, so that a place that wants
a number refuses it with its line instead of computing with something else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from followup.ground.errors import Problem
from followup.ground.personal_number import MASK, has_personal_number
from followup.ground.plain_file import UnreadableFile, read_plain_file
from followup.ground.wording import quoted

# libyaml's parser where it is built in; both give the same nodes and line numbers.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+([eE][-+]?[0-9]+)?")
_AMOUNT = re.compile(r"(?:^|:\s|^\s*-\s)\s*[0-9]+\s*(?:#.*)?$")
# What a float and a spreadsheet hold without losing any of it.
_MOST_DIGITS = 15
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map")}

EntryPath = tuple[Hashable, ...]

# Some thirty times the largest plan.
LARGEST_FILE = 2 * 2**20
# Entries within entries. libyaml's composer calls itself for each, and a thousand of them end the process.
DEEPEST = 40


@dataclass
class YamlFile:
    """One file: `content` of dicts (keys are texts), tuples and scalars, and the line of every entry in it.

    Keys that stand in another file beside it are joined to its own; their entries keep that file's name and lines.
    """

    name: str
    content: Any = None
    problems: list[Problem] = field(default_factory=list)
    _lines: dict[EntryPath, int] = field(default_factory=dict)
    _parts: dict[Hashable, YamlFile] = field(default_factory=dict)

    def joined(self, part: YamlFile) -> None:
        """Adds the keys of another file, of which this one has none."""
        self.content = self.content | part.content
        self._parts |= dict.fromkeys(part.content, part)

    def place(self, path: EntryPath) -> tuple[str, int]:
        """The name of the file that the entry at `path` stands in, and its line there."""
        part = self._parts.get(path[0], self) if path else self
        return part.name, part.line(path)

    def line(self, path: EntryPath) -> int:
        """The line of the entry at `path` (keys and positions), or of the nearest entry around it."""
        if path and path[0] in self._parts:
            return self._parts[path[0]].line(path)
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def problem(self, path: EntryPath, found: str, expected: str, remedy: str) -> Problem:
        """A problem at the entry's line."""
        name, line = self.place(path)
        return Problem(name, cell=f"rad {line}", found=found, expected=expected, remedy=remedy)


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read one file. What is wrong with it stands in `problems`; `content` is then incomplete or None.

    `name` is how the file is called in problems: `params/committees.yml`.
    """
    file = YamlFile(name)
    try:
        text = read_plain_file(path, LARGEST_FILE).decode("utf-8-sig")
    except UnreadableFile as fault:
        file.problems.append(Problem(name, "", "", fault.found, fault.expected, fault.remedy))
        return file
    except FileNotFoundError:
        expected = "Filen måste finnas för att rapporten ska kunna byggas."
        file.problems.append(Problem(name, "", "", "Filen saknas.", expected, "Lägg tillbaka filen i params."))
        return file
    except UnicodeDecodeError:
        expected = "Parameterfiler sparas som UTF-8."
        file.problems.append(
            Problem(name, "", "", "Filen är inte sparad som UTF-8.", expected, "Spara om filen med kodningen UTF-8.")
        )
        return file
    read = _read(name, text)
    # The plan's file gets the keys of those beside it, and whoever reads it adds problems: what is kept stays as it is.
    return replace(read, problems=list(read.problems), _parts={})


@lru_cache(maxsize=64)
def _read(name: str, text: str) -> YamlFile:
    """A file's content. When one file is changed all are read again, and the others are as they were."""
    file = YamlFile(name)
    file.problems += _personal(name, text)
    try:
        refused = _refusal(name, text)
        node = None if refused else yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        cell = f"rad {mark.line + 1}" if mark else ""
        found = "Filen kan inte läsas som YAML från och med den här raden."
        expected = "Indrag, kolon, citattecken och klamrar ska följa YAML."
        remedy = "Jämför med raderna ovanför, som går att läsa."
        file.problems.append(Problem(name, "", cell, found, expected, remedy))
        return file
    if refused:
        file.problems.append(refused)
        return file
    if node is not None:
        file.content = _value(file, node, ())
    return file


def _personal(name: str, text: str) -> Iterator[Problem]:
    """An error for each line with a personal identity number; a number by itself is an amount."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not _AMOUNT.search(line) and has_personal_number(line):
            found = f"Här står ett personnummer, {MASK}."
            expected = "Personnummer får inte stå någonstans i params, inte heller i kommentarer."
            yield Problem(name, "", f"rad {number}", found, expected, "Ta bort det och spara filen.")


def _refusal(name: str, text: str) -> Problem | None:
    """What must not be composed at all: aliases, which can multiply without end, and nesting without end."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            found = "Filen använder alias (”*namn”)."
            return Problem(name, "", "", found, "Varje värde skrivs ut.", "Skriv ut värdet där det används.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            found = f"Fler än {DEEPEST} listor eller grupper ligger inuti varandra."
            assert event.start_mark is not None  # both parsers say where each event begins
            expected = "Filen har den form som de andra filerna i params har."
            return Problem(name, "", f"rad {event.start_mark.line + 1}", found, expected, "Rätta indragen.")
    return None


def _value(file: YamlFile, node: yaml.Node, path: EntryPath) -> Any:
    file._lines.setdefault(path, node.start_mark.line + 1)
    if node.tag not in _PLAIN_TAGS:
        found = f"Värdet har taggen {quoted(node.tag)}."
        file.problems.append(file.problem(path, found, "Taggar används inte i params.", "Ta bort taggen."))
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(file, node, path)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_value(file, entry, (*path, position)) for position, entry in enumerate(node.value))
    assert isinstance(node, yaml.ScalarNode)  # there is no fourth kind
    # libyaml marks a plain scalar with an empty style, the Python parser with None.
    if node.style not in (None, ""):
        return _text(file, node.value, path)
    value = _scalar(node.value)
    if isinstance(value, int | float) and not isinstance(value, bool) and not _fits(node.value, value):
        found = f"Talet {quoted(node.value, 30)} har fler än {_MOST_DIGITS} siffror."
        expected = f"Ett tal i params har högst {_MOST_DIGITS} siffror."
        remedy = "Rätta talet, eller sätt citattecken kring det om det är en kod."
        file.problems.append(file.problem(path, found, expected, remedy))
        return None
    return _text(file, value, path) if isinstance(value, str) else value


def _fits(written: str, value: float) -> bool:
    digits = written.lstrip("+-").partition("e")[0].partition("E")[0].replace(".", "").strip("0")
    return math.isfinite(value) and len(digits) <= _MOST_DIGITS and abs(value) < 10**_MOST_DIGITS


def _text(file: YamlFile, text: str, path: EntryPath) -> str:
    """A text without half a character, which an escape such as \\ud800 can make and no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        found = f"Texten {quoted(text.encode(errors='replace').decode())} har ett tecken som inte finns."
        file.problems.append(file.problem(path, found, "En text har hela tecken.", "Skriv om texten utan \\u-koder."))
        return ""
    return text


def _mapping(file: YamlFile, node: yaml.MappingNode, path: EntryPath) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            place = (*path, "?")
            file._lines[place] = key_node.start_mark.line + 1
            text = "En nyckel är en lista eller en grupp."
            file.problems.append(file.problem(place, text, "En nyckel är en text.", "Skriv nyckeln som en text."))
            continue
        key, place = key_node.value, (*path, key_node.value)
        if key in found:
            first = file.line(place)
            text = f"Nyckeln {quoted(key)} står två gånger, första gången på rad {first}."
            file.problems.append(
                Problem(
                    file.name,
                    cell=f"rad {key_node.start_mark.line + 1}",
                    found=text,
                    expected="Varje nyckel får stå en gång.",
                    remedy="Ta bort den ena.",
                )
            )
            continue
        file._lines[place] = key_node.start_mark.line + 1
        found[key] = _value(file, value_node, place)
    return found


def _scalar(text: str) -> str | int | float | bool | None:
    if text.lower() in _WORDS and text in (text.lower(), text.capitalize(), text.upper()):
        return _WORDS[text.lower()]
    if _INTEGER.fullmatch(text):
        # Python refuses to read thousands of digits; whoever asks refuses a number that long.
        return int(text) if len(text) < 100 else math.inf
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text
