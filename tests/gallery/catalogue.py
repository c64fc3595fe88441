"""docs/galleri.md: every chart and every kind of block as a picture, with what it is for, in Swedish.

python -m tests.gallery.catalogue        # make docs

Writes the page and its pictures. A chart is drawn by its own module and other blocks by the PDF's template; the rule of
a chart's title is that of the claim test. What neither says stands in entries.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from followup.document.blocks import Chart
from followup.document.kinds import KINDS
from followup.ground.palette import palette
from followup.ground.paths import PROJECT
from tests.claims.catalogue import shown
from tests.claims.grammar import forms
from tests.gallery.block_pictures import block_pictures, example_of_chart

PAGE = PROJECT / "docs" / "galleri.md"
PICTURES = PROJECT / "docs" / "bilder" / "galleri"
_HEAD = """\
# Galleri

Den här sidan är gjord av programmet (`make docs`). Den visar alla diagram och alla sorters block som en rapport kan ha,
vad de är till för, vilka uppgifter de bygger på och när de säger vad. Bilderna är ritade med påhittade tal av samma
program som ritar rapporterna. Blocken ser ut som i PDF-rapporten.

Så läses en form: ‹belopp› är något som rapporten fyller i, (har/hade) är ett av orden, och {det som står inom
klammer} skrivs bara ibland. Fler former finns i [Rapporternas meningar](meningar.md).
"""


@cache
def entries() -> dict[str, dict[str, dict[str, str]]]:
    """entries.yml: `charts` by their modules and `blocks` by their kinds."""
    found: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "entries.yml").read_text(encoding="utf-8"))
    return found


def missing() -> list[str]:
    """What stands in the program and not in the gallery, or the other way round; a sentence for each."""
    modules = {path.stem for path in (PROJECT / "followup" / "charts").glob("*.py")} - {"__init__"}
    told = []
    for what, wanted in (("charts", modules), ("blocks", {kind.kind for kind in KINDS})):
        known = set(entries()[what])
        told += [f"{name} has no entry under {what} in tests/gallery/entries.yml" for name in sorted(wanted - known)]
        told += [f"{name} under {what} in tests/gallery/entries.yml is not there" for name in sorted(known - wanted)]
    return told


def page() -> str:
    """The page."""
    lines = [_HEAD, "## Diagram\n"]
    for module, entry in entries()["charts"].items():
        chart = example_of_chart(entry["example"])
        lines += [f"### {entry['name']}\n", f"{entry['purpose']} (`followup/charts/{module}.py`)\n"]
        lines += [f"**{_plain(chart.title)}**  ", f"{chart.unit_line}\n"]
        lines += [f"![{_plain(chart.alt)}](bilder/galleri/{module}.svg)\n", f"Uppgifter: {entry['data']}\n"]
        lines += ["Rubriken, som är diagrammets budskap:\n", *rules(chart), ""]
    lines.append("## Block\n")
    for kind, entry in entries()["blocks"].items():
        lines += [f"### {entry['name']}\n", f"{entry['purpose']} (`{kind}`)\n"]
        lines += [f"![{entry['name']} som i PDF-rapporten](bilder/galleri/block-{kind}.png)\n"]
        lines += [f"Uppgifter: {entry['data']}\n", f"Regel: {entry['rule']}\n"]
    return "\n".join(lines).rstrip() + "\n"


def pictures() -> dict[str, bytes]:
    """Every picture of the page by its file name."""
    charts = {
        f"{module}.svg": _on_paper(example_of_chart(entry["example"])) for module, entry in entries()["charts"].items()
    }
    return charts | {
        f"block-{kind}.png": picture for kind, picture in block_pictures(list(entries()["blocks"])).items()
    }


def _on_paper(chart: Chart) -> bytes:
    """A drawing that can be read on a dark page, too."""
    opening, end, rest = chart.svg.partition(">")
    return f'{opening}{end}<rect width="100%" height="100%" fill="{palette().paper}"/>{rest}'.encode()


def rules(chart: Chart) -> Iterator[str]:
    """When the chart's title says what, as a list in Markdown."""
    for form in forms():
        if form.where == "title" and re.fullmatch(form.block, chart.id) and form.block != ".*":
            yield f"- {form.when}"
            yield from (f"  - {shown(words)}" for words in form.says)


def _plain(text: str) -> str:
    """A text of a report as Markdown that says the same."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", " ".join(text.split()))


def main() -> None:
    """Writes the page and its pictures, and takes away pictures of what is no longer there."""
    if told := missing():
        raise SystemExit("\n".join(told))
    PICTURES.mkdir(parents=True, exist_ok=True)
    made = pictures()
    for old in PICTURES.iterdir():
        if old.name not in made:
            old.unlink()
    for name, content in made.items():
        (PICTURES / name).write_bytes(content)
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
