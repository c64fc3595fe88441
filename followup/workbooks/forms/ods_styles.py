"""The styles of an .ods workbook: number formats written as Excel writes them; what is crossed out, white or hidden.

Names are without their namespace: programs choose the prefixes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from xml.parsers import expat

from followup.workbooks.forms.package import CellStyle

_FORMATS = (
    "number-style",
    "percentage-style",
    "currency-style",
    "date-style",
    "time-style",
    "text-style",
    "boolean-style",
)
_CONDITION = re.compile(r"value\(\)\s*(>=|<=|!=|=|>|<)\s*(-?[0-9.]+)")
# The conditions that Excel means by the order of its sections alone.
_IN_ORDER = {(">=0",), (">0", "<0"), (">0", "<0", "=0")}
_WHITE = "#" + 6 * "f"
_BOLD = {"bold", "600", "700", "800", "900"}


@dataclass
class _Format:
    """A number format as it is read: its own code, and the formats that hold under conditions instead."""

    kind: str
    code: str = ""
    others: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass
class _Style:
    """What a style says itself; None where its parent says it."""

    parent: str = ""
    format: str | None = None
    is_struck: bool | None = None
    is_white: bool | None = None
    fill: str | None = None
    is_bold: bool | None = None
    is_hidden: bool = False


class OdsStyles:
    """Takes in the elements of styles.xml and of the beginning of content.xml."""

    def __init__(self) -> None:
        self._formats: dict[str, _Format] = {}
        self._styles: dict[tuple[str, str], _Style] = {}
        self._format: _Format | None = None
        self._style: _Style | None = None
        self._family = ""
        self._text: list[str] | None = None
        self._cells: dict[str, CellStyle] = {}

    def read(self, xml: bytes) -> None:
        """All styles of a part. Raises ExpatError if it is damaged."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, attributes: self.start(local(name), plain(attributes))
        parser.EndElementHandler = lambda name: self.end(local(name))
        parser.CharacterDataHandler = self.characters
        parser.Parse(xml, True)

    def cell(self, name: str) -> CellStyle:
        """How the cells of a style are shown."""
        found = self._cells.get(name)
        if found is None:
            format_ = self._inherited("table-cell", name, "format")
            is_bare = self._inherited("table-cell", name, "fill") in (None, "transparent", _WHITE)
            found = self._cells[name] = CellStyle(
                self._code(format_) if isinstance(format_, str) else "General",
                bool(self._inherited("table-cell", name, "is_struck")),
                bool(self._inherited("table-cell", name, "is_white")) and is_bare,
            )
        return found

    def is_bold(self, name: str) -> bool:
        """Whether a part of a text with this style is bold."""
        return bool(self._inherited("text", name, "is_bold"))

    def is_hidden(self, name: str) -> bool:
        """Whether a sheet of this style is hidden."""
        found = self._styles.get(("table", name))
        return found is not None and found.is_hidden

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _FORMATS:
            self._format = self._formats[attributes.get("name", "")] = _Format(name)
        elif name in ("style", "default-style") and "family" in attributes:
            self._family = attributes["family"]
            self._style = _Style(attributes.get("parent-style-name", ""), attributes.get("data-style-name"))
            self._styles[self._family, attributes.get("name", "")] = self._style
        elif self._format is not None:
            self._format_part(self._format, name, attributes)
        elif self._style is not None:
            self._style_part(self._style, name, attributes)

    def characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end(self, name: str) -> None:
        if self._format is not None and self._text is not None and name in ("text", "currency-symbol"):
            text = "".join(self._text).replace('"', "")
            # Only in a percentage is the sign more than a sign.
            plain_part = r"[^%]+" if self._format.kind == "percentage-style" else r".+"
            self._format.code += re.sub(plain_part, lambda part: f'"{part[0]}"', text)
            self._text = None
        elif name in _FORMATS:
            self._format = None
        elif name in ("style", "default-style"):
            self._style = None

    def _format_part(self, format_: _Format, name: str, attributes: dict[str, str]) -> None:
        if name in ("text", "currency-symbol"):
            self._text = []
        elif name in ("number", "scientific-number"):
            format_.code += _digits(attributes) + ("E+00" if name == "scientific-number" else "")
        elif name == "fraction":
            format_.code += "# ?/?"
        elif name == "text-content":
            format_.code += "@"
        elif name == "map":
            condition = _CONDITION.search(attributes.get("condition", ""))
            if condition:
                format_.others.append((condition[1], condition[2], attributes.get("apply-style-name", "")))

    def _style_part(self, style: _Style, name: str, attributes: dict[str, str]) -> None:
        if name == "text-properties":
            if "text-line-through-style" in attributes or "text-line-through-type" in attributes:
                lines = (attributes.get("text-line-through-style"), attributes.get("text-line-through-type"))
                style.is_struck = any(line not in (None, "none") for line in lines)
            if "color" in attributes:
                style.is_white = attributes["color"].lower() == _WHITE
            if "font-weight" in attributes:
                style.is_bold = attributes["font-weight"] in _BOLD
        elif name == "table-cell-properties" and "background-color" in attributes:
            style.fill = attributes["background-color"].lower()
        elif name == "table-properties":
            style.is_hidden = attributes.get("display") == "false"

    def _inherited(self, family: str, name: str, what: str) -> object:
        """What the style, or the nearest of its ancestors that says anything, says."""
        seen = set()
        while name not in seen and (style := self._styles.get((family, name))) is not None:
            seen.add(name)
            if (found := getattr(style, what)) is not None:
                return found
            name = style.parent
        return None

    def _code(self, name: str) -> str:
        """A number format as Excel writes it; General where it shows the number as it is."""
        format_ = self._formats.get(name)
        if format_ is None:
            return "General"
        if format_.kind in ("date-style", "time-style", "boolean-style"):
            # A value that has such a type says itself what it is; another is shown as that all the same.
            return (
                "yyyy-mm-dd"
                if format_.kind == "date-style"
                else "hh:mm:ss"
                if format_.kind == "time-style"
                else "General"
            )
        parts = [(comparison, number, self._formats.get(name)) for comparison, number, name in format_.others[:3]]
        if not parts:
            return format_.code or ";;;"
        conditions = tuple(comparison + number for comparison, number, _ in parts)
        sections = ["" if part is None else part.code for *_, part in parts]
        if conditions not in _IN_ORDER:
            # The last of three is for all other numbers.
            stated = [f"[{condition}]{section}" for condition, section in zip(conditions, sections, strict=True)]
            sections = [*stated[:2], *sections[2:]]
        return ";".join([*sections, format_.code])


@cache
def local(name: str) -> str:
    """A name without its namespace: the same few in every cell."""
    return name.rpartition(":")[2]


def plain(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes by their names without namespaces."""
    return {local(name): value for name, value in attributes.items()}


def _digits(attributes: dict[str, str]) -> str:
    """The digits of a number's format, with thousands and what the number is divided by before it is shown."""
    if "decimal-places" not in attributes and "min-decimal-places" not in attributes and "grouping" not in attributes:
        decimals = None
    else:
        decimals = min(30, int(attributes.get("decimal-places", "0") or 0))
    least = min(30, int(attributes.get("min-integer-digits", "1") or 0))
    factor = float(attributes.get("display-factor", "1") or 1)
    scaled = "," * max(0, round(len(f"{factor:.0f}") / 3 - 0.4)) if factor >= 1000 else ""
    if decimals is None and least <= 1 and not scaled:
        return "General"
    whole = "0" * least
    if attributes.get("grouping") == "true":
        whole = "#,##" + (whole or "#")
    return (whole or "#") + (f".{'0' * decimals}" if decimals else "") + scaled
