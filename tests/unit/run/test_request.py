"""What cannot be done is said before anything starts, with what is known and what was probably meant."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from followup.command import cli
from followup.ground.errors import ReportError
from followup.ground.paths import PROJECT
from followup.run.request import Request, work_list


def test_the_newest_period_that_has_a_folder_is_built_for_all_who_report() -> None:
    work = work_list(Request())

    assert str(work.period) == "2024-12"
    assert [one.code for one in work.committees] == [
        "RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS", "PN", "GNHH", "REGION"
    ]  # fmt: skip
    assert work.number == "10 nämnder och regionen"
    names = [one.kind.notebook for one in work.subjects if one.code in ("PN", "REGION")]
    assert names == ["arsredovisning.ipynb", "region_arsredovisning.ipynb"]
    assert work.data == PROJECT / "data" / "example"


def refusal(request: Request) -> str:
    with pytest.raises(ReportError) as caught:
        work_list(request)
    return str(caught.value)


def test_limits_that_a_cluster_would_pass_over_are_refused() -> None:
    address = "tcp://127.0.0.1:8786"
    assert refusal(Request(scheduler=address, jobs=2)) == (
        "flaggan --jobs: Flaggan --jobs kan inte användas tillsammans med --scheduler. "
        "På ett kluster bestämmer schemaläggaren hur många rapporter som byggs samtidigt och hur länge. "
        "Ta bort --jobs eller --scheduler."
    )
    both = refusal(Request(scheduler=address, jobs=2, timeout=60.0)).splitlines()
    assert [line.partition(":")[0] for line in both] == ["flaggan --jobs", "flaggan --timeout"]
    assert work_list(Request(scheduler=address)).committees


def test_a_forbidden_combination_is_a_wrong_use_of_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["followup", "build", "--scheduler", "tcp://127.0.0.1:8786", "--timeout", "60"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2
    assert "Flaggan --timeout kan inte användas tillsammans med --scheduler." in capsys.readouterr().err


def test_unknown_committees_are_all_told_at_once() -> None:
    assert refusal(Request("2024-04", committees=("DNKSS", "RS", "XYZ"))) == (
        "flaggan --committee: Nämnden ”DNKSS” lämnar ingen uppföljningsrapport 1 för 2024-04. "
        "De som gör det är RS, DNHS, DNADH, DNPSH, DNNSVH, DNKS, DNKT, DNRGS och REGION. Menades ”DNKS”?\n"
        "flaggan --committee: Nämnden ”XYZ” lämnar ingen uppföljningsrapport 1 för 2024-04. "
        "De som gör det är RS, DNHS, DNADH, DNPSH, DNNSVH, DNKS, DNKT, DNRGS och REGION. "
        "Välj en av dem eller ändra params/committees.yml."
    )


def test_a_committee_that_leaves_no_such_report_is_told_so() -> None:
    assert refusal(Request("2024-04", committees=("PN",))).startswith(
        "flaggan --committee: Nämnden ”PN” lämnar ingen uppföljningsrapport 1 för 2024-04."
    )


def test_a_period_outside_the_calendar() -> None:
    assert refusal(Request(period="2024-05")) == (
        "parametern period: Perioden 2024-05 finns inte i kalendern. Kalenderns perioder för 2024 är 2024, 2024-02, "
        "2024-04, 2024-08, 2024-10 och 2024-12. Menades 2024-04? En ny period läggs till i params/calendar.yml."
    )


def test_a_period_that_is_none() -> None:
    assert refusal(Request(period="april")) == (
        "parametern period: Perioden ”april” kan inte tolkas. "
        "En period skrivs som år och månad, till exempel 2024-04, och ett års plan som 2024. "
        "Rätta perioden och kör igen."
    )


def test_a_data_folder_that_does_not_exist() -> None:
    assert refusal(Request(data="data/exampel")) == (
        "flaggan --data: Datamappen ”data/exampel” finns inte. Mappar som finns: data/example. Menades ”data/example”?"
    )


def test_a_data_folder_without_any_period(tmp_path: Path) -> None:
    assert refusal(Request(data=str(tmp_path))) == (
        f"mappen {tmp_path}: Ingen av kalenderns perioder har någon mapp här. "
        "Kalendern har perioder för 2018, 2019, 2022, 2023 och 2024; en period står i till exempel 2024/2024-04. "
        "Lägg in nämndernas arbetsböcker, eller ange en annan mapp med --data."
    )
