"""Claims about indicators over time and beside other regions, and about the period's page."""

from __future__ import annotations

import re

from tests.claims import about_variation
from tests.claims.claims import Value, is_, is_word, number, rounded
from tests.claims.facts import Facts

REGION, COUNTRY = "0013", "0000"


def _values(facts: Facts, block: str, year: str) -> dict[str, Value]:
    return facts.keyed(f"{block}-siffror", f"ar{year}")


def _decimals(facts: Facts, block: str) -> int:
    cells = [cell for row in facts.blocks[f"{block}-siffror"]["rows"] for cell in row["cells"][1:]]
    return next(cell["decimals"] for cell in cells if "decimals" in cell)


def _is_low_good(facts: Facts, block: str) -> bool:
    """Which way is good: of the table of comparisons, where the indicator says it in its name."""
    return "lågt är bra" in _label(facts, block)


def _label(facts: Facts, block: str) -> str:
    kpi = block.removeprefix("diagram-jamforelse-").upper()
    return str(next(row["cells"][0]["text"] for row in facts.blocks["jamforelse"]["rows"] if row["key"] == kpi))


def _rank(facts: Facts, block: str, year: str) -> tuple[int, int, bool]:
    values = {
        code: value for code, value in _values(facts, block, year).items() if value is not None and code != COUNTRY
    }
    own = values[REGION]
    better = sum(value < own if _is_low_good(facts, block) else value > own for value in values.values())
    return better + 1, len(values), list(values.values()).count(own) > 1


def _latest(facts: Facts, block: str) -> str:
    """The last year in which the region has a value."""
    years = [one["key"].removeprefix("ar") for one in facts.blocks[f"{block}-siffror"]["columns"][1:]]
    return max(year for year in years if _values(facts, block, year)[REGION] is not None)


def compared(
    facts: Facts, block: str, value: str, standing: str, told: str, shared: str, place: str, count: str
) -> bool:
    """The region's latest value and how it stands to the country's; its place where the country has no value."""
    year = _latest(facts, block)
    own, country = _values(facts, block, year)[REGION], _values(facts, block, year)[COUNTRY]
    if own is None or not is_(value, own):
        return False
    if place:
        rank, regions, is_tied = _rank(facts, block, year)
        ranked = [number(place), number(count)] == [rank, regions] and (shared == "delad plats") == is_tied
        return country is None and ranked
    if country is None or not is_(told, country):
        return False
    if not standing:
        return not re.search("(lågt|högt) är bra", _label(facts, block))
    difference = rounded(own, _decimals(facts, block)) - rounded(country, _decimals(facts, block))
    good = -difference if _is_low_good(facts, block) else difference
    return standing == ("som riket" if good == 0 else "bättre än riket" if good > 0 else "sämre än riket")


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


def name_of(facts: Facts, block: str) -> str:
    """What the picture's table is called: the indicator."""
    return str(facts.blocks[f"{block}-siffror"]["caption"])


def lowered(_: Facts, name: str) -> str:
    """As within a sentence."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def unit_of(facts: Facts, block: str) -> str:
    """The indicator's unit, where it is another than per cent."""
    unit = str(facts.blocks[f"{block}-siffror"]["unit_line"]).removeprefix("Enhet: ").replace("\u00a0", " ")
    return "" if unit == "%" else unit


def country_told(facts: Facts, block: str, said: str) -> bool:
    """`går från 674,6 (2018) till 634,9 (2022)`: the country's own values of those years."""
    told = re.findall(r"([−\d][\d ]*(?:,\d+)?)(?: %)? \((20\d\d)\)", said)
    if not told:
        return said == "har inget värde"
    return all(is_(text, _values(facts, block, year)[COUNTRY]) for text, year in told)


def _series(facts: Facts, block: str) -> dict[str, float]:
    found = facts.keyed(f"{block}-siffror", "varde")
    return {row: value for row, value in found.items() if value is not None and row[:2] == "20"}


_NUMBER = r"([−+]?(?:minus )?\d[\d ]*(?:,\d+)?)"
# What an alt text tells, and of which row of the chart's table; of the series itself with a function.
_TOLD = {
    rf"Från {_NUMBER}": lambda values, rows: values[0],
    rf"till {_NUMBER}[^;.]*; lägst": lambda values, rows: values[-1],
    rf"lägst {_NUMBER}": lambda values, rows: min(values),
    rf"högst {_NUMBER}[^;.]*\.": lambda values, rows: max(values),
    rf"streckad linje, är {_NUMBER}": lambda values, rows: rows["mal"],
}


def _without(facts: Facts, block: str, text: str) -> str:
    """A text without the indicator's name and unit, whose numbers are none of its own."""
    unit = lowered(facts, str(facts.blocks[block]["unit_line"]).replace("\u00a0", " "))
    name = lowered(facts, name_of(facts, block))
    for words in filter(lambda one: re.search(r"\d", one), (name, name_of(facts, block), unit)):
        text = text.replace(words, "")
    return text


def indicator_shown(facts: Facts, block: str, title: str) -> bool:
    """The latest value, the target, how it stands to it, and how far it has moved, as far as a title says them."""
    values, rows = list(_series(facts, block).values()), facts.keyed(f"{block}-siffror", "varde")
    text = _without(facts, block, title)
    if not values:
        return "saknas" in text
    numbers = re.findall(_NUMBER, re.sub(r"(?<=i )20\d\d|(?:sedan|\w+) 20\d\d", "", text))
    target = re.search(rf"målet {_NUMBER}", text)
    moved = re.search(rf"(upp|ned) {_NUMBER}|oförändrat", text)
    return (
        is_(numbers[0].strip(), values[-1])
        and (not target or is_(target[1].strip(), rows["mal"]))
        and _met(facts, block, text, values[-1], rows.get("mal"))
        and (not moved or _moved(moved[1] or "", (moved[2] or "").strip(), values))
        and (
            not about_variation.has_limits(facts, block)
            or about_variation.title_holds(facts, block, title, rows["mal"])
        )
    )


def _is_low_good_of(facts: Facts, block: str) -> bool | None:
    kpi = block.removeprefix("diagram-indikator-").upper()
    tables = (one for one in ("indikatorer", "verksamhetsmatt") if facts.has(one) and "rows" in facts.blocks[one])
    labels = [
        row["cells"][0]["text"] for table in tables for row in facts.blocks[table]["rows"] if row["key"].upper() == kpi
    ]
    return "lågt är bra" in labels[0] if labels and re.search("(lågt|högt) är bra", labels[0]) else None


def _met(facts: Facts, block: str, title: str, latest: float, target: Value) -> bool:
    """`når målet`, `nära målet`, `når inte målet`: by the direction that the table of indicators says; near is 5 %."""
    found = re.search(r"(?<!\w)(når inte|når|nära) målet", title)
    is_low = _is_low_good_of(facts, block)
    if not found or target is None or is_low is None:
        return found is None or target is not None
    is_met = latest <= target if is_low else latest >= target
    is_near = not is_met and abs(latest - target) <= 0.05 * abs(target) + 1e-9
    return found[1] == ("når" if is_met else "nära" if is_near else "når inte")


def _moved(direction: str, size: str, values: list[float]) -> bool:
    """How far the latest value is from the one before it."""
    change = values[-1] - values[-2]
    return is_(size, abs(change)) and is_word(direction, change, "upp", "ned", 9) if direction else abs(change) < 1e-9


def indicator_alt(facts: Facts, block: str, text: str) -> bool:
    """Every value of the series, its limits and its target that the text tells, and the first and the last of them."""
    values, rows = list(_series(facts, block).values()), facts.keyed(f"{block}-siffror", "varde")
    if not values:
        return "saknas" in text
    bare = _without(facts, block, text)
    told = {pattern: found[1].strip() for pattern in _TOLD if (found := re.search(pattern, bare))}
    if len(values) > 1 and not {*list(_TOLD)[:2]} <= set(told):
        return False
    if about_variation.has_limits(facts, block) and not about_variation.alt_holds(facts, block, text, rows["mal"]):
        return False
    return all(is_(number, _TOLD[pattern](values, rows)) for pattern, number in told.items())


def made(facts: Facts) -> int:
    """How many reports of the period are made."""
    return len([path for path in facts.folder.parent.iterdir() if (path / "rapport.html").exists()])


def cover_status(facts: Facts) -> str:
    """The status on the report's first page."""
    return facts.blocks["forsta-sidan"]["status"]["text"]


def warnings(facts: Facts) -> int:
    """How many warnings the report's last section has."""
    return len(facts.blocks["varningar"].get("rows", ()))


def warned(facts: Facts, books: str) -> bool:
    """Whether the text names the workbooks of the report's warnings, each once, and no other."""
    places = [row["cells"][0]["text"].split(",")[0].split("/")[-1] for row in facts.blocks["varningar"]["rows"]]
    return re.split(", | och ", books) == list(dict.fromkeys(places))


def has_rows(facts: Facts, table: str) -> bool:
    """Whether a table of the report has rows: a sentence that says so little has none."""
    return bool(facts.blocks[table].get("rows"))


NAMES = (
    name_of,
    lowered,
    unit_of,
    country_told,
    compared,
    compared_alt,
    indicator_shown,
    indicator_alt,
    made,
    cover_status,
    warnings,
    has_rows,
    warned,
)
