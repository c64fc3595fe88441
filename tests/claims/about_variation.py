"""Claims about an indicator's normal variation: its limits and its latest value, worked out from the chart's numbers.

The rules are those of params/texts.yml, `variation_limits`: mean and limits have one decimal more than the values.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from tests.claims.about_verdicts import direction_of, reached
from tests.claims.claims import Value, is_, number, rounded
from tests.claims.facts import Facts
from tests.claims.grammar import MONTHS

_FEWEST, _RUN, _RECENT = 12, 7, 6
_RULES = {
    "outside": ("under den undre gränsen", "över den övre gränsen"),
    "trend": ("sju värden i rad som sjunker", "sju värden i rad som stiger"),
    "third": ("minst två av tre värden nära den undre gränsen", "minst två av tre värden nära den övre gränsen"),
    "side": ("minst sju värden i rad under medelvärdet", "minst sju värden i rad över medelvärdet"),
}


class Variation:
    """The series of a chart with limits, as its table has it."""

    def __init__(self, facts: Facts, block: str) -> None:
        table = facts.blocks[f"{block}-siffror"]
        self.code = block.removeprefix("diagram-indikator-").upper()
        self.direction = direction_of(self.code)
        self.printed = facts.keyed(f"{block}-siffror", "varde")
        rows = [row for row in table["rows"] if row["key"][:2] == "20" and self.printed.get(row["key"]) is not None]
        self.decimals: int = rows[0]["cells"][1]["decimals"]
        self.values = {row["key"]: float(rounded(self.printed[row["key"]] or 0.0, self.decimals)) for row in rows}
        self.words = {row["key"]: row["cells"][2]["text"] for row in rows}
        self.lone = [row["key"] for row in rows if "räknas inte med" in row["cells"][0]["text"]]
        self.starts = [key.removeprefix("medel-") for key in self.printed if key.startswith("medel-")]
        self.mean, self.low, self.high = self.limits(self.inside(self.starts[-1]))

    def inside(self, first: str, before: str = "9999") -> list[float]:
        """The values that are counted, of a stretch."""
        return [value for month, value in self.values.items() if first <= month < before and month not in self.lone]

    def limits(self, values: list[float]) -> tuple[float, float, float]:
        """Mean and limits as they are shown: 2.66 mean moving ranges from the mean."""
        mean = sum(values) / len(values)
        reach = 2.66 * sum(abs(later - earlier) for earlier, later in pairwise(values)) / (len(values) - 1)
        low, mid, high = (float(rounded(one, self.decimals + 1)) for one in (mean - reach, mean, mean + reach))
        return mid, low, high

    def are_printed(self) -> bool:
        """Whether the table has these very limits, of the last stretch and of every other with enough values."""
        for first, after in zip(self.starts, [*self.starts[1:], "9999"], strict=True):
            shown = [self.printed[f"{name}-{first}"] for name in ("medel", "undre", "ovre")]
            if shown[0] is not None and not all(
                abs(one - other) < 1e-9
                for one, other in zip(self.limits(self.inside(first, after)), shown, strict=True)
            ):
                return False
        return True

    def side(self, value: float) -> int:
        """Above or below the mean; the value that more than half are is on no side."""
        most, times = Counter(self.inside(self.starts[-1])).most_common(1)[0]
        if value == most and 2 * times > len(self.inside(self.starts[-1])):
            return 0
        return (value > self.mean + 1e-9) - (value < self.mean - 1e-9)

    def latest(self) -> tuple[str, int]:
        """The rule that the latest value breaks, and in which direction; "" for normal variation."""
        month, value = list(self.values.items())[-1]
        values = self.inside(self.starts[-1])
        if value > self.high + 1e-9 or value < self.low - 1e-9:
            return "outside", 1 if value > self.mean else -1
        if month in self.lone or not self.side(value):
            return "", 0
        changes = [(later > earlier) - (later < earlier) for earlier, later in pairwise(values[-_RUN:])]
        if len(changes) == _RUN - 1 and abs(sum(changes)) == _RUN - 1:
            return "trend", changes[0]
        inner = (self.high - self.mean) * 2 / 3
        outer = [abs(one - self.mean) > inner + 1e-9 and self.low <= one <= self.high for one in values[-3:]]
        if len(values) > 2 and abs(sum(map(self.side, values[-3:]))) == 3 and outer[-1] and sum(outer) > 1:
            return "third", self.side(value)
        if len(values) >= _RUN and abs(sum(map(self.side, values[-_RUN:]))) == _RUN:
            return "side", self.side(value)
        return "", 0

    def kind(self) -> str:
        """What that is: `förbättring`, `försämring`, `förändring`, or normal variation."""
        rule, side = self.latest()
        if not rule:
            return "ingen variation" if self.low == self.high else "normal variation"
        if self.direction == "neutral":
            return "förändring"
        return "förbättring" if (side > 0) == (self.direction == "higher") else "försämring"

    def met(self, target: float) -> list[bool]:
        """Whether each of the latest values reached the target."""
        return [reached(value, target, self.direction) for value in list(self.values.values())[-_FEWEST:]]

    def assurance(self, target: float) -> str:
        """`stadigt`, `sällan`, or neither."""
        ends = {reached(end, target, self.direction) for end in (self.low, self.high)}
        recent = self.met(target)[-_RECENT:]
        return "stadigt" if ends == {True} and all(recent) else "sällan" if ends == {False} and not any(recent) else ""


def _key(month: str) -> str:
    name, year = month.split(" ")
    return f"{year}-{MONTHS.index(name) + 1:02d}"


def has_limits(facts: Facts, block: str) -> bool:
    """Whether a chart is one of variation, with limits."""
    return any(row.startswith("medel-") for row in facts.keyed(f"{block}-siffror", "varde"))


def _times_told(found: re.Match[str] | None, met: list[bool]) -> bool:
    return found is not None and [number(one) for one in found.groups()] == [sum(met), len(met)]


def title_holds(facts: Facts, block: str, text: str, target: Value) -> bool:
    """What kind of variation the latest value shows, and how often the target is reached."""
    one = Variation(facts, block)
    latest = list(one.values)[-1]
    said = re.search(
        r", (förbättring|försämring|förändring|normal variation|ingen variation)(, ett ensamt värde)?", text
    )
    if not said or said[1] != one.kind() or bool(said[2]) != (latest in one.lone):
        return False
    if target is None or one.direction == "neutral":
        return "målet" not in text
    met = one.met(target)
    if not any(met):
        return text.endswith(f" nåddes ingen av de {len(met)} senaste gångerna")
    if assured := one.assurance(target):
        return text.endswith(f" nås {assured}")
    if all(met):
        return text.endswith(f" nåddes alla de {len(met)} senaste gångerna")
    return _times_told(re.search(r" nåddes (\d+) av de (\d+) senaste gångerna$", text), met)


def alt_holds(facts: Facts, block: str, text: str, target: Value) -> bool:
    """Limits and their steps, what the latest and the earlier values show, and how often the target is reached."""
    one = Variation(facts, block)
    return (
        one.are_printed()
        and _limits_told(one, text)
        and _steps_told(one, text)
        and _latest_told(one, text)
        and _earlier_told(one, text)
        and (target is None or one.direction == "neutral" or _target_told(one, text, target))
    )


def _limits_told(one: Variation, text: str) -> bool:
    amount = r"([−+]?(?:minus )?\d[\d ]*(?:,\d+)?)"
    found = re.search(
        rf"edelvärdet(?: är)? {amount}[^;]*; normal variation ligger mellan {amount}[^;.]*? och {amount}", text
    )
    since = re.search(r"Sedan (\w+ \d{4}) är medelvärdet", text)
    if not found or not all(map(is_, (part.strip() for part in found.groups()), (one.mean, one.low, one.high))):
        return False
    return (_key(since[1]) == one.starts[-1]) if since else len(one.starts) == 1


def _steps_told(one: Variation, text: str) -> bool:
    """Every step is told; one without a reason has as many values as limits need on one side of the mean before it."""
    told = re.findall(r"Gränserna räknas om från ([^:]+): ([^.]+)\.", text)
    steps = {_key(month): why for months, why in told for month in re.split(r", | och ", months)}
    if list(steps) != one.starts[1:] and sorted(steps) != one.starts[1:]:
        return False
    for before, first in pairwise(one.starts):
        mean, *_ = one.limits(one.inside(before, first))
        after = one.inside(first)[:_FEWEST]
        is_lasting = len(after) == _FEWEST and (all(v > mean for v in after) or all(v < mean for v in after))
        if steps[first] == "en varaktig ändring" and not is_lasting:
            return False
    lone = re.search(r"Värdet för ([^.]+) sticker ut ensamt", text)
    return [_key(month) for month in re.split(r", | och ", lone[1])] == one.lone if lone else not one.lone


def _latest_told(one: Variation, text: str) -> bool:
    rule, side = one.latest()
    if not rule:
        return f"Det senaste värdet visar {one.kind()}." in text
    return f"Det senaste värdet visar en {one.kind()}: {_RULES[rule][side > 0]}." in text


def _earlier_told(one: Variation, text: str) -> bool:
    *earlier, _ = one.words.values()
    counted = Counter(word.split(",")[0].lower() for word in earlier)
    wanted = {word: counted[word] for word in ("förbättring", "försämring", "förändring") if counted[word]}
    found = re.search(r"Av de tidigare värdena visar ([^.]+)\.", text)
    told = re.findall(r"(\w+) (förbättring|försämring|förändring)", found[1]) if found else []
    return {word: number(count) for count, word in told} == wanted


def _target_told(one: Variation, text: str, target: float) -> bool:
    said = {"stadigt": "Hela den normala variationen når målvärdet.", "sällan": "på fel sida om målvärdet."}
    assured = one.assurance(target)
    is_said = all((words in text) == (assured == word) for word, words in said.items())
    return is_said and _times_told(re.search(r"Det nåddes (\d+) av de (\d+) senaste gångerna\.", text), one.met(target))
