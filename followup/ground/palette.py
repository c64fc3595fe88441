"""The colours of every format: templates/palette.yml, which says what each is for."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path

import yaml

from followup.ground.errors import Problem, ReportError
from followup.ground.paths import templates_folder
from followup.ground.wording import listed, quoted

NAME = "palette.yml"
_COLOUR = re.compile(r"#[0-9A-F]{6}")


@dataclass(frozen=True)
class Palette:
    """Colours as `#00664D`, by their names in the file."""

    ink: str
    quiet: str
    muted: str
    context: str
    paper: str
    surface: str
    line: str
    grid: str
    brand: str
    tint: str
    good: str
    watch: str
    watch_tint: str
    watch_text: str
    bad: str
    marked_error: str
    marked_warning: str
    second: str
    second_text: str
    third: str
    third_text: str

    @property
    def tones(self) -> dict[str, str]:
        """The colour of a symbol, by the tones of params/scales.yml."""
        return {"good": self.good, "watch": self.watch, "bad": self.bad, "neutral": self.muted}

    @property
    def css(self) -> str:
        """The colours as custom properties of a style sheet: `watch_tint` is --watch-tint."""
        named = (f"--{name.replace('_', '-')}: {colour};" for name, colour in asdict(self).items())
        return f":root {{ {' '.join(named)} }}\n"

    @property
    def series(self) -> tuple[str, str, str]:
        """A chart's series in their order. The first is no green, which would call a bad figure good."""
        return self.ink, self.second, self.third

    @property
    def series_text(self) -> tuple[str, str, str]:
        """The same hues, dark enough for text."""
        return self.ink, self.second_text, self.third_text


@cache
def palette() -> Palette:
    """The colours of templates/palette.yml, read once. Raises ReportError as `read_palette`."""
    return read_palette(templates_folder() / NAME)


def read_palette(path: Path) -> Palette:
    """The colours of a file. Raises ReportError with all that is wrong: no YAML, other names, no colour."""
    place = f"templates/{path.name}"
    names = [field.name for field in fields(Palette)]
    restore = f"Rätta filen eller återställ {place}."
    try:
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        written = None
    if not isinstance(written, dict):
        raise ReportError([Problem(place, "", "", "Färgerna kan inte läsas.", "En färg på varje rad väntas.", restore)])
    unreadable = [name for name in names if name in written and not _is_colour(written[name])]
    known = f"Filen har {listed(names)}."
    faults = (
        ("saknas", known, [name for name in names if name not in written]),
        ("är okända", known, [str(name) for name in written if name not in names]),
        (
            "kan inte läsas",
            'En färg skrivs "#00664D", med stora bokstäver och citattecken.',
            [f"{name} ({quoted(written[name])})" for name in unreadable],
        ),
    )
    problems = [
        Problem(place, "", "", f"Färgerna {listed(words)} {fault}.", expected, restore)
        for fault, expected, words in faults
        if words
    ]
    if problems:
        raise ReportError(problems)
    return Palette(**written)


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and bool(_COLOUR.fullmatch(value))
