"""Claims about indicators over time and beside other regions, and about the period's page."""

from __future__ import annotations

import re

from tests.claims.claims import Value, is_, number, rounded
from tests.claims.facts import Facts

REGION, COUNTRY = "0013", "0000"


def _values(facts: Facts, block: str, year: str) -> dict[str, Value]:
    return facts.keyed(f"{block}-siffror", f"ar{year}")


def _decimals(facts: Facts, block: str) -> int:
    cells = [cell for row in facts.blocks[f"{block}-siffror"]["rows"] for cell in row["cells"][1:]]
    return next(cell["decimals"] for cell in cells if "decimals" in cell)


def _is_low_good(facts: Facts, block: str) -> bool:
    """Which way is good: of the table of comparisons, where the indicator says it in its name."""
    kpi = block.removeprefix("diagram-jamforelse-").upper()
    label = next(row["cells"][0]["text"] for row in facts.blocks["jamforelse"]["rows"] if row["key"] == kpi)
    return "lågt är bra" in label


def _rank(facts: Facts, block: str, year: str) -> tuple[int, int, bool]:
    values = {
        code: value for code, value in _values(facts, block, year).items() if value is not None and code != COUNTRY
    }
    own = values[REGION]
    better = sum(value < own if _is_low_good(facts, block) else value > own for value in values.values())
    return better + 1, len(values), list(values.values()).count(own) > 1


def compared(
    facts: Facts, block: str, year: str, value: str, standing: str, shared: str, place: str, count: str
) -> bool:
    """The region's value, how it stands to the country's, and its place among all that have one."""
    known = _values(facts, block, year)
    own, country = known[REGION], known[COUNTRY]
    if not is_(value, own) or own is None:
        return False
    rank, regions, is_tied = _rank(facts, block, year)
    if standing and country is not None:
        difference = rounded(own - country, _decimals(facts, block))
        good = -difference if _is_low_good(facts, block) else difference
        if standing != ("som riket" if good == 0 else "bättre än riket" if good > 0 else "sämre än riket"):
            return False
    return [number(place), number(count)] == [rank, regions] and (shared == "delad plats") == is_tied


def compared_alt(
    facts: Facts,
    block: str,
    first: str,
    start: str,
    last: str,
    end: str,
    year: str,
    low: str,
    high: str,
    place: str,
    count: str,
) -> bool:
    """Where the region's line begins and ends, the span of the others, and the place."""
    if first and not (
        is_(first, _values(facts, block, start)[REGION]) and is_(last, _values(facts, block, end)[REGION])
    ):
        return False
    others = [v for code, v in _values(facts, block, year).items() if v is not None and code not in (REGION, COUNTRY)]
    rank, regions, _ = _rank(facts, block, year)
    return is_(low, min(others)) and is_(high, max(others)) and [number(place), number(count)] == [rank, regions]


def _series(facts: Facts, block: str) -> dict[str, float]:
    found = facts.keyed(f"{block}-siffror", "varde")
    return {row: value for row, value in found.items() if value is not None and row[:2] == "20"}


def indicator_shown(facts: Facts, block: str, title: str) -> bool:
    """A title's first number is the latest value."""
    values = _series(facts, block)
    if not values:
        return "saknas" in title
    numbers = re.findall(r"[−+]?\d[\d ]*(?:,\d+)?", title)
    latest = list(values.values())[-1]
    return any(is_(one.strip(), latest) for one in numbers) and _met(facts, block, title, latest)


def _met(facts: Facts, block: str, title: str, latest: float) -> bool:
    """`når målet`, `når inte målet`: the value against the target, by the direction that the table of indicators says."""
    target = facts.keyed(f"{block}-siffror", "varde").get("mal")
    found = re.search(r"(?<!\w)(når inte|når) målet", title)
    kpi = block.removeprefix("diagram-indikator-").upper()
    rows = {row["key"].upper(): row["cells"][0]["text"] for row in facts.blocks["indikatorer"]["rows"]}
    if not found or target is None or kpi not in rows:
        return True
    is_met = latest <= target if "lågt är bra" in rows[kpi] else latest >= target
    return (found[1] == "når") == is_met


def indicator_alt(facts: Facts, block: str, text: str) -> bool:
    """The first and the last value stand in the alt text, and the lowest and the highest."""
    values = list(_series(facts, block).values())
    if not values:
        return "saknas" in text
    numbers = [one.strip() for one in re.findall(r"[−+]?(?:minus )?\d[\d ]*(?:,\d+)?", text)]
    return all(any(is_(one, value) for one in numbers) for value in (values[0], values[-1], min(values), max(values)))


def made(facts: Facts) -> int:
    """How many reports of the period are made."""
    return len([path for path in facts.folder.parent.iterdir() if (path / "rapport.html").exists()])


def cover_status(facts: Facts) -> str:
    """The status on the report's first page."""
    return facts.blocks["forsta-sidan"]["status"]["text"]


def warnings(facts: Facts) -> int:
    """How many warnings the report's last section has."""
    return len(facts.blocks["varningar"].get("rows", ()))


def has_rows(facts: Facts, table: str) -> bool:
    """Whether a table of the report has rows: a sentence that says so little has none."""
    return bool(facts.blocks[table].get("rows"))


NAMES = (compared, compared_alt, indicator_shown, indicator_alt, made, cover_status, warnings, has_rows)
