"""What a form's `holds` can say: each takes the words of a statement and figures, and tells whether they agree.

A figure is compared as a reader sees it: rounded half upwards to as many decimals as the statement has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations

from tests.claims.grammar import KINDS, MONTHS

Value = float | None
_NUMBERS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_MISSING = ("–", "saknas", "skyddas", "visas inte")


def number(text: str) -> Decimal:
    """`minus 1 907,3 mnkr` as −1907.3; `sju` as 7; `inget` as 0."""
    word = text.strip().lower()
    if word in _NUMBERS:
        return Decimal(_NUMBERS.index(word))
    if word in ("inget", "ingen", "en"):
        return Decimal(word == "en")
    found = re.fullmatch(r"(minus |plus |[−+])?(\d[\d ]*)(,\d+)?( .*|%)?", word)
    if found is None:
        raise ValueError(text)
    size = Decimal(found[2].replace(" ", "") + (found[3] or "").replace(",", "."))
    return -size if found[1] in ("minus ", "−") else size


def rounded(value: float, decimals: int = 1) -> Decimal:
    """Half upwards, away from zero, as a person does; a trace of binary arithmetic does not count."""
    return Decimal(repr(round(float(value), 9))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _decimals(text: str) -> int:
    found = re.search(r",(\d+)", text)
    return len(found[1]) if found else 0


def is_(text: str, value: Value) -> bool:
    """The statement shows this very value; what is missing is said to be."""
    if text in _MISSING or value is None:
        return text in _MISSING and value is None
    return number(text) == rounded(value, _decimals(text))


def size(text: str, value: Value) -> bool:
    """The statement shows the value without its sign."""
    return value is not None and is_(text, abs(value)) and number(text) >= 0


def listed(names: Iterable[str], last: str = "och") -> str:
    """`a, b och c`."""
    *others, end = list(names) or [""]
    return f"{', '.join(others)} {last} {end}" if others else end


def named(text: str, names: Iterable[str]) -> bool:
    """The statement names exactly these, in any order."""
    found = list(names)
    orders = permutations(found) if len(found) < 6 else [found]
    return any(text.lower() == listed(order).lower() for order in orders)


def among(text: str, pick: str, figures: Mapping[str, Value], shown: str = "", decimals: int = 1) -> bool:
    """The statement names exactly those that have the least (`min`) or the most (`max`), and how much that is."""
    known = {name: rounded(value, decimals) for name, value in figures.items() if value is not None}
    extreme = (min if pick == "min" else max)(known.values())
    alike = [name for name, value in known.items() if value == extreme]
    if shown[:1] in ("+", "−") or shown.startswith(("minus ", "plus ")):
        return named(text, alike) and number(shown) == extreme
    return named(text, alike) and (not shown or number(shown) == abs(extreme))


def worst(text: str, figures: Mapping[str, Value], shown: str) -> bool:
    """Those named, and nobody else, have the largest deficit, and it is a deficit of this size."""
    known = [value for value in figures.values() if value is not None]
    return among(text, "min", figures, shown) and rounded(min(known)) < 0


def none_below(figures: Mapping[str, Value]) -> bool:
    """Nobody has a deficit, and everybody is known."""
    return all(value is not None and rounded(value) >= 0 for value in figures.values())


def below(figures: Mapping[str, Value]) -> list[str]:
    """Those with a deficit."""
    return [name for name, value in figures.items() if value is not None and rounded(value) < 0]


def above(figures: Mapping[str, Value]) -> list[str]:
    """Those with a surplus."""
    return [name for name, value in figures.items() if value is not None and rounded(value) > 0]


def is_word(word: str, difference: Value, above: str, under: str, decimals: int = 1) -> bool:
    """The word for a difference above 0, or that for one below."""
    if difference is None:
        return False
    shown = rounded(difference, decimals)
    return shown != 0 and word == (above if shown > 0 else under)


def is_better(word: str, difference: Value, decimals: int = 1) -> bool:
    """`bättre` or `sämre`."""
    return is_word(word, difference, "bättre", "sämre", decimals)


def less(one: Value, other: Value) -> Value:
    """The difference; None if one of them is missing."""
    return None if one is None or other is None else one - other


def mean_size(values: Sequence[float]) -> float:
    """The mean of amounts without their sign, as a reader reckons it from what is shown."""
    return float(sum(abs(rounded(value)) for value in values) / len(values))


def same(one: Value, other: Value, decimals: int = 1) -> bool:
    """No difference that a reader sees."""
    return one is not None and other is not None and rounded(one - other, decimals) == 0


def course(text: str, months: Mapping[str, Value]) -> bool:
    """`2,1 mnkr i januari och 5,4 mnkr i mars, lägst 1,0 mnkr i februari`: every value its month's, and no month left
    out unless the lowest and the highest are told.
    """
    step = re.compile(rf"(lägst |högst |)({KINDS['amount']}(?: procent)?) i ({'|'.join(MONTHS)})")
    known = {month: value for month, value in months.items() if value is not None}
    found = step.findall(text)
    if not found or step.sub("", text).replace(" och ", "").replace(", ", "").strip():
        return False
    if not all(is_(shown.removesuffix(" procent"), known[month]) for _, shown, month in found):
        return False
    if len(known) <= 6:
        return [month for *_, month in found] == list(known)
    low, high = (pick(known.values()) for pick in (min, max))
    told = [known[month] for *_, month in found]
    of_word = {"lägst ": low, "högst ": high}
    return low in told and high in told and all(known[month] == of_word[word] for word, _, month in found if word)


def told(text: str, figures: Mapping[str, tuple[Value, ...]], form: str, every: bool = True) -> bool:
    """A list of names with their values, each written as `form` ("{} {} (prognos {})"): of all, or of some."""
    amount = f"({KINDS['amount']}|{KINDS['percent']}|saknas|visas inte)"
    shape = "".join(
        amount if part == "{}" else re.escape(part) for part in re.split(r"(\{\})", form.removeprefix("{}"))
    )
    seen = 0
    for name, values in figures.items():
        found = re.search(rf"(?:^|[ (])(?i:{re.escape(name)}){shape}", text)
        if found is None:
            if every:
                return False
            continue
        seen += 1
        texts = [one.removesuffix(" procent").removesuffix(" %") for one in found.groups()]
        if not all(is_(shown, value) for shown, value in zip(texts, values, strict=True)):
            return False
    return seen > 0


def shown_of(figures: Mapping[str, tuple[Value, ...]]) -> dict[str, tuple[Value, ...]]:
    """Those with a figure at all."""
    return {name: values for name, values in figures.items() if any(value is not None for value in values)}


NAMES = {
    one.__name__: one
    for one in (
        abs, all, any, bool, float, int, len, list, max, min, sorted, sum, zip,
        number, rounded, is_, size, listed, named, among, worst, none_below, below, above, is_word, is_better,
        less, same, course, told, shown_of,
    )
}  # fmt: skip
