"""What the shipped typefaces can draw is decided in one place: the PDF, the charts and the warnings agree."""

import re

import pytest

from followup.charts.parts.theme import legible
from followup.formats.pdf.fonts import drawable
from followup.ground.characters import REPLACEMENT
from followup.ground.paths import PROJECT
from followup.ground.typefaces import FACES, composed, font_file, unshowable, with_glyphs


@pytest.mark.parametrize(
    ("text", "shown", "lost"),
    [
        ("Vårdköer 2024", "Vårdköer 2024", []),
        ("Va\u030ardko\u0308er", "Vårdköer", []),
        ("☑ klart", "☑ klart", []),
        ("中\u200b文 ok", "\ufffd\ufffd ok", ["中", "文"]),
        ("👍🏽", "👍", []),
        ("\uf0b7 punkt", "• punkt", []),
    ],
)
def test_pdf_charts_and_warnings_agree(text, shown, lost):
    assert drawable(text) == legible(text) == with_glyphs(composed(text)) == shown
    assert unshowable(text) == lost
    assert (REPLACEMENT in shown) == bool(lost)


def test_the_text_s_faces_are_there():
    assert [font_file(name).is_file() for name in FACES.values()] == [True, True]


def test_no_other_module_knows_the_font_files():
    named = {
        path.relative_to(PROJECT / "followup").as_posix()
        for path in (PROJECT / "followup").rglob("*.py")
        if re.search(r"IBMPlexSans|FollowupSymbols|\.ttf\b", path.read_text(encoding="utf-8"))
    }
    assert named == {"ground/typefaces.py"}
