"""Claims about a plan and its follow-up; each takes the report's facts first."""

from __future__ import annotations

import re
from collections import Counter

from tests.claims.claims import Value, is_, is_word, listed, number, size
from tests.claims.facts import Facts, Known
from tests.claims.statements import plain

_GOOD = ("Klart", "Enligt plan", "Uppnått", "Bedöms uppnås")
_WORSE = ("Försenat", "Avfört", "Inte uppnått", "Bedöms inte uppnås")
_COUNTED = re.compile(r"(\d[\d ]*) (\D+?)(?=, \d| och \d|$)")
DEVELOPMENT = "diagram-utveckling-siffror"


def _suffix(block: str) -> str:
    found = re.search(r"-\d{4}-\w+$", block)
    return found[0] if found else ""


def _table(facts: Facts, block: str) -> str:
    """The table of statuses part by part; in a monthly follow-up, which has none, the one behind the chart."""
    table = f"status-per-del{_suffix(block)}"
    return table if facts.has(table) else "diagram-status-siffror"


def _heads(facts: Facts, table: str) -> dict[str, str]:
    return {one["key"]: one["label"] for one in facts.blocks[table]["columns"][1:] if one["key"] != "all"}


def statuses(facts: Facts, block: str) -> Counter[str]:
    """How many entries have which status: the sum of the plan's parts, row by row."""
    table = _table(facts, block)
    return Counter({label: int(facts.total(table, key)) for key, label in _heads(facts, table).items()})


def counts_in(_: Facts, said: str) -> list[int]:
    """Every count of `klart 54, försenat 19 och avfört 6`."""
    return [int(one) for one in re.findall(r"\d+", said)]


def statuses_told(facts: Facts, block: str, whole: str, said: str) -> bool:
    """`klart 54, försenat 19 och avfört 6`: all that some have; a chart's alt text tells the others as 0."""
    told = {name[:1].upper() + name[1:]: int(n) for name, n in re.findall(r"(\D+?) (\d+)(?:, | och |$)", said)}
    known = statuses(facts, block)
    every = {word: n for word, n in known.items() if n} if whole else dict(known)
    return told == every and (not whole or number(whole) == sum(known.values()))


def status_tile(facts: Facts, label: str, count: str, whole: str, lines: str) -> bool:
    """`Försenat eller avfört · 56 av 381 · Försenat: 44 · Avfört: 12`."""
    known = statuses(facts, "nyckeltal")
    words = [word[:1].upper() + word[1:] for word in re.split(r", | eller ", label)]
    words = [one for word in words for one in ([word] if word in known else [])]
    told = {name: int(n) for name, n in (line.split(": ") for line in lines.split(" · ") if lines)}
    expected = {word: known[word] for word in words}
    return (
        len(words) > 0
        and [number(count), number(whole)] == [sum(expected.values()), sum(known.values())]
        and told == (expected if len(words) > 1 else {})
    )


def _deviations(facts: Facts, block: str) -> dict[str, int]:
    table = _table(facts, block)
    columns = [facts.col(table, key) for key, label in _heads(facts, table).items() if label in _WORSE]
    return {name: int(sum(column[name] or 0 for column in columns)) for name in columns[0]}


def deviating(facts: Facts, block: str) -> int:
    """How many are late, cancelled or not met."""
    return sum(_deviations(facts, block).values())


def most_deviations(facts: Facts, block: str, codes: list[str], count: str) -> bool:
    """The part that alone has most."""
    found = _deviations(facts, block)
    most = [name.split()[0] for name, n in found.items() if n == max(found.values())]
    return most == codes and number(count) == max(found.values()) > 0


def deviations_told(facts: Facts, said: str) -> bool:
    """`1.1 A (11) och 1.2 B (9)`: those with most, and none that has as many as one that is left out."""
    found = sorted(_deviations(facts, "").items(), key=lambda one: -one[1])
    told = [f"{name} ({n})" for name, n in found if n and f"{name} ({n})" in said]
    left = [n for name, n in found if f"{name} ({n})" not in said]
    return said == listed(told) and max(left, default=0) < min(n for name, n in found if f"{name} ({n})" in said)


def on_plan(facts: Facts, count: str, whole: str) -> bool:
    """How many are done or as planned."""
    known = statuses(facts, "")
    good = sum(known[word] for word in _GOOD)
    return number(whole) == sum(known.values()) and (number(whole) if count == "Alla" else number(count)) == good


def _groups(facts: Facts) -> dict[str, tuple[int, int, int]]:
    heads = _heads(facts, DEVELOPMENT)
    columns = {label: facts.col(DEVELOPMENT, key) for key, label in heads.items()}
    found = {}
    for when in next(iter(columns.values())):
        counts = {label: int(column[when] or 0) for label, column in columns.items()}
        good, bad = (sum(counts.get(word, 0) for word in words) for words in (_GOOD, _WORSE))
        found[when] = (good, bad, sum(counts.values()) - good - bad)
    return found


def developed(facts: Facts, count: str, whole: str) -> bool:
    """How many are done or as planned now."""
    *_, now = _groups(facts).values()
    return [number(count), number(whole)] == [now[0], sum(now)]


def on_plan_since(facts: Facts, change: str, how: str, month: str) -> bool:
    """How many more or fewer are done or as planned than at the follow-up before; nothing of the year's first."""
    if not month:
        return len(_groups(facts)) == 1
    *_, (before, (was, *_)), (_, (now, *_)) = _groups(facts).items()
    told = now == was if how in ("lika många", "oförändrat") else is_word(how, now - was, "fler", "färre", 0)
    return told and number(change or "noll") == abs(now - was) and before.lower().startswith(month)


def development_told(facts: Facts, said: str) -> bool:
    """`Februari 2018 119 klara eller enligt plan, 0 som avviker och 262 övriga; …`."""
    told = (
        f"{when} {a} klara eller enligt plan, {b} som avviker och {c} övriga"
        for when, (a, b, c) in _groups(facts).items()
    )
    return said.lower() == "; ".join(told).lower()


def _sizes(facts: Facts) -> dict[str, int]:
    """How many entries there are at each level that the table of the plan's parts counts, by the level's name."""
    table = "planens-storlek"
    return {label.lower(): int(facts.total(table, key)) for key, label in _heads(facts, table).items()}


def sizes_told(facts: Facts, said: str) -> bool:
    """`9 delmål, 2 avsnitt och 301 aktiviteter`: each level of the table as many as its rows add up to."""
    if said != listed(f"{n} {noun}" for n, noun in _COUNTED.findall(said)):
        return False
    if facts.has("mal-och-namnder"):
        table = "mal-och-namnder"
        return said == f"{len(rows_of(facts, table, 'group'))} fokusområden och {len(rows_of(facts, table))} mål"
    if not facts.has("planens-storlek") or "rows" not in facts.blocks["planens-storlek"]:
        return True
    known, roots = _sizes(facts), len(facts.col("planens-storlek", next(iter(_heads(facts, "planens-storlek")))))
    told = {noun: int(n) for n, noun in _COUNTED.findall(said)}
    outermost = sum(n for noun, n in told.items() if noun not in known)
    return all(n == known[noun] for noun, n in told.items() if noun in known and n != 1) and outermost <= roots


def apart_told(facts: Facts, said: str) -> bool:
    """`7 fokusområden och 19 regiongemensamma uppdrag`: each level of the table without what the tile counts."""
    lines = facts.blocks["nyckeltal"]["tiles"][0]["lines"]
    followed = {noun: int(n) for line in lines for n, noun in _COUNTED.findall(plain(line))}
    told = {noun: int(n) for n, noun in _COUNTED.findall(said)}
    if said != listed(f"{n} {noun}" for noun, n in told.items()):
        return False
    if not facts.has("planens-storlek"):
        return True
    known = _sizes(facts)
    rows = [row for row in rows_of(facts, "planens-storlek") if row != "summa"]
    outermost = sum(n for noun, n in told.items() if noun not in known)
    return outermost <= len(rows) and all(
        n == known[noun] - followed.get(noun, 0) for noun, n in told.items() if noun in known
    )


def goal_areas_told(facts: Facts, said: str) -> bool:
    """The focus areas of the table of the committee's goals with their goals, or all seven of the plan of 2024–2028."""
    areas: dict[str, int] = {}
    for row in facts.blocks["mal"]["rows"]:
        if row["role"] == "group":
            areas[row["cells"][0]["text"]] = 0
        else:
            areas[list(areas)[-1]] += 1
    return said == ("alla planens fokusområden" if len(areas) == 7 else listed(f"{a} ({n})" for a, n in areas.items()))


def levels_told(facts: Facts, count: str, lines: str) -> bool:
    """The tile of what is followed up: as many as the chart of the plan's size has, and its lines add up."""
    counts = [int(n) for n, _ in _COUNTED.findall(lines.replace(" · ", ", "))]
    if "poster" in facts.blocks["nyckeltal"]["tiles"][0]["label"].lower() and sum(counts) != number(count):
        return False
    table, chart = "mal-och-namnder", "diagram-planens-storlek-siffror"
    if facts.has(table):
        return number(count) == len(rows_of(facts, table)) and counts == [len(rows_of(facts, table, "group"))]
    return not facts.has(chart) or number(count) == facts.total(chart, "antal")


def rows_of(facts: Facts, table: str, role: str = "body") -> list[str]:
    """The keys of a table's rows of a role."""
    return [row["key"] for row in facts.blocks[table]["rows"] if row["role"] == role]


def planned_investments(facts: Facts) -> float:
    """The year's column of the table of investments, summed without its totals; of the region's plan, its first."""
    if facts.has("investeringsbudget"):
        return facts.total("investeringsbudget", "year_0")
    return facts.total("investeringsplan", "kolumn-1")


def frame_tile(facts: Facts) -> str:
    """The tile of the frame, or of the printed operating budget."""
    return facts.tile(f"Budgetram {facts.year}, nettokostnad") or facts.tile(f"Driftbudget {facts.year}, nettokostnad")


def is_thousands(facts: Facts, text: str, value: float) -> bool:
    """A frame, of a table that has it in mnkr or, in an older plan, in tkr."""
    table = facts.blocks["budgetramar"]
    return is_(text, value / 1000 if "tkr" in table.get("unit_line", "") else value)


def tax_rate(facts: Facts) -> float:
    """The year's rate in the plan's table."""
    table = facts.blocks["skattesatser"]
    key = next(one["key"] for one in table["columns"] if one["label"] == facts.year)
    return facts.total("skattesatser", key)


def with_target(facts: Facts) -> int:
    """How many indicators have a target for the year."""
    return sum(
        value is not None
        for value in facts.col(
            "planens-indikatorer" if facts.has("planens-indikatorer") else "indikatorer", "target"
        ).values()
    )


def parts(facts: Facts, table: str, column: str) -> Known:
    """A column by the rows' names without their codes."""
    return {re.sub(r"^[\w.]*\d[\w.]* ", "", name): value for name, value in facts.col(table, column).items()}


def del_name(_: Facts, text: str) -> str:
    """The part's name in `Stark konkurrenskraft har flest: 80 poster`."""
    return text.rsplit(" har flest: ", 1)[0]


def whole_name(facts: Facts, text: str) -> str:
    """A shortened name as it is in full."""
    names = parts(facts, "diagram-planens-storlek-siffror", "antal")
    return next((name for name in names if text.endswith(" …") and name.startswith(text[:-2])), text)


def frames_changed(facts: Facts, direction: str, change: str, first: str, last: str) -> bool:
    """By how much all frames together change."""
    before, after = (facts.total("budgetramar", year) for year in (first, last))
    difference: Value = 100 * (after - before) / before
    return size(change, difference) and is_word(direction, difference, "växer", "minskar")


NAMES = (
    statuses, counts_in, statuses_told, status_tile, deviating, most_deviations, deviations_told, on_plan,
    on_plan_since, developed, development_told, sizes_told, apart_told, goal_areas_told, levels_told, rows_of,
    planned_investments,
    frame_tile, with_target, is_thousands, tax_rate, parts, del_name, whole_name, frames_changed,
)  # fmt: skip
