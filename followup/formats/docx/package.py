"""A Word file around a body: styles, language, properties, headers and footers; and its bytes, the same every time.

python-docx keeps the parts and how they are related. It stamps the time of saving on each, so the archive is ours.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from followup.formats.docx.styles import LANGUAGE, settings_xml, styles_xml
from followup.formats.docx.wordml import NAMESPACES, Look, Paragraph, computed, escaped, run
from followup.ground.characters import printable
from followup.ground.palette import palette

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document as WordFile
    from docx.opc.oxml import BaseOxmlElement

    from followup.document.blocks import Cover

ORGANISATION = "Region Halland"
# The first moment that an archive can tell.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_LONGEST_PROPERTY = 255
_STORED = (".png",)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
# What python-docx's template has and this file does not need: a thumbnail of another document, its number of pages …
_LEFT_OUT = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects")
_TAB = "<w:r><w:tab/></w:r>"


@dataclass
class NewFile:
    """An empty document whose pages have headers and footers, made when a page of some width is asked for."""

    word: WordFile
    cover: Cover
    status: str
    _references: dict[float, str] = field(default_factory=dict)

    def references(self, width: float) -> str:
        """What a section says to have the headers and footers of pages whose text is so wide, in points."""
        if width not in self._references:
            self._references[width] = _heads_and_feet(self.word, self.cover, self.status, width)
        return self._references[width]


def new_file(cover: Cover, day: datetime, title: str, status: str = "") -> NewFile:
    """An empty document of ours; `status` ("Utkast") stands in its properties and on every page."""
    import docx

    word = docx.Document()
    for holder in (word.part.package, word.part):
        for name, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _LEFT_OUT:
                del holder.rels[name]
    fill(word.styles.element, styles_xml())
    fill(word.settings.element, settings_xml())
    properties = word.core_properties
    properties.title, properties.subject, properties.language = _short(title), _short(cover.span), LANGUAGE
    properties.author = properties.last_modified_by = _short(cover.committee)
    properties.comments = "Exempeldata" if cover.example else ""
    properties.keywords, properties.content_status = "", status
    properties.created = properties.modified = day.replace(tzinfo=None)
    properties.revision = 1
    return NewFile(word, cover, status)


def _short(text: str) -> str:
    return printable(text)[:_LONGEST_PROPERTY]


def fill(element: BaseOxmlElement, content: str) -> None:
    """Puts what `content` says, as XML, in the place of all that the element has."""
    from docx.oxml import parse_xml

    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(f"<w:body {NAMESPACES}>{content}</w:body>")))


def _heads_and_feet(word: WordFile, cover: Cover, status: str, width: float) -> str:
    section = word.add_section()
    section.different_first_page_header_footer = True
    shown = " · ".join(mark for mark in (status, "Exempeldata" if cover.example else "") if mark)
    mark = f"{_TAB}{run(shown, Look(bold=True, colour=palette().bad))}" if shown else ""
    running = run(" · ".join((cover.committee, cover.title, cover.span)))
    extracted = f" · uppgifter hämtade {cover.data_date}" if cover.extracted else ""
    numbers = run("sida ") + computed("PAGE", run("1")) + run(" av ") + computed("NUMPAGES", run("1"))
    contents = {
        "header": (section.header, "Header", running + mark),
        "first header": (section.first_page_header, "Header", run(ORGANISATION) + mark),
        "footer": (section.footer, "Footer", run(f"{ORGANISATION}{extracted}") + _TAB + numbers),
        "first footer": (section.first_page_footer, "Footer", run(f"{ORGANISATION}{extracted}") + _TAB + numbers),
    }
    references = ""
    for name, (place, style, content) in contents.items():
        place.is_linked_to_previous = False
        fill(place.part.element, Paragraph(style, content, tab=width).xml)
        kind = "first" if name.startswith("first") else "default"
        relation = next(rid for rid, part in word.part.related_parts.items() if part is place.part)
        references += f'<w:{name.split()[-1]}Reference w:type="{kind}" r:id="{relation}"/>'
    return references


def saved(word: WordFile, body: str) -> bytes:
    """The file's bytes with this XML as its body: parts in the order of their names, without any moment of its own."""
    package = word.part.package
    parts = {str(part.partname): part for part in package.iter_parts()}
    contents: dict[str, bytes] = {"/[Content_Types].xml": _types({name: parts[name].content_type for name in parts})}
    contents["/_rels/.rels"] = _bytes(package.rels.xml)
    for name in sorted(parts):
        part = parts[name]
        # A report's body is megabytes: it is not made into objects only to be written out again.
        contents[name] = _document(body) if part is word.part else part.blob
        if part.rels:
            contents[str(part.partname.rels_uri)] = _bytes(part.rels.xml)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name.removeprefix("/"), _MOMENT)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)
    return target.getvalue()


def _types(types: dict[str, str]) -> bytes:
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    endings = {"rels": relations, "xml": "application/xml"}
    # Pictures by their ending, all others by name.
    endings |= {name.rpartition(".")[2]: kind for name, kind in types.items() if kind.startswith("image/")}
    named = {name: kind for name, kind in types.items() if not kind.startswith("image/")}
    found = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in sorted(endings.items())]
    found += [f'<Override PartName="{escaped(name)}" ContentType="{kind}"/>' for name, kind in sorted(named.items())]
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}\n<Types xmlns="{_TYPES}">{"".join(found)}</Types>'.encode()


def _document(body: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}\n<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()


def _bytes(xml: str | bytes) -> bytes:
    return xml if isinstance(xml, bytes) else xml.encode("utf-8")
