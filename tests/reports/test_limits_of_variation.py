"""An auditor's recalculation: the printed limits of normal variation from the printed values by the printed rule.

Nothing here uses the code that made the report. The numbers of the rule are read from the report's own text.
"""

from __future__ import annotations

import csv
import html
import re
from fractions import Fraction
from itertools import pairwise
from math import floor
from pathlib import Path

import pytest

MONTH = re.compile(r"20\d\d-\d\d")
Series = dict[str, Fraction]


def number(shown: str) -> Fraction:
    """`−1 234,5` or `98,9 %` as it is read."""
    return Fraction(re.sub(r"[^\d,−]", "", shown).replace(",", ".").replace("−", "-"))


def decimals(shown: str) -> int:
    return len(re.sub(r"[^\d,]", "", shown).partition(",")[2])


def rounded(value: Fraction, places: int) -> Fraction:
    """Half away from zero."""
    size = Fraction(floor(abs(value) * 10**places + Fraction(1, 2)), 10**places)
    return size if value >= 0 else -size


class Rule:
    """The numbers of the printed rule."""

    def __init__(self, page: str) -> None:
        text = html.unescape(re.sub(r"<[^>]+>", "", page)).replace("\xa0", " ")
        self.factor = number(self._told(text, r"medelvärdet plus och minus ([\d,]+) gånger"))
        self.lone = number(self._told(text, r"med mer än ([\d,]+) gånger den genomsnittliga"))
        self.fewest = int(self._told(text, r"minst (\d+) värden behövs"))

    @staticmethod
    def _told(text: str, pattern: str) -> str:
        found = re.search(pattern, text)
        assert found, pattern
        return found[1]

    def lone_months(self, series: Series) -> set[str]:
        months, values = [*series], [*series.values()]
        limit = self.lone * mean_range(values)
        found = set()
        for place in range(len(values)):
            first = min(max(place - 1, 0), len(values) - 3)
            away = [values[place] - values[near] for near in range(first, first + 3) if near != place]
            if all(one > limit for one in away) or all(-one > limit for one in away):
                found.add(months[place])
        return found

    def starts(self, counted: Series, places: int) -> list[str]:
        months, values = [*counted], [*counted.values()]
        found, begin, at = [months[0]], 0, self.fewest
        while at + self.fewest <= len(values):
            before = values[begin:at]
            middle = rounded(sum(before, Fraction()) / len(before), places + 1)
            usual = {value for value in before if 2 * before.count(value) > len(before)}
            row = values[at : at + self.fewest]
            aside = usual & set(row)
            if not aside and (all(one > middle for one in row) or all(one < middle for one in row)):
                found.append(months[at])
                begin, at = at, at + self.fewest
            else:
                at += 1
        return found

    def limits(self, values: list[Fraction], places: int) -> tuple[Fraction, Fraction, Fraction]:
        middle, reach = sum(values, Fraction()) / len(values), self.factor * mean_range(values)
        return tuple(rounded(one, places + 1) for one in (middle, middle - reach, middle + reach))


def mean_range(values: list[Fraction]) -> Fraction:
    return sum((abs(later - earlier) for earlier, later in pairwise(values)), Fraction()) / (len(values) - 1)


def charts(folder: Path) -> dict[str, list[dict[str, str]]]:
    """The numbers below each chart that has limits, by the chart's id."""
    found: dict[str, list[dict[str, str]]] = {}
    with (folder / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["table"].startswith("diagram-indikator-"):
                found.setdefault(row["table"].removesuffix("-siffror"), []).append(row)
    return {name: rows for name, rows in found.items() if any(row["row"].startswith("medel-") for row in rows)}


def test_the_printed_limits_follow_from_the_printed_values_by_the_printed_rule(report_folder):
    drawn = charts(report_folder)
    if not drawn:
        pytest.skip("no indicator of this report is measured every month")
    page = (report_folder / "rapport.html").read_text(encoding="utf-8")
    rule = Rule(page)
    for name, rows in drawn.items():
        measured = [row for row in rows if MONTH.fullmatch(row["row"]) and row["value"]]
        series = {row["row"]: number(row["shown"]) for row in measured}
        places = decimals(measured[0]["shown"])
        left_out = {row["row"] for row in measured if row["label"].endswith("(räknas inte med)")}
        assert left_out == rule.lone_months(series), name
        counted = {month: value for month, value in series.items() if month not in left_out}
        printed = {row["row"]: number(row["shown"]) for row in rows if "-20" in row["row"]}
        starts = sorted(key.removeprefix("medel-") for key in printed if key.startswith("medel-"))
        assert starts == rule.starts(counted, places), name
        for first, after in pairwise([*starts, "9999"]):
            values = [value for month, value in counted.items() if first <= month < after]
            assert len(values) >= rule.fewest
            told = tuple(printed[f"{kind}-{first}"] for kind in ("medel", "undre", "ovre"))
            assert told == rule.limits(values, places), (name, first)


def test_no_title_says_of_the_target_what_the_values_contradict(report_folder):
    page = (report_folder / "rapport.html").read_text(encoding="utf-8")
    rows_of = {name: rows for name, rows in charts(report_folder).items() if f'id="{name}"' in page}
    for name, rows in rows_of.items():
        title = html.unescape(re.search(rf'id="{name}".*?<strong>(.*?)</strong>', page, re.DOTALL)[1])
        aim = next((number(row["shown"]) for row in rows if row["row"] == "mal" and row["value"]), None)
        if aim is None:
            assert "målet" not in title
            continue
        values = [number(row["shown"]) for row in rows if MONTH.fullmatch(row["row"]) and row["value"]]
        met = [value <= aim if name in better_low(page) else value >= aim for value in values]
        told = re.search(r"målet [^;]* (nås|nåddes) (.*)", title)
        if told is None:
            continue
        if told[2] == "stadigt":
            assert all(met[-6:]), (name, title)
        elif told[2] == "sällan":
            assert not any(met[-6:]), (name, title)
        else:
            asked = int(re.search(r"av de (\d+) senaste", told[2])[1]) if "av de" in told[2] else 12
            count = sum(met[-asked:])
            said = {0: "ingen av", asked: "alla"}.get(count, f"{count} av de {asked} senaste")
            assert told[2].startswith(said), (name, title)


def better_low(page: str) -> set[str]:
    """The charts of the indicators whose name in the table of variation ends with "lågt är bra"."""
    table = page[page.index('id="variation"') :].partition("</table>")[0]
    low = [html.unescape(name) for name in re.findall(r'<th scope="row"[^>]*>([^<(]*)\([^<]*lågt är bra', table)]
    titles = re.findall(
        r'<figure class="chart" id="(diagram-indikator-[^"]+)">.*?<strong>(.*?)</strong>', page, re.DOTALL
    )
    return {name for name, title in titles if any(html.unescape(title).startswith(one.strip()) for one in low)}
