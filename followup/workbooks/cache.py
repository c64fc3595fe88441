"""Each workbook is parsed once for each content: in memory, which a forked child inherits, and on disk.

The key is the hash of the content and of everything else that the reading depends on, so nothing has to be invalidated.
A cache file holds arrays and JSON, never pickled objects: it may be deleted, damaged or put there by anybody, and the
worst that follows is that the workbook is read again.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import tempfile
import zipfile
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from followup.ground.errors import Problem, Severity
from followup.ground.guard import guarded
from followup.ground.paths import cache_folder
from followup.workbooks.cells.findings import Finding
from followup.workbooks.corrected_cells import AppliedCorrection
from followup.workbooks.files.workbook import content_hash
from followup.workbooks.hidden import Hidden
from followup.workbooks.read_table import ReadTable, SheetNotes, StatedTotal, UnreadTotal, frame_of
from followup.workbooks.read_workbook import ReadingOrder, ReadWorkbook, read_workbook
from followup.workbooks.synonyms import Synonym
from followup.workbooks.workbook_file import read_content

_memory: dict[str, ReadWorkbook] = {}

_META = "meta"


def cached_workbook(data: Path, order: ReadingOrder) -> ReadWorkbook:
    """The workbook of a filled layout, parsed now or earlier.

    It is read in the form that it lies there in. The file itself is always read and hashed, so a changed workbook is
    never mistaken for its older self. Raises ReportError for a workbook that is not there or cannot be read for
    whatever reason; that is never cached.
    """
    with guarded(order.layout.workbook):
        order = order.lying_in(data)
        return _cached(read_content(data, order), order)


def _cached(content: bytes, order: ReadingOrder) -> ReadWorkbook:
    key = hashlib.sha256(f"{content_hash(content)}\n{order.as_json()}".encode()).hexdigest()
    found = _memory.get(key)
    if found is None:
        path = cache_folder() / f"{key}.npz"
        found = _load(path)
        if found is None:
            found = read_workbook(content, order)
            _save(path, found)
        _memory[key] = found
    return found


def forget() -> None:
    """Empty the memory; what stands on disk stays."""
    _memory.clear()


def _load(path: Path) -> ReadWorkbook | None:
    """A workbook from its cache file; None if there is none or it cannot be read for whatever reason."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return _workbook(json.loads(arrays[_META].tobytes().decode()), arrays)
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        EOFError,
        AttributeError,
        zipfile.BadZipFile,
        zlib.error,
        RuntimeError,
        OverflowError,
    ):
        return None


def _save(path: Path, workbook: ReadWorkbook) -> None:
    """Write under another name and rename, so that nobody ever reads half a file. A full disk is no error here."""
    meta, arrays = _plain(workbook)
    arrays[_META] = np.frombuffer(json.dumps(meta, ensure_ascii=False).encode(), dtype=np.uint8)
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as target:
            np.savez(target, allow_pickle=False, **arrays)
        Path(temporary).replace(path)
    except OSError:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()


def _plain(workbook: ReadWorkbook) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """The workbook as JSON values and arrays. A text column is its distinct texts and a code per row, −1 for None."""
    arrays: dict[str, np.ndarray] = {}
    tables: dict[str, Any] = {}
    for number, (name, table) in enumerate(workbook.tables.items()):
        words: dict[str, list[str]] = {}
        arrays[f"{number}"] = table.frame.index.to_numpy(dtype=np.int64)
        for position, column in enumerate(table.frame.columns):
            values = table.frame[column].to_numpy()
            if values.dtype == object:
                codes: dict[str, int] = {}
                coded = [-1 if value is None else codes.setdefault(value, len(codes)) for value in values]
                values, words[column] = np.array(coded, dtype=np.int32), list(codes)
            arrays[f"{number}.{position}"] = values
        tables[name] = {
            "sheet": table.sheet,
            "letters": table.letters,
            "columns": list(table.frame.columns),
            "words": words,
            "findings": [finding.as_json() for finding in table.findings],
            "totals": [dataclasses.astuple(total) for total in table.totals],
            "corrections": [dataclasses.astuple(one) for one in table.corrections],
            "form_rows": table.form_rows,
            "extracted": table.notes.extracted and table.notes.extracted.isoformat(),
            "source": table.notes.source,
            "example": table.notes.example,
            "is_whole": table.is_whole,
            "hidden": dataclasses.astuple(table.hidden),
            "unread_totals": [dataclasses.astuple(total) for total in table.unread_totals],
            "blocks": table.blocks,
            "units": table.units,
            "before": list(table.before.items()),
            "filled": {name: list(cells.items()) for name, cells in table.filled.items()},
            "converted": sorted(table.converted),
            "headings": table.headings,
            "said": table.said,
            "synonyms": [dataclasses.asdict(one) for one in table.synonyms],
        }
    meta = {
        "name": workbook.name,
        "sha256": workbook.sha256,
        "size": workbook.size,
        "problems": [problem.as_dict() for problem in workbook.problems],
        "tables": tables,
    }
    return meta, arrays


def _workbook(meta: dict[str, Any], arrays: Any) -> ReadWorkbook:
    tables = {}
    for number, (name, plain) in enumerate(meta["tables"].items()):
        columns = {}
        for position, column in enumerate(plain["columns"]):
            values = arrays[f"{number}.{position}"]
            if column in plain["words"]:
                # The last entry is what −1 points at.
                words = np.array([*plain["words"][column], None], dtype=object)
                values = words[values]
            columns[column] = values
        notes = SheetNotes(
            date.fromisoformat(plain["extracted"]) if plain["extracted"] else None, plain["source"], plain["example"]
        )
        rows, letters, sheet = plain["hidden"]
        tables[name] = ReadTable(
            name,
            plain["sheet"],
            plain["letters"],
            frame_of(columns, arrays[f"{number}"]),
            tuple(Finding.from_json(values) for values in plain["findings"]),
            tuple(StatedTotal(*values) for values in plain["totals"]),
            tuple(AppliedCorrection(*values) for values in plain["corrections"]),
            plain["form_rows"],
            notes,
            plain["is_whole"],
            Hidden(tuple(rows), tuple(letters), sheet),
            tuple(UnreadTotal(*values) for values in plain["unread_totals"]),
            plain["blocks"],
            plain["units"],
            dict(map(tuple, plain["before"])),
            {name: dict(map(tuple, cells)) for name, cells in plain["filled"].items()},
            frozenset(plain["converted"]),
            plain["headings"],
            {name: {code: tuple(words) for code, words in said.items()} for name, said in plain["said"].items()},
            tuple(Synonym(**one | {"rows": tuple(one["rows"])}) for one in plain["synonyms"]),
        )
    problems = tuple(Problem(**texts | {"severity": Severity(texts["severity"])}) for texts in meta["problems"])
    return ReadWorkbook(meta["name"], meta["sha256"], meta["size"], tables, problems)
