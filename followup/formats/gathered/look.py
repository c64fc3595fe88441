"""How the pages over many reports look: the reports' style sheet, their own, and dark colours for a dark screen."""

from __future__ import annotations

from dataclasses import asdict

from followup.ground.palette import palette, read_palette
from followup.ground.paths import templates_folder

_DARK, _SHEET = "dark.yml", "gathered.css"


def own_sheet() -> str:
    """What is added to the reports' style sheet. Raises ReportError for a palette that cannot be read."""
    folder = templates_folder()
    light, dark = palette(), read_palette(folder / _DARK)
    rules = [f"color-scheme: light dark; }}\n{dark.css}"]
    # The symbols beside graded words are drawings with colours of their own.
    for name, colour in asdict(dark).items():
        if getattr(light, name) in light.tones.values():
            rules += [f'[{kind}="{getattr(light, name)}"] {{ {kind}: {colour}; }}\n' for kind in ("fill", "stroke")]
    sheet = (folder / _SHEET).read_text(encoding="utf-8")
    return f"{sheet}@media screen and (prefers-color-scheme: dark) {{\n:root {{ {''.join(rules)}}}\n"
