"""The measures that margins rest on, against the font file itself."""

import pytest
from fontTools.ttLib import TTFont

from followup.charts.parts import theme
from followup.ground.paths import templates_folder


def advance(text: str, file: str, size: float) -> float:
    """The sum of the glyphs' advances, without kerning."""
    font = TTFont(templates_folder() / "fonts" / file)
    names, widths = font.getBestCmap(), font["hmtx"]
    return sum(widths[names[ord(sign)]][0] for sign in text) * size / font["head"].unitsPerEm


@pytest.mark.parametrize(("weight", "file"), [(400, "IBMPlexSans-Regular.ttf"), (600, "IBMPlexSans-SemiBold.ttf")])
@pytest.mark.parametrize("text", ["−10,4", "Hjälpmedel", "1\xa0000\xa0000,0", "mnkr"])
def test_text_width_is_that_of_the_typeface(text, weight, file):
    assert theme.text_width(text, 13, weight) == pytest.approx(advance(text, file, 13), abs=1.5)


def test_a_text_twice_as_large_is_twice_as_wide():
    assert theme.text_width("Prognos", 26) == pytest.approx(2 * theme.text_width("Prognos", 13))


def test_widest_counts_lines_one_by_one():
    assert theme.widest(["i", "Prognos\nför året"]) == theme.text_width("Prognos")
    assert theme.widest([]) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vård", "Vård"),
        ("Va\u030ard", "Vård"),
        ("två\nrader\t till", "två rader till"),
        ("1\xa0000", "1\xa0000"),
        ("😀 漢", "😀 \ufffd"),
        ("🔴 klart \uf0b7", "🔴 (röd) klart •"),
        ("", ""),
    ],
)
def test_legible_keeps_what_the_typeface_can_show(text, expected):
    assert theme.legible(text) == expected


def test_wrapped_breaks_between_words():
    assert theme.wrapped("Operations- och intensivvårdskliniken", 150) == "Operations- och\nintensivvårdskliniken"


def test_wrapped_cuts_what_does_not_fit_in_two_lines():
    found = theme.wrapped("Styrning utifrån kunskap och kvalitet inom hälso- och sjukvården", 120)
    assert found == "Styrning utifrån\nkunskap och kvalit…"
    assert all(theme.text_width(line) <= 120 for line in found.split("\n"))


def test_wrapped_cuts_a_word_that_is_too_long():
    assert theme.wrapped("M" * 80, 60) == "MMMM…"


def test_wrapped_leaves_a_short_text_on_one_line():
    assert theme.wrapped("Akuten", 120) == "Akuten"
    assert theme.wrapped("", 120) == ""


@pytest.mark.parametrize("color", [theme.INK, theme.MUTED, *theme.SERIES_TEXT])
def test_text_colours_have_contrast(color):
    """WCAG 2.1, 1.4.3: 4.5 to 1 on white paper."""
    assert contrast(color) >= 4.5


@pytest.mark.parametrize("color", [theme.CONTEXT, *theme.SERIES, *theme.TONES.values()])
def test_colours_of_marks_have_contrast(color):
    """WCAG 2.1, 1.4.11: 3 to 1."""
    assert contrast(color) >= 2.95


def contrast(color: str) -> float:
    """Against white, by WCAG's formula."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_a_word_that_fills_a_cell_is_cut_to_its_width():
    cut = theme.shortened("å" * 19_000, 100)
    assert cut == f"{'å' * (len(cut) - 1)}…"
    assert theme.text_width(cut) <= 100 < theme.text_width(f"å{cut}")
    assert theme.shortened("kort", 100) == "kort"
    assert theme.wrapped(f"Ett {'å' * 19_000} till", 100) == f"Ett\n{cut}"


def test_a_sign_takes_its_own_width():
    assert theme.text_width("a🔴") > theme.text_width("a") + 5
