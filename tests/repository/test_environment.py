"""pyproject.toml is the only list of packages; the lock and conda's file follow it."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from source_code import owners, packages_below

PROJECT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (PROJECT / "requirements.lock").read_text(encoding="utf-8")


def direct() -> list[Requirement]:
    """Every package that the project names, with those of the extras."""
    extras = [line for lines in PYPROJECT["optional-dependencies"].values() for line in lines]
    return [Requirement(line) for line in PYPROJECT["dependencies"] + extras]


def locked() -> list[Requirement]:
    return [Requirement(line) for line in LOCK.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def locked_here() -> dict[str, str]:
    """The pinned version by name, of the lines that are for this machine."""
    environment = default_environment() | {"extra": ""}
    return {
        canonicalize_name(one.name): next(iter(one.specifier)).version
        for one in locked()
        if one.marker is None or one.marker.evaluate(environment)
    }


def test_every_direct_dependency_is_locked_within_its_bounds() -> None:
    pins = locked_here()
    missing = [str(one) for one in direct() if canonicalize_name(one.name) not in pins]
    assert missing == []
    outside = [str(one) for one in direct() if pins[canonicalize_name(one.name)] not in one.specifier]
    assert outside == []


def test_the_lock_holds_pins_and_nothing_else() -> None:
    for one in locked():
        assert [pin.operator for pin in one.specifier] == ["=="], one
        assert one.url is None
        assert not one.extras, f"{one}: pip refuses extras in a file of constraints"
    assert not re.search(r"^\s*-|://|/", LOCK, re.MULTILINE)


def test_what_is_installed_is_what_is_locked() -> None:
    pins = locked_here()
    names = [canonicalize_name(one.name) for one in direct()]
    assert {name: version(name) for name in names} == {name: pins[name] for name in names}


def test_conda_adds_only_python_make_and_pip() -> None:
    content = yaml.safe_load((PROJECT / "environment.yml").read_text(encoding="utf-8"))
    *packages, pip = content["dependencies"]
    assert [re.split("[=<>]", package)[0] for package in packages] == ["python", "make", "pip"]
    assert pip == {"pip": ["-c requirements.lock", "-e ."]}
    (python,) = (package.partition("=")[2] for package in packages if package.startswith("python"))
    assert python in Requirement(f"python{PYPROJECT['requires-python']}").specifier


def test_ci_runs_what_a_developer_runs() -> None:
    script = PROJECT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
    text = script.read_text(encoding="utf-8")
    assert re.findall(r"^make (\w+)", text, re.MULTILINE) == ["check", "test"]
    # And once more, where there is a newer Python.
    assert re.findall(r"^ +make (\w+) (\S+)", text, re.MULTILINE) == [("check", 'PYTHON="$newest"')]


def third_party(folder: str) -> set[str]:
    """The distributions whose modules are imported below a folder, wherever in a module."""
    known = owners()
    return {canonicalize_name(known[name]) for name in packages_below(PROJECT / folder) & known.keys()} - {"followup"}


def named(lines: Iterable[str]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in lines}


def test_what_the_package_imports_is_declared_and_what_is_declared_is_imported() -> None:
    declared = named(PYPROJECT["dependencies"])
    # Commands of `make lab` and of whoever opens a notebook; the second is the first's own face.
    commands = {"jupyter", "jupyterlab"}
    # Of the extra `cluster`: dask[distributed] is the package `distributed`.
    assert named(PYPROJECT["optional-dependencies"]["cluster"]) == {"dask"}
    assert third_party("followup") - {"distributed"} == declared - commands


def test_what_the_tests_import_is_declared() -> None:
    extras = PYPROJECT["optional-dependencies"]
    assert third_party("tests") | third_party("bench") <= named(PYPROJECT["dependencies"]) | named(extras["dev"])
