"""templates/palette.yml: the one place where a colour stands, and what is said of faults in it."""

import re

import pytest

from followup.ground.errors import Problem, ReportError
from followup.ground.palette import palette, read_palette
from followup.ground.paths import PROJECT

FILE = PROJECT / "templates" / "palette.yml"
DARK_FILE = FILE.with_name("dark.yml")
DARK = read_palette(DARK_FILE)
PALETTES = (palette(), DARK)
WRITTEN = FILE.read_text(encoding="utf-8")
# Not an anchor and not a character reference: a colour as CSS, Typst, Excel and matplotlib write it.
COLOUR = re.compile(r"(?<![&\w])#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})(?!\w)")
ON_PAPER = ("ink", "quiet", "muted", "brand", "good", "watch_text", "bad", "second_text", "third_text")


def luminance(colour: str) -> float:
    """WCAG's relative luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("found", PALETTES, ids=("light", "dark"))
@pytest.mark.parametrize("name", ON_PAPER)
def test_a_text_can_be_read_on_paper(name, found):
    assert contrast(getattr(found, name), found.paper) >= 4.5


@pytest.mark.parametrize("found", PALETTES, ids=("light", "dark"))
@pytest.mark.parametrize("surface", ["surface", "tint", "watch_tint"])
def test_running_text_can_be_read_on_every_surface(surface, found):
    assert min(contrast(text, getattr(found, surface)) for text in (found.ink, found.quiet, found.brand)) >= 4.5


@pytest.mark.parametrize("found", PALETTES, ids=("light", "dark"))
def test_small_print_has_seven_to_one(found):
    assert contrast(found.quiet, found.paper) >= 7


@pytest.mark.parametrize("name", ["context", "second", "third"])
@pytest.mark.parametrize("found", PALETTES, ids=("light", "dark"))
def test_an_area_of_a_chart_can_be_told_from_paper(name, found):
    assert contrast(getattr(found, name), found.paper) >= 3


@pytest.mark.parametrize("name", ["good", "watch", "bad", "muted", "brand"])
@pytest.mark.parametrize("surface", ["paper", "surface"])
def test_a_symbol_and_a_line_can_be_seen_on_a_dark_screen(name, surface):
    assert contrast(getattr(DARK, name), getattr(DARK, surface)) >= 3


def test_no_colour_stands_anywhere_else():
    files = [*(PROJECT / "followup").rglob("*.py"), *(PROJECT / "templates").glob("*.*")]
    assert {path.name for path in files} >= {"theme.py", "report.css", "report.typ", "report.html.j2", "sheet.py"}
    found = {
        path.relative_to(PROJECT).as_posix(): colours
        for path in files
        if path not in (FILE, DARK_FILE) and (colours := COLOUR.findall(path.read_text(encoding="utf-8")))
    }
    # The head of the module says how one is written, and its error.
    assert found == {"followup/ground/palette.py": ["#00664D"] * 2}


def test_a_colour_is_changed_in_the_file(tmp_path):
    path = tmp_path / "palette.yml"
    path.write_text(WRITTEN.replace('brand: "#00664D"', 'brand: "#123456"'), encoding="utf-8")
    assert (read_palette(path).brand, read_palette(path).ink) == ("#123456", palette().ink)


def test_every_colour_is_used():
    looks = (PROJECT / "templates" / name for name in ("report.css", "report.typ"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in (*(PROJECT / "followup").rglob("*.py"), *looks))
    used = set(re.findall(r"(?:palette|_COLOURS|palette\(\)|self)\.(\w+)", text))
    used |= {name.replace("-", "_") for name in re.findall(r"var\(--([a-z-]+)\)", text)}
    assert set(re.findall(r"^(\w+):", WRITTEN, re.MULTILINE)) - used == set()


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        ('bad: "#B23A2E"', "bad: #B23A2E", "Färgerna bad (”None”) kan inte läsas.", "En färg skrivs"),
        ('bad: "#B23A2E"', 'bad: "red"', "Färgerna bad (”red”) kan inte läsas.", "En färg skrivs"),
        ('bad: "#B23A2E"', "", "Färgerna bad saknas.", "Filen har ink, quiet,"),
        ("# Text\n", 'pink: "#FFC0CB"\n', "Färgerna pink är okända.", "Filen har ink, quiet,"),
        ("ink:", "ink: [", "Färgerna kan inte läsas.", "En färg på varje rad väntas."),
    ],
)
def test_a_fault_is_told(tmp_path, old, new, found, expected):
    assert WRITTEN.count(old) == 1
    path = tmp_path / "palette.yml"
    path.write_text(WRITTEN.replace(old, new), encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        read_palette(path)
    (problem,) = caught.value.problems
    assert isinstance(problem, Problem)
    assert (problem.workbook, problem.found) == ("templates/palette.yml", found)
    assert problem.expected.startswith(expected)
