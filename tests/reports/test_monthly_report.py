"""The monthly report: the forecast first, no goals, two to four pages."""

import pypdf
import pytest
from year_end import blocks_of

from followup.document.plain import block_text
from tests.conftest import run_followup


@pytest.fixture(scope="module")
def october(example_data) -> dict[str, str]:
    """Each cell of the largest committee's report as text."""
    cells = blocks_of("manadsrapport.ipynb", committee="DNHS", period="2024-10", data=str(example_data))
    return {cell: shown if isinstance(shown, str) else block_text(shown) for cell, shown in cells}


def test_the_forecast_comes_first_and_its_comments_before_the_rest(october):
    headings = [text.splitlines()[0] for text in october.values() if text.startswith("#")]
    assert headings == [
        "## Prognos för helåret",
        "## Verksamhet",
        "## Medarbetare",
        "## Ekonomi",
        "## Verksamhetsmått",
        "## Om underlaget",
        "### Arbetsböcker",  # of the appendix
    ]
    order = list(october)
    assert order.index("economy-forecast") < order.index("economy-comment") < order.index("month-activities-heading")


def test_goals_are_neither_followed_up_nor_missed(october):
    assert "mål " not in october["month-in-brief"]
    assert "Mål som" not in october["month-tiles"]
    assert "har ingen rad" not in october["warnings"]


def test_the_indicators_are_those_of_each_month(october):
    rows = october["month-indicators"].splitlines()
    assert any(row.startswith("Beläggningsgrad, somatisk slutenvård") for row in rows)
    assert "Sju mått som mäts mer sällan redovisas i uppföljningsrapporterna." in rows


def test_the_years_first_forecast_has_no_previous(example_data):
    cells = dict(blocks_of("manadsrapport.ipynb", committee="DNKS", period="2024-02", data=str(example_data)))
    assert "Förra prognosen" not in block_text(cells["economy-forecast"])
    assert "Färre än tre månader har gått" in block_text(cells["month-support-assessment"])


def test_it_has_two_to_four_pages(tmp_path):
    done = run_followup("build", "--period", "2024-10", "--committee", "DNHS", "--output", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert 2 <= len(pypdf.PdfReader(tmp_path / "2024-10" / "DNHS" / "rapport.pdf").pages) <= 4
