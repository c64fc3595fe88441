"""One section of a number format: its digits, its literal texts, its commas and its condition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from followup.ground.number_text import UNITS
from followup.ground.wording import NBSP, normalised, spelled

_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)\]")
_CURRENCY = re.compile(r"\[\$([^\-\]]*)(?:-[^\]]*)?\]")
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_COLOUR = re.compile(r"\[(black|blue|cyan|green|magenta|red|white|yellow|colou?r *[0-9]+)\]", re.IGNORECASE)

# What is written as it stands.
_WRITTEN = ("literal", "currency")
# Digits after the number that look like more of it: `0"000"`, `0" 000 kr"`; not a year.
_MORE_DIGITS = re.compile(r"[.,]?[0-9]|\s[0-9]{3}(?![0-9])")

_MINUS = "-\u2212\u2013"
_CURRENCIES = {
    **dict.fromkeys(("\u20ac", "eur", "euro"), "EUR"),
    **dict.fromkeys(("$", "us$", "usd"), "USD"),
    **dict.fromkeys(("\u00a3", "gbp"), "GBP"),
    "nok": "NOK",
    "dkk": "DKK",
    "chf": "CHF",
    **dict.fromkeys(("\u2030", "promille"), "\u2030"),
}
_UNITS = {**UNITS, **_CURRENCIES}
# The units that change an amount, among other words or beside a sign: `i tkr`, `TKR*`, `tkr/år`, `T€`.
_KRONOR = ("kr", "tkr", "mnkr", "mdkr")
_OF_MONEY = {"k": "tkr"} | {word: unit for word, unit in _UNITS.items() if word.isalpha() and unit in _KRONOR}
_SIGNS = {"\u20ac": "EUR", "$": "USD", "\u00a3": "GBP", "\u00a5": "JPY"}


@dataclass(frozen=True)
class Token:
    """`kind` is digit, point, comma, percent, literal, currency, slash, exponent, date, general or text."""

    kind: str
    text: str


@dataclass(frozen=True)
class Section:
    """A section's tokens in order. `condition` is an operator and a limit."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None = None
    has_colour: bool = False

    @cached_property
    def is_date(self) -> bool:
        return any(token.kind == "date" for token in self.tokens)

    @cached_property
    def is_words(self) -> bool:
        """Whether no number is shown, only words or nothing."""
        return not self._digits and not self._is_general and not self.is_date

    @cached_property
    def shows_text(self) -> bool:
        """Whether a text in the cell is shown, when the section is the one for texts."""
        return self._is_general

    @cached_property
    def percents(self) -> int:
        return sum(token.kind == "percent" for token in self.tokens)

    @cached_property
    def scales(self) -> int:
        """How many times the number is divided by 1,000: the commas with a digit before them and none after."""
        if not self._digits:
            return 0
        end = self._point if self._point is not None else len(self.tokens)
        whole = [place for place in self._digits if place < end]
        last = (whole[-1:], self._digits[-1])
        return sum(
            token.kind == "comma" and ((place < end and last[0] and place > last[0][0]) or place > last[1])
            for place, token in enumerate(self.tokens)
        )

    @cached_property
    def zeros(self) -> int:
        """How many digits are always written before the decimals, where nothing but digits is."""
        if any(token.kind != "digit" for token in self.tokens):
            return 0
        return sum(token.text == "0" for token in self.tokens)

    @cached_property
    def before(self) -> str:
        """The literal text before the number; all of it where there is no number."""
        return self._literals(0, self._edges[0])

    @cached_property
    def after(self) -> str:
        """The literal text after the number."""
        return self._literals(self._edges[1] + 1, len(self.tokens))

    @cached_property
    def unit(self) -> str:
        """The unit that the section writes out; empty if none is known."""
        for text in (self.after, self.before):
            plain = normalised(text).strip("()[] ")
            for word in (plain, plain.partition(" ")[0]):
                if word in _UNITS:
                    return _UNITS[word]
        both = f"{self.after} {self.before}".casefold()
        for sign, unit in _SIGNS.items():
            if sign in both:
                return unit
        for word in re.findall(r"[^\W\d_]+", both):
            if word in _OF_MONEY:
                return _OF_MONEY[word]
        if "%" in both:
            return "%"
        # A currency of which nothing is known is another one than kronor.
        return next((token.text for token in self.tokens if token.kind == "currency" and token.text.strip()), "")

    @cached_property
    def has_minus(self) -> bool:
        """Whether the section itself writes a minus sign, before or after the number, or parentheses around it."""
        before, after = self.before.strip(), self.after.strip()
        marks = bool(before) and (before[0] in _MINUS or before[-1] in _MINUS or before.casefold() == "minus")
        return marks or (bool(after) and after[0] in _MINUS) or ("(" in before and ")" in after)

    @cached_property
    def has_other_digits(self) -> bool:
        """Whether literal text makes the number look like another: `0"000"`, `0","0`."""
        if not self._digits or any(token.kind == "slash" for token in self.tokens):
            return False
        if re.search(r"[0-9]$|[0-9][.,]$", self.before) or _MORE_DIGITS.match(self.after):
            return True
        first, last = self._edges
        return any(token.kind in _WRITTEN and token.text.strip() for token in self.tokens[first:last])

    def written(self, magnitude: Decimal) -> str:
        """A number that is not negative as the section writes it, in Swedish."""
        number = magnitude * 100**self.percents / 1000**self.scales
        if self._is_general or not self._digits or any(token.kind in ("slash", "exponent") for token in self.tokens):
            middle = spelled(number)
            return f"{self.before}{middle}{self.after}".strip()
        point = self._point if self._point is not None else len(self.tokens)
        places = [place for place in self._digits if place > point]
        rounded = number.quantize(Decimal(1).scaleb(-len(places)), rounding=ROUND_HALF_UP)
        whole, _, decimals = f"{rounded:f}".partition(".")
        needed = sum(self.tokens[place].text == "0" for place in places)
        decimals = decimals[:needed] + decimals[needed:].rstrip("0")
        middle = self._whole(whole, [place for place in self._digits if place < point])
        if decimals:
            middle += f",{decimals}"
        percent = " %" if self.percents else ""
        return f"{self.before}{middle}{percent}{self.after}".strip()

    def _whole(self, digits: str, places: list[int]) -> str:
        """The digits before the decimals, with the literal texts that stand among them."""
        least = sum(self.tokens[place].text == "0" for place in places)
        digits = (digits if digits != "0" or least else "").rjust(least, "0")
        is_grouped = any(
            token.kind == "comma" and places and places[0] < place < places[-1]
            for place, token in enumerate(self.tokens)
        )
        if is_grouped and digits:
            return f"{int(digits):,}".replace(",", NBSP)
        text = ""
        for place in reversed(range(places[0], places[-1] + 1)) if places else ():
            token = self.tokens[place]
            if token.kind == "digit":
                is_first = place == places[0]
                text, digits = (digits + text, "") if is_first else (digits[-1:] + text, digits[:-1])
            elif token.kind in _WRITTEN and digits:
                text = token.text + text
        return text

    @cached_property
    def _digits(self) -> list[int]:
        return [place for place, token in enumerate(self.tokens) if token.kind == "digit"]

    @cached_property
    def _is_general(self) -> bool:
        return any(token.kind in ("general", "text") for token in self.tokens)

    @cached_property
    def _point(self) -> int | None:
        return next((place for place, token in enumerate(self.tokens) if token.kind == "point"), None)

    @cached_property
    def _edges(self) -> tuple[int, int]:
        """The places of the first and the last token of the number."""
        kinds = ("digit", "general", "text")
        places = [place for place, token in enumerate(self.tokens) if token.kind in kinds]
        return (places[0], places[-1]) if places else (len(self.tokens), len(self.tokens))

    def _literals(self, start: int, end: int) -> str:
        return "".join(token.text for token in self.tokens[start:end] if token.kind in _WRITTEN)


def section_of(parts: list[str]) -> Section:
    """A section from its smallest parts."""
    tokens: list[Token] = []
    condition, has_colour = None, False
    place = 0
    while place < len(parts):
        part = parts[place]
        rest = "".join(parts[place : place + 7]).casefold()
        place += 1
        if part[0] == '"':
            tokens.append(Token("literal", part.strip('"')))
        elif len(part) == 2 and part[0] == "\\":
            tokens.append(Token("literal", part[1]))
        elif len(part) == 2 and part[0] in "_*":
            # The width of a character, or a character repeated to fill the cell: air, whatever the character.
            tokens.append(Token("literal", " "))
        elif part[0] == "[":
            if match := _CONDITION.fullmatch(part):
                condition = (match[1], _number(match[2]))
            elif match := _CURRENCY.fullmatch(part):
                tokens.append(Token("currency", match[1]))
            elif _ELAPSED.fullmatch(part):
                tokens.append(Token("date", part))
            has_colour = has_colour or bool(_COLOUR.fullmatch(part))
        elif rest.startswith("general"):
            tokens.append(Token("general", "General"))
            place += 6
        elif part in "Ee" and parts[place : place + 1] in (["+"], ["-"]):
            tokens.append(Token("exponent", part))
            place += 1
        elif rest.startswith(("am/pm", "a/p")):
            tokens.append(Token("date", part))
            place += 4 if rest.startswith("am/pm") else 2
        else:
            tokens.append(Token(_kind(part), part))
    return Section(tuple(tokens), condition, has_colour)


def _kind(character: str) -> str:
    if character in "0#?":
        return "digit"
    if character in "yYmMdDhHsS":
        return "date"
    return {".": "point", ",": "comma", "%": "percent", "@": "text", "/": "slash"}.get(character, "literal")


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
