"""The parts of a package by the names that Excel gives them, whatever the program that wrote it called them.

Open XML tells names apart without regard to case and lets the parts lie anywhere: what the workbook is, only the
package's own relations say. Some programs write `XL/Workbook.xml`, `xl\\workbook.xml` or `kalk/book.xml`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

TYPES, ROOT = "[Content_Types].xml", "_rels/.rels"
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_USUAL = (TYPES, ROOT, WORKBOOK, RELATIONS, "xl/workbook.bin", "xl/styles.xml", "xl/sharedStrings.xml")
_FOLDERS = (
    *("xl/pivotCache/", "xl/pivotTables/", "xl/externalLinks/", "xl/worksheets/", "xl/drawings/", "xl/charts/"),
    *("xl/tables/", "xl/", "docProps/", "customXml/", "META-INF/"),
)
_BESIDE = ("_rels/", "docprops/", "customxml/", "[content_types].xml")
_BY_CASE = {name.lower(): name for name in _USUAL}


def plain_name(name: str) -> str:
    """A part's name, or what a relation points to, with slashes alone."""
    return re.sub(r"^(?:\./)+", "", name.replace("\\", "/"))


def target_path(folder: str, target: str) -> str:
    """The part that a relation of a part in `folder` points to."""
    plain = unquote(plain_name(target))
    return posixpath.normpath(plain.lstrip("/") if plain.startswith("/") else f"{folder}/{plain}")


def relations_part(relations: Mapping[str, tuple[str, str]]) -> bytes:
    """A part with relations, (kind, path) by their id, as every reader understands them: each with a whole path."""
    lines = "".join(
        f"<Relationship Id={quoteattr(identity)} Type={quoteattr(kind)} Target={quoteattr(f'/{path}')}/>"
        for identity, (kind, path) in relations.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'.encode()


def workbook_part(root: bytes) -> str:
    """The part that is the workbook, by the package's own relations; the usual one where they do not say."""
    for relation in ElementTree.fromstring(root) if root else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return target_path("", f"/{relation.get('Target', '').lstrip('/')}")
    return WORKBOOK


def usual_name(workbook: str) -> Callable[[str], str]:
    """What gives each part the name that it has in a package whose workbook lies where Excel puts it."""
    folder, file = posixpath.split(workbook)
    before = f"{folder}/".lower() if folder else ""
    known = {workbook.lower(): f"xl/workbook{posixpath.splitext(file)[1].lower()}"}
    known[posixpath.join(folder, "_rels", f"{file}.rels").lower()] = RELATIONS if file.lower().endswith(".xml") else ""

    def usual(name: str) -> str:
        if found := known.get(name.lower()):
            return found
        if before not in ("", "xl/") and name.lower().startswith(before):
            name = f"xl/{name[len(before) :]}"
        elif not before and not name.lower().startswith(_BESIDE):
            name = f"xl/{name}"
        if found := _BY_CASE.get(name.lower()):
            return found
        start = next((one for one in _FOLDERS if name.lower().startswith(one.lower())), "")
        return start + name[len(start) :]

    return usual


def is_usual(names: Iterable[str]) -> bool:
    """Whether a package has its workbook, and every part, under the name that Excel gives it."""
    listed = list(names)
    return WORKBOOK in listed and all(usual_name(WORKBOOK)(plain_name(one)) == one for one in listed)
