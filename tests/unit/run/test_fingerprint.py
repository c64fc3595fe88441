"""A report is built again when, and only when, something that it is made of has changed."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from source_code import owners, packages_below

from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.run.fingerprint import PACKAGES, Fingerprint, differences, fingerprint, input_workbooks
from followup.run.manifest import is_up_to_date, read_manifest

APRIL = Period(2024, 4)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what a report depends on: params/, templates/, a notebook and two small workbooks."""
    from followup.run import fingerprint as module

    for name in ("params", "templates"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    (tmp_path / "followup" / "example").mkdir(parents=True)
    (tmp_path / "followup" / "reports").mkdir()
    (tmp_path / "followup" / "review").mkdir()
    (tmp_path / "followup" / "run").mkdir()
    (tmp_path / "followup" / "formats" / "gathered").mkdir(parents=True)
    (tmp_path / "followup" / "reports" / "committee.py").write_text("1")
    (tmp_path / "followup" / "example" / "facts.py").write_text("1")
    (tmp_path / "data" / "2024" / "2024-04").mkdir(parents=True)
    (tmp_path / "data" / "2024" / "2024-04" / "utfall.xlsx").write_bytes(b"utfall")
    (tmp_path / "n.ipynb").write_text("{}")
    monkeypatch.setattr(module, "PROJECT", tmp_path)
    monkeypatch.setattr(module, "templates_folder", lambda: tmp_path / "templates")
    monkeypatch.setenv("FOLLOWUP_PARAMS", str(tmp_path / "params"))
    return tmp_path


def taken(place: Path, committee: str = "DNKS") -> Fingerprint:
    return fingerprint(
        subject_of(place / "data", APRIL, committee, load_params()), place / "n.ipynb", {"committee": committee}
    )


def test_the_workbooks_of_a_report_are_those_that_the_layouts_name() -> None:
    assert input_workbooks(subject_of(Path("data"), APRIL, "DNKS", load_params())) == [
        # What is hidden of people depends on what earlier reports published; the period before is compared with.
        "2023/2023-02/personal.xlsx",
        "2023/2023-04/personal.xlsx",
        "2023/2023-08/personal.xlsx",
        "2023/2023-10/personal.xlsx",
        "2023/2023-12/personal.xlsx",
        "2024/2024-02/DNKS.xlsx",
        "2024/2024-02/indikatorer.xlsx",
        "2024/2024-02/investeringar.xlsx",
        "2024/2024-02/personal.xlsx",
        "2024/2024-02/utfall.xlsx",
        "2024/2024-04/DNKS.xlsx",
        "2024/2024-04/indikatorer.xlsx",
        "2024/2024-04/investeringar.xlsx",
        "2024/2024-04/personal.xlsx",
        "2024/2024-04/utfall.xlsx",
        "2024/budget.xlsx",
        "2024/malvarden.xlsx",
        "kolada/kolada_enheter.csv",
        "kolada/kolada_kpi_katalog_regioner_L.csv",
        "kolada/kolada_kpi_meta_urval.csv",
        "kolada/kolada_regioner_lang.csv",
    ]


def test_the_regions_report_rests_on_every_committees_workbooks() -> None:
    region = input_workbooks(subject_of(Path("data"), APRIL, "REGION", load_params()))
    codes = ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS", "REGION")
    assert {f"2024/2024-04/{code}.xlsx" for code in codes} <= set(region)
    assert set(input_workbooks(subject_of(Path("data"), APRIL, "DNKS", load_params()))) <= set(region)
    assert not {
        name for name in input_workbooks(subject_of(Path("data"), APRIL, "DNKS", load_params())) if "REGION" in name
    }


def test_a_committee_with_promises_rests_on_its_own_workbooks_since_the_years_beginning() -> None:
    def own(committee: str) -> list[str]:
        read = input_workbooks(subject_of(Path("data"), Period(2024, 12), committee, load_params()))
        return [name for name in read if name.endswith(f"{committee}.xlsx")]

    assert own("DNKT") == [f"2024/2024-{month}/DNKT.xlsx" for month in ("02", "04", "08", "10", "12")]
    # Regionservice carries no promise: the report before is all that it is compared with.
    assert own("DNRGS") == [f"2024/2024-{month}/DNRGS.xlsx" for month in ("10", "12")]


def test_the_same_contents_give_the_same_fingerprint(place: Path) -> None:
    before = taken(place)
    # A file that is only touched, such as by a fresh clone, is no change.
    os.utime(place / "data" / "2024" / "2024-04" / "utfall.xlsx", (1, 1))
    (place / "data" / "2024" / "annat.xlsx").write_bytes(b"other")
    (place / "data" / "2024" / "2024-04" / "RS.xlsx").write_bytes(b"of another")
    (place / "followup" / "example" / "facts.py").write_text("2")

    assert taken(place) == before
    assert before["inputs"]["2024/2024-04/utfall.xlsx"] == hashlib.sha256(b"utfall").hexdigest()
    assert before["inputs"]["2024/budget.xlsx"] == "saknas"


@pytest.mark.parametrize(
    "path",
    [
        "params/senders.yml",
        "templates/index.html.j2",
        "templates/review.html.j2",
        "templates/compare.html.j2",
        "templates/compare.js",
        "templates/gathered.css",
        "templates/dark.yml",
        "followup/review/review.py",
        "followup/formats/gathered/series.py",
        "followup/run/gathered.py",
    ],
)
def test_what_no_report_shows_does_not_count(place: Path, path: str) -> None:
    before = taken(place)
    with (place / path).open("ab") as file:
        file.write(b"# \n")
    assert taken(place) == before


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("data/2024/2024-04/utfall.xlsx", "2024/2024-04/utfall.xlsx"),
        ("data/2024/2024-04/personal.xlsx", "2024/2024-04/personal.xlsx"),
        ("params/rules.yml", "params/"),
        ("templates/report.css", "templates/"),
        ("templates/fonts/ny.ttf", "templates/"),
        ("n.ipynb", "rapportens notebook"),
        ("followup/reports/committee.py", "programmet"),
    ],
)
def test_each_thing_that_a_report_is_made_of_counts(place: Path, path: str, told: str) -> None:
    before = taken(place)
    with (place / path).open("ab") as file:
        file.write(b"# \n")
    assert differences(before, taken(place)) == [told]


def test_a_package_of_another_version_counts(place: Path) -> None:
    before = taken(place)
    before["versions"] = before["versions"] | {"pandas": "3.0.0"}
    assert differences(before, taken(place)) == ["paketens versioner"]
    assert {"python", "pandas", "matplotlib", "typst"} <= before["versions"].keys()
    assert "saknas" not in before["versions"].values()


def test_every_package_that_a_report_is_made_with_counts() -> None:
    # The screen and the cluster leave no trace in a report.
    apart = {"typer", "rich", "distributed"}
    known = owners()
    used = {
        known[name].lower().replace("_", "-") for name in (packages_below(PROJECT / "followup") - apart) & known.keys()
    }
    locked = {re.split("==", line)[0] for line in (PROJECT / "requirements.lock").read_text().splitlines()}

    assert used - {"followup"} <= set(PACKAGES)
    assert {"nbclient", "jupyter-client", "traitlets", "matplotlib-inline", "pyyaml", "markupsafe"} <= set(PACKAGES)
    assert set(PACKAGES) <= locked


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A published report of one file."""
    folder = tmp_path / "DNKS"
    folder.mkdir()
    (folder / "rapport.html").write_bytes(b"sida")
    content = {
        "format": 1,
        "fingerprint": {"inputs": {}},
        "files": {"rapport.html": hashlib.sha256(b"sida").hexdigest()},
    }
    (folder / "manifest.json").write_text(json.dumps(content))
    return folder


def test_a_whole_report_of_the_same_fingerprint_is_up_to_date(report: Path) -> None:
    assert is_up_to_date(report, {"inputs": {}})
    assert not is_up_to_date(report, {"inputs": {"a.xlsx": "1"}})


def test_an_output_that_was_removed_or_changed_is_made_again(report: Path) -> None:
    (report / "rapport.html").write_bytes(b"by hand")
    assert not is_up_to_date(report, {"inputs": {}})
    (report / "rapport.html").unlink()
    assert not is_up_to_date(report, {"inputs": {}})


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"format": 1}', '{"format": 0, "files": {}}', "\udcff"])
def test_a_manifest_that_cannot_be_read_is_no_manifest(report: Path, text: str) -> None:
    (report / "manifest.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert read_manifest(report) is None
    assert not is_up_to_date(report, {"inputs": {}})
