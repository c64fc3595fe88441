"""WordprocessingML as text: runs, and paragraphs of runs. Everything that is not ours is escaped here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Literal

from followup.ground.characters import printable
from followup.ground.palette import palette
from followup.ground.unbroken import unbroken

_OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES = (
    f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" xmlns:r="{_OFFICE}/officeDocument/2006/relationships" '
    f'xmlns:wp="{_OFFICE}/drawingml/2006/wordprocessingDrawing" xmlns:a="{_OFFICE}/drawingml/2006/main" '
    f'xmlns:pic="{_OFFICE}/drawingml/2006/picture"'
)
# Word counts lengths in twentieths of a point, and sizes of type in halves.
TWIPS = 20
# Between a bar at the left of a block and its text, in points.
_BAR_GAP = 9

Box = Literal["", "attention", "quote"]


@dataclass(frozen=True)
class Look:
    """What makes a run look otherwise than its paragraph. `size` is in points, `colour` as in the palette."""

    bold: bool = False
    italic: bool = False
    size: float = 0.0
    colour: str = ""
    style: str = ""
    font: str = ""


PLAIN = Look()


@lru_cache(maxsize=512)
def _properties(look: Look) -> str:
    found = f'<w:rStyle w:val="{look.style}"/>' if look.style else ""
    if look.font:
        found += f'<w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" w:cs="{look.font}"/>'
    found += "<w:b/>" if look.bold else ""
    found += "<w:i/>" if look.italic else ""
    found += f'<w:color w:val="{look.colour.removeprefix("#")}"/>' if look.colour else ""
    found += f'<w:sz w:val="{round(look.size * 2)}"/>' if look.size else ""
    return f"<w:rPr>{found}</w:rPr>" if found else ""


def escaped(text: str) -> str:
    """For an attribute's value; a line end is a space there."""
    return escape(unbroken(printable(text).replace("\n", " ")))


def run(text: str, look: Look = PLAIN) -> str:
    """A text with its line breaks as a run; nothing for an empty text."""
    if not text:
        return ""
    lines = escape(unbroken(printable(text).replace("\t", " ")), quote=False).split("\n")
    shown = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{_properties(look)}{shown}</w:r>"


def line_break() -> str:
    """A new line in the same paragraph."""
    return "<w:r><w:br/></w:r>"


def computed(instruction: str, shown: str = "") -> str:
    """A field that Word fills in, such as the number of the page."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {instruction} '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a style. `content` is its runs as XML; `section` the properties of the section that it ends.

    `item` is the number of a list and the level in it, `tab` where a tabulator leads to the right margin, in points.
    Paragraphs of the same `box` have one bar at their left, the indented ones too: a first line begins beside it.
    """

    style: str
    content: str
    keep_next: bool = False
    item: tuple[int, int] | None = None
    indent: float = 0.0
    box: Box = ""
    right: bool = False
    tab: float = 0.0
    section: str = ""

    @property
    def xml(self) -> str:
        found = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        found += "<w:keepNext/>" if self.keep_next else ""
        if self.item:
            number, level = self.item
            found += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        found += _bar(self.box) if self.box else ""
        if self.tab:
            found += f'<w:tabs><w:tab w:val="right" w:pos="{round(self.tab * TWIPS)}"/></w:tabs>'
        content = self.content
        if self.indent:
            left = round(self.indent * TWIPS)
            hanging = f' w:hanging="{left}"' if self.box else ""
            found += f'<w:ind w:left="{left}"{hanging}/>'
            content = f"<w:r><w:tab/></w:r>{content}" if self.box else content
        found += '<w:jc w:val="right"/>' if self.right else ""
        return f"<w:p><w:pPr>{found}{self.section}</w:pPr>{content}</w:p>"


def _bar(box: Box) -> str:
    colour, width = (palette().watch, 24) if box == "attention" else (palette().brand, 10)
    line = f'w:val="single" w:sz="{width}" w:space="{_BAR_GAP}" w:color="{colour.removeprefix("#")}"'
    return f"<w:pBdr><w:left {line}/></w:pBdr>"


def placeholder(words: str) -> str:
    """Words that a click selects whole, for somebody to write over."""
    shown = run(words, Look(style="PlaceholderText"))
    name = escaped(words.strip("[]"))
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:showingPlcHdr/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )
