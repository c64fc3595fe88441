"""manifest.json: what a report was made of and how. The only file of a report that may differ between two runs."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup.document.blocks import Tiles
from followup.formats.summary import summary_of
from followup.run.fingerprint import Fingerprint, content_hash

if TYPE_CHECKING:
    from followup.document.document import Document

NAME = "manifest.json"
# Written last and read first: another number means that the report is built again.
FORMAT = 1


def manifest(
    fingerprint: Fingerprint,
    files: Mapping[str, bytes],
    document: Document,
    warnings: list[dict[str, str]],
    notes: list[dict[str, str]],
    timings: Mapping[str, Any],
    started: datetime,
    execution: str,
) -> dict[str, Any]:
    """The manifest of a report as JSON values. `files` are the published files by name, `document` what they show."""
    finished = datetime.now(UTC)
    tiles = next((item.tiles for item in document.items if isinstance(item, Tiles)), ())
    return {
        "format": FORMAT,
        "title": document.title,
        "cover": document.cover.as_json(),
        "tiles": [tile.as_json() for tile in tiles],
        "summary": summary_of(document).as_json(),
        "warnings": warnings,
        "notes": notes,
        "fingerprint": fingerprint,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        "execution": execution,
        "timings": dict(timings),
        "started": started.isoformat(timespec="seconds"),
        "finished": finished.isoformat(timespec="seconds"),
        "seconds": round((finished - started).total_seconds(), 3),
        "platform": {"host": platform.node(), "system": platform.platform(), "processor": platform.machine()},
    }


def manifest_text(content: Mapping[str, Any]) -> str:
    """As it stands in the file."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of a published report; None when there is none that can be read, or it is of another format."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    whole = isinstance(found, dict) and found.get("format") == FORMAT and isinstance(found.get("files"), dict)
    return found if whole and isinstance(found.get("fingerprint"), dict) else None


def is_up_to_date(folder: Path, fingerprint: Fingerprint) -> bool:
    """True if the published report was made of exactly this and all its files are still as they were written."""
    found = read_manifest(folder)
    if found is None or found["fingerprint"] != fingerprint or not found["files"]:
        return False
    return all(content_hash(folder / name) == digest for name, digest in found["files"].items())
