"""The generator writes the same bytes each time, and what it writes is what stands in data/example."""

import os
import subprocess
import sys
import zipfile

import pytest

from followup.example.generator import write_example
from followup.ground.paths import PROJECT

pytestmark = pytest.mark.slow

EXAMPLE = PROJECT / "data" / "example"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("first")
    paths = [path for path in write_example(folder) if path.suffix == ".xlsx"]
    return {path.relative_to(folder).as_posix(): path for path in paths}


def test_a_second_process_with_another_hash_seed_writes_the_same_bytes(written, tmp_path):
    # One period: it has every kind of workbook, and another would take as long again.
    command = [sys.executable, "-m", "followup.example", "--to", str(tmp_path), "--period", "2023-12"]
    subprocess.run(command, check=True, capture_output=True, cwd=PROJECT, env=os.environ | {"PYTHONHASHSEED": "4711"})
    again = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*.xlsx")}
    assert again.keys() == {name for name in written if name.startswith("2023/2023-12/")}
    assert [name for name in again if written[name].read_bytes() != again[name].read_bytes()] == []


def test_the_repository_holds_what_the_generator_writes(written):
    # Compared part by part: another release of zlib may compress the same content to other bytes.
    def parts(path):
        with zipfile.ZipFile(path) as workbook:
            return {name: workbook.read(name) for name in workbook.namelist()}

    assert {path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*.xlsx")} == set(written)
    assert [name for name in written if parts(written[name]) != parts(EXAMPLE / name)] == []


def test_kolada_s_files_are_copied(written):
    folder = next(iter(written.values())).parents[1]
    copied = {path.name: path.read_bytes() for path in (folder / "kolada").iterdir()}
    assert copied == {path.name: path.read_bytes() for path in (EXAMPLE / "kolada").iterdir()}
    assert len(copied) >= 4


def test_no_file_carries_the_clock(written):
    for path in written.values():
        with zipfile.ZipFile(path) as workbook:
            assert {entry.date_time for entry in workbook.infolist()} == {(2024, 5, 8, 6, 0, 0)}
            core = workbook.read("docProps/core.xml").decode()
        assert core.count("2024-05-08T06:00:00Z") == 2


def test_the_workbooks_stay_small_enough_for_git(written):
    sizes = [path.stat().st_size for path in written.values()]
    assert max(sizes) < 2.0e6
    assert sum(sizes) < 15e6
