"""The levels of a plan, from the words that a table has for them: `Aktiviteter`, `Nivå 2`, `3 Mål`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from followup.ground.wording import normalised
from followup.params.heading_words import is_misspelling
from followup.params.params import Params
from followup.params.plan.file import LevelEntry

# Far more levels than any plan has; YAML nests two deep for each.
MOST_LEVELS = 12

_NUMBERED = re.compile(r"(?:nivå\s*)?(?P<number>[0-9]{1,2})(?:[.:)]?\s+(?P<name>\D.*))?", re.IGNORECASE)
_LETTERS = str.maketrans("åäöéü", "aaoeu")


def known_levels(params: Params) -> dict[str, LevelEntry]:
    """The levels of all plans in params by name and by plural, as `normalised`; of several the newest plan's."""
    plans = sorted(params.all_plans, key=lambda plan: -plan.year)
    found: dict[str, LevelEntry] = {}
    for level in (level for plan in plans for level in plan.levels):
        for word in (level.name, level.plural):
            found.setdefault(normalised(word), level)
    return found


def level_key(word: str, known: dict[str, LevelEntry]) -> str:
    """What makes two words for levels the same: `Aktivitet` and `Aktiviteter`, `2 Mål` and `Nivå 2`."""
    if match := _NUMBERED.fullmatch(word.strip()):
        return number_key(int(match["number"]))
    level = known.get(normalised(word))
    return normalised(level.name) if level else normalised(word)


def number_key(number: int) -> str:
    """The key of a level that is told by its number; no word is spelled so."""
    return f"\0{number:02}"


def is_number(key: str) -> bool:
    """Whether a level is told by its number."""
    return key.startswith("\0")


def shown_name(key: str, words: Iterable[str], known: dict[str, LevelEntry]) -> str:
    """What to call a level: the first name that stands beside its number, or its words."""
    if not is_number(key):
        return next(iter(words), key)
    matches = (_NUMBERED.fullmatch(word.strip()) for word in words)
    return next((match["name"].strip() for match in matches if match and match["name"]), f"Nivå {int(key[1:])}")


def slips(keys: Counter[str], known: dict[str, LevelEntry]) -> dict[str, str]:
    """The levels that can only be another one misspelt, and which: rarer than it, and no plan's own word."""
    own = {normalised(level.name) for level in known.values()}
    named = [key for key in keys if not is_number(key)]
    found = {}
    for key in named:
        likely = [one for one in named if one != key and keys[one] > keys[key] and is_misspelling(one, key)]
        if key not in own and len(likely) == 1:
            found[key] = likely[0]
    return found


def in_order(keys: Iterable[str], relations: Iterable[tuple[str, str]]) -> list[str]:
    """Levels outermost first: numbers by number, names as they first appear, but a parent's before its child's."""
    rest = sorted(dict.fromkeys(keys), key=lambda key: key if is_number(key) else "")
    above = [(upper, lower) for upper, lower in relations if upper != lower]
    found: list[str] = []
    while rest:
        free = [key for key in rest if not any(lower == key and upper in rest for upper, lower in above)]
        # Where the table contradicts itself the order of appearance decides, and whoever is misplaced is told.
        chosen = (free or rest)[0]
        found.append(chosen)
        rest.remove(chosen)
    return found


def level_entries(names: Iterable[str], known: dict[str, LevelEntry]) -> list[LevelEntry]:
    """The levels as a plan's file has them. A name that no plan has is its own plural until somebody writes one."""
    found: list[LevelEntry] = []
    for name in names:
        level = known.get(normalised(name)) or LevelEntry(code=_slug(name), name=name, plural=name)
        codes = [one.code for one in found]
        if level.code in codes:
            level = level.model_copy(update={"code": f"{level.code}_{len(found) + 1}"})
        found.append(level)
    return found


def _slug(name: str) -> str:
    words = re.findall(r"[a-z0-9]+", normalised(name).translate(_LETTERS))
    return "_".join(words)[:40].strip("_") or "niva"
