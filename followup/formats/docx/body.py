"""The body of a Word document while it is written: its paragraphs and tables in order, in sections of a page's shape.

A section of Word is a part whose pages are turned, or set in columns. It is no section of the report.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from followup.formats.docx.lists import Lists
from followup.formats.docx.package import NewFile, fill, saved
from followup.formats.docx.wordml import PLAIN, TWIPS, Box, Look, Paragraph, run
from followup.formats.pdf.tables import LANDSCAPE_WIDTH, TEXT_WIDTH

if TYPE_CHECKING:
    from followup.document.blocks import Chart
    from followup.formats.docx.pictures import Drawn

Shape = Literal["upright", "turned", "columns"]
Element = Paragraph | str  # a string is a table's XML

DEEPEST_HEADING = 5
COLUMN_WIDTH, _COLUMN_GAP = (TEXT_WIDTH - 18) / 2, 18.0
PAPER = (595.3, 841.9)  # A4, in points
_LONGEST_BOOKMARK = 40
_IN_ADDRESSES = "%/:?#@!$&'()*+,;=~"


@dataclass
class _Section:
    """Elements on pages of one shape."""

    shape: Shape
    elements: list[Element] = field(default_factory=list)


class Body:
    """Write with the methods in reading order; `saved` comes last."""

    def __init__(self, file: NewFile, drawn: Mapping[str, Drawn], headings: Collection[str] = ()) -> None:
        self.file = file
        # The ids of those that are written: a link to another would lead nowhere.
        self.headings = headings
        self.word = file.word
        # The charts as they are drawn, by their ids, the number of those that are written, and those with numbers.
        self.drawn = drawn
        self.pictures = 0
        self.appendix: list[Chart] = []
        self.lists = Lists()
        # That of the heading that was written last: a block's own title is one level below.
        self.level = 1
        self._sections = [_Section("upright")]
        self._bookmarks: dict[str, str] = {}
        self._marks = 0

    def add(self, *elements: Element) -> None:
        """On an upright page."""
        self.shape("upright")
        self._sections[-1].elements.extend(elements)

    def add_here(self, *elements: Element) -> None:
        """In the section that there is, whatever its shape."""
        self._sections[-1].elements.extend(elements)

    def heading(self, text: str, level: int, name: str = "") -> None:
        """A heading; `name` is the id that links lead to."""
        self.level = level
        self.add(Paragraph(f"Heading{level}", self.marked(name, run(text)), keep_next=True))

    def label(self, title: str, box: Box = "") -> None:
        """The title of a block: a heading below the latest; none for an empty title."""
        if title:
            level = min(self.level + 1, DEEPEST_HEADING)
            self.add(Paragraph(f"Heading{level}", run(title), keep_next=True, box=box))

    def marked(self, name: str, content: str) -> str:
        """The runs with a bookmark around them, which links to the id `name` lead to."""
        if not name:
            return content
        number, mark = self._marks, self.bookmark(name)
        self._marks += 1
        return f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>{content}<w:bookmarkEnd w:id="{number}"/>'

    def bookmark(self, name: str) -> str:
        """The bookmark of an id, as Word allows them: 40 letters, digits and underscores, all different."""
        if name not in self._bookmarks:
            short = re.sub(r"[^A-Za-z0-9_]", "_", f"a_{name}")[:_LONGEST_BOOKMARK]
            found, count = short, 1
            while found in self._bookmarks.values():
                count += 1
                found = f"{short[: _LONGEST_BOOKMARK - 4]}_{count}"
            self._bookmarks[name] = found
        return self._bookmarks[name]

    def inner_link(self, name: str, text: str, look: Look = PLAIN) -> str:
        """A run that leads to the id `name` of this document."""
        return f'<w:hyperlink w:anchor="{self.bookmark(name)}" w:history="1">{run(text, look)}</w:hyperlink>'

    def linked(self, address: str) -> str:
        """The relationship of an outer link, to an address as Word allows it: a file with another is not opened."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        allowed = quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", address), safe=_IN_ADDRESSES)
        return self.word.part.relate_to(allowed, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def shape(self, shape: Shape) -> None:
        """What is written from now on stands on pages of this shape.

        Its headings come along: onto a turned page, and into columns, since LibreOffice 7.4 keeps nothing together over
        the end of a section and a heading would stand alone at the foot of a page.
        """
        last = self._sections[-1]
        if last.shape == shape:
            return
        moved: list[Element] = []
        while shape != "upright" and last.elements and _goes_along(last.elements[-1]):
            moved.insert(0, last.elements.pop())
        if not last.elements:
            self._sections.pop()
        if not self._sections or self._sections[-1].shape != shape:
            self._sections.append(_Section(shape))
        self._sections[-1].elements.extend(moved)

    def keep_with_next(self) -> None:
        """Keeps the paragraph that was written last on the page of what follows."""
        elements = self._sections[-1].elements
        if isinstance(last := elements[-1], Paragraph):
            elements[-1] = replace(last, keep_next=True)

    def saved(self) -> bytes:
        """The bytes of the file with all that was written."""
        before: Shape = self._sections[0].shape
        found: list[str] = []
        for number, section in enumerate(self._sections):
            properties = _properties(section.shape, before, self.file, first=number == 0)
            before = section.shape
            elements = section.elements
            if section is not self._sections[-1]:
                elements, properties = _ended(elements, properties), ""
            found += [one if isinstance(one, str) else one.xml for one in elements]
            found.append(properties)
        fill(self.word.part.numbering_part.element, self.lists.xml)
        return saved(self.word, "".join(found))


def _goes_along(element: Element) -> bool:
    return isinstance(element, Paragraph) and element.keep_next


def _ended(elements: Sequence[Element], properties: str) -> list[Element]:
    """The elements, the last with the section's properties; after a table these ask for a paragraph of their own."""
    last = elements[-1]
    if isinstance(last, Paragraph):
        return [*elements[:-1], replace(last, section=properties)]
    return [*elements, Paragraph("SectionEnd", "", section=properties)]


def _properties(shape: Shape, before: Shape, file: NewFile, first: bool) -> str:
    """The properties of a section; the document's first begins with a page that has a head of its own."""
    turned = shape == "turned"
    width, height = reversed(PAPER) if turned else PAPER
    orientation = ' w:orient="landscape"' if turned else ""
    columns = f' w:num="2" w:space="{round(_COLUMN_GAP * TWIPS)}"' if shape == "columns" else ' w:space="708"'
    text = LANDSCAPE_WIDTH if turned else TEXT_WIDTH
    side = (width - text) / 2
    margins = {"top": 68, "right": side, "bottom": 62, "left": side, "header": 34, "footer": 28, "gutter": 0}
    edges = " ".join(f'w:{name}="{round(points * TWIPS)}"' for name, points in margins.items())
    return (
        f'<w:sectPr>{file.references(text)}<w:type w:val="'
        f'{"nextPage" if "turned" in (shape, before) else "continuous"}"/>'
        f'<w:pgSz w:w="{round(width * TWIPS)}" w:h="{round(height * TWIPS)}"{orientation}/><w:pgMar {edges}/>'
        f"<w:cols{columns}/>{'<w:titlePg/>' if first else ''}</w:sectPr>"
    )
