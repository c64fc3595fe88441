"""What the published report of the period before was made of, against the data folder."""

import json

import pytest
from workbooks import BUDGET, DNKS, edit

from followup.ground.errors import Problem, Severity
from followup.ground.paths import portable
from followup.run.earlier_report import earlier_notes
from followup.run.fingerprint import content_hash


@pytest.fixture
def folder(data, tmp_path):
    """A published report of 2024-04."""
    made_of = {
        "inputs": {name: content_hash(data / name) for name in (DNKS, BUDGET, "2024/2024-02/DNKS.xlsx")},
        "parameters": {"period": "2024-04", "committee": "DNKS", "data": portable(data)},
    }
    folder = tmp_path / "output" / "2024-04" / "DNKS"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(json.dumps({"format": 1, "files": {}, "fingerprint": made_of}))
    return folder


def test_nothing_has_changed_and_nothing_is_published(data, folder, tmp_path):
    assert earlier_notes(data, folder) == []
    assert earlier_notes(data, tmp_path / "nothing") == []
    assert earlier_notes(data, None) == []


def test_a_workbook_and_the_years_frames_that_have_changed(data, folder):
    edit(data / DNKS, "Prognos", {"C2": -13})
    edit(data / BUDGET, "Budgetramar", {"B4": 184})
    wanted = [
        Problem(
            name,
            found="Underlaget för 2024-04 har ändrats sedan rapporten publicerades.",
            expected="Den publicerade rapporten är gjord av en annan version av arbetsboken.",
            remedy="Bygg om 2024-04 om ändringen är en rättelse. Lägg annars tillbaka den arbetsbok som rapporten "
            "gjordes av.",
            severity=Severity.NOTE,
        )
        for name in (DNKS, BUDGET)
    ]
    assert earlier_notes(data, folder) == wanted


def test_a_workbook_that_was_put_away_and_another_data_folder(data, folder, tmp_path):
    (data / DNKS).unlink()
    assert earlier_notes(data, folder) == []
    other = tmp_path / "other"
    (other / "2024").mkdir(parents=True)
    (other / BUDGET).write_bytes(b"")
    assert earlier_notes(other, folder) == []
