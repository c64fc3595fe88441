"""What a report depends on, as hashes: two equal fingerprints mean that building again would give the same bytes."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from followup.ground.paths import PROJECT, params_folder, templates_folder
from followup.ground.plain_file import UnreadableFile, read_plain_file
from followup.params.subject import Subject
from followup.sources.status_history import history_workbooks
from followup.tables.earlier_people import earlier_workbooks
from followup.tables.kolada import kolada_files
from followup.workbooks.files.archive import LARGEST_FILE
from followup.workbooks.lying_file import lying_names

ABSENT = "saknas"
# The packages whose versions can change what a report looks like or says. Not all of requirements.lock: to ask for
# so many versions takes longer than finding out that nothing has changed.
PACKAGES = (
    "fonttools",
    "highspy",
    "ipykernel",
    "ipython",
    "jinja2",
    "jupyter-client",
    "lxml",
    "markupsafe",
    "matplotlib",
    "matplotlib-inline",
    "mistune",
    "nbclient",
    "nbconvert",
    "nbformat",
    "numpy",
    "openpyxl",
    "pandas",
    "papermill",
    "pydantic",
    "pydantic-core",
    "python-calamine",
    "python-docx",
    "pyyaml",
    "seaborn",
    "traitlets",
    "typing-extensions",
    "typst",
    "xlrd",
    "xlsxwriter",
)
# What no report is made of, below each folder: among it the pages over many reports, and what is said to senders.
_APART_CODE = ("example/", "command/", "plan_import/", "review/", "formats/gathered/", "run/gathered.py")
_APART_PARAMS = ("senders.yml",)
_APART_TEMPLATES = ("index.html.j2", "review.html.j2", "compare.html.j2", "compare.js", "gathered.css", "dark.yml")

Fingerprint = dict[str, Any]


def fingerprint(
    subject: Subject, notebook: Path, parameters: dict[str, str], shared: Fingerprint | None = None
) -> Fingerprint:
    """`inputs` (workbook below data -> sha256), `params`, `notebook`, `templates`, `code`, `versions`, `parameters`.

    `shared` is what `shared_parts` gave: whoever asks for many reports reads the program once.
    """
    return {
        "inputs": {name: content_hash(subject.data / name) for name in lying_inputs(subject)},
        "notebook": content_hash(notebook),
        "parameters": dict(parameters),
        **(shared or shared_parts()),
    }


def shared_parts() -> Fingerprint:
    """The parts that every report has in common: `params`, `templates`, `code` and `versions`."""
    return {
        "params": _tree_hash(params_folder(), "*.yml", _APART_PARAMS),
        "templates": _tree_hash(templates_folder(), "*", _APART_TEMPLATES),
        "code": _tree_hash(PROJECT / "followup", "*.py", _APART_CODE),
        "versions": versions(),
    }


def input_workbooks(subject: Subject) -> list[str]:
    """The workbooks that the layouts name for this report and for those before it that it looks at, below `data`.

    The region's report rests on those of every committee that reports. What is hidden of people depends on the earlier
    periods too.
    """
    # What is checked against what the period before said depends on its workbooks, too.
    periods = [one for one in (subject.period, subject.before) if one is not None]
    layouts = [layout for layout in subject.params.layouts.values() if subject.reader in layout.readers]
    own = {layout.path(one, subject.code) for one in periods for layout in layouts}
    # How statuses have developed is shown from the year's first report on.
    own.update(history_workbooks(subject))
    if subject.reader == "plan_follow_up":
        # What others say of the same decision is compared.
        codes = {code for plan in subject.plans for code in (plan.owner, *plan.reported_by)}
        own.update(layout.path(subject.period, code) for code in codes for layout in layouts)
    if subject.reader in ("committee", "region"):
        own.update(kolada_files())
        # What they have published decides what is hidden now.
        own.update(earlier_workbooks(subject.period, subject.params))
    if subject.reader == "region":
        for other in subject.reporting:
            if not other.is_region:
                own.update(input_workbooks(subject.of(other)))
    return sorted(own)


def lying_inputs(subject: Subject) -> list[str]:
    """The same as they lie there, in whatever form; one that lies there in none by the layout's name."""
    names = {one: lying_names(subject.data, one) or [one] for one in input_workbooks(subject)}
    return sorted({name for lying in names.values() for name in lying})


def content_hash(path: Path) -> str:
    """sha256 of the file, or `saknas`: a workbook that turns up later is a change too.

    What is no file, or cannot be read, is absent here: whoever reads it says why.
    """
    try:
        status = path.stat()
        return _hash_once(str(path), status.st_mtime_ns, status.st_size)
    except (OSError, UnreadableFile):
        return ABSENT


@cache
def _hash_once(path: str, modified: int, size: int) -> str:
    """The shared workbooks are read once in a run, not once per committee."""
    return hashlib.sha256(read_plain_file(Path(path), LARGEST_FILE)).hexdigest()


def _tree_hash(folder: Path, pattern: str, apart: tuple[str, ...]) -> str:
    """One hash of the names and contents of all matching files below the folder, except those `apart`."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob(pattern) if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if "__pycache__" not in name and not name.startswith(apart):
            total.update(f"{name} {content_hash(path)}\n".encode())
    return total.hexdigest()


@cache
def versions() -> dict[str, str]:
    """Python's version and those of `PACKAGES`."""
    found = {"python": ".".join(str(part) for part in sys.version_info[:3])}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ABSENT
    return found


def differences(before: Fingerprint, now: Fingerprint) -> list[str]:
    """What has changed, in words for the log; empty when nothing has."""
    names = {
        "params": "params/",
        "notebook": "rapportens notebook",
        "templates": "templates/",
        "code": "programmet",
        "versions": "paketens versioner",
        "parameters": "parametrarna",
    }
    earlier, later = before.get("inputs", {}), now["inputs"]
    changed = sorted(name for name in earlier.keys() | later.keys() if earlier.get(name) != later.get(name))
    return changed + [words for part, words in names.items() if before.get(part) != now[part]]
