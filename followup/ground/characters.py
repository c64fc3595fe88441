"""What the characters of a text become, the same in every format.

What HTML, XML and UTF-8 forbid becomes a visible replacement character. Word's own bullets and arrows, which have no
meaning outside the font that drew them, become the signs that they look like. A coloured sign is followed by its colour
in words: a traffic light must also tell something on paper without colours, and to whoever hears the report.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
# What may stand outside the stars of a mark besides a space, before and after it.
OPENING = "([{\"'”’»«/–—"
CLOSING = ")]}\"'”’»«/–—.,;:!?…"
# Control characters but for tab and line feed, halves of surrogate pairs, and Unicode's noncharacters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
# All that a keyboard, a web page or another program may have meant by "new line".
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]|_x000[Dd]_\n?")
# Word stores the signs of the fonts Symbol and Wingdings as private-use characters. These are its own bullets and boxes
# and what it makes of "-->" and ":-)"; signs that the two fonts draw differently are not guessed.
_PRIVATE = str.maketrans(
    {
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf0d8": "➢",
        "\uf076": "❖",
        "\uf0fc": "✓",
        "\uf0fb": "✗",
        "\uf0fe": "☑",
        "\uf0fd": "☒",
        "\uf0a8": "☐",
        "\uf0e0": "→",
        "\uf0df": "←",
        "\uf0e8": "➔",
        "\uf0f3": "⇔",
        "\uf04a": "☺",
        "\uf04b": "😐",
        "\uf04c": "☹",
    }
)
_COLOURS = {
    "🔴🟥": "röd",
    "🟠🟧🧡": "orange",
    "🟡🟨💛": "gul",
    "🟢🟩💚": "grön",
    "🔵🟦💙": "blå",
    "🟣🟪💜": "lila",
    "🟤🟫": "brun",
    "⚪": "vit",
    "⚫": "svart",
}
_COLOUR_OF = {sign: word for signs, word in _COLOURS.items() for sign in signs}
# Not where the writer's own word follows, nor where the colour is already told: a text may pass here twice.
_COLOURED = re.compile(
    "|".join(f"[{signs}]\ufe0f?(?![\ufe0e\ufe0f]|[ \u00a0]?\\(?{word})" for signs, word in _COLOURS.items()),
    re.IGNORECASE,
)
_SPECIAL = re.compile("[^\t\n\x20-\x7e\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u2212]|_x000")


def printable(text: str) -> str:
    """`text` with one kind of line end, with U+FFFD where a character stood that a document must not hold, with Word's
    own signs as everybody's, and with the word of its colour after a coloured sign: `🔴 (röd)`."""
    if not _SPECIAL.search(text):
        return text
    text = _FORBIDDEN.sub(REPLACEMENT, _LINE_ENDS.sub("\n", text)).translate(_PRIVATE)
    return _COLOURED.sub(_with_colour, text)


def _with_colour(found: re.Match[str]) -> str:
    following = found.string[found.end() : found.end() + 1]
    space = " " if following.isalnum() or following in _COLOUR_OF else ""
    return f"{found[0]} ({_COLOUR_OF[found[0][0]]}){space}"
