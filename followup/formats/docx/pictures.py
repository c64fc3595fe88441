"""Charts as pictures in Word: the drawing itself, and its points for a Word before 2019 and for other programs.

Word draws an SVG that stands in an extension of the picture, sharp in print at any size. The PNG beside it is what the
format asks for. Typst makes the PNGs of a whole report at once, in the process that also makes the PDF.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from followup.document.blocks import LABEL_UNITS, Block, Chart, Composite
from followup.formats.docx.wordml import escaped

if TYPE_CHECKING:
    from docx.document import Document as WordFile

DOTS_PER_INCH = 150
# A chart's labels have 10 points, or less where that would be too wide for the page.
_SCALE = 10 / LABEL_UNITS
_WIDEST = 400.0
_TALLEST_AT_ALL = 620.0
_EMU_PER_POINT = 12_700
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_PAGES = b"""
#let pictures = json(bytes(sys.inputs.pictures))
#set page(margin: 0pt, fill: white)
#for one in pictures {
  page(width: one.width * 1pt, height: one.height * 1pt, image(bytes(one.svg), format: "svg", width: 100%))
}
"""


@dataclass(frozen=True)
class Drawn:
    """A chart as it will stand in the file: its points, and how wide it is, in points of a page."""

    png: bytes
    width: float


def drawn(blocks: Iterable[Block]) -> dict[str, Drawn]:
    """All charts among the blocks by their ids, drawn at once."""
    found = list(charts_in(blocks))
    widths = [round(min(one.drawn_width * _SCALE, _WIDEST, _TALLEST_AT_ALL * one.aspect), 1) for one in found]
    pngs = _points_of(found, widths)
    return {chart.id: Drawn(png, width) for chart, png, width in zip(found, pngs, widths, strict=True)}


def charts_in(blocks: Iterable[Block]) -> Iterator[Chart]:
    """All charts among the blocks and in their parts, in reading order."""
    for block in blocks:
        if isinstance(block, Chart):
            yield block
        elif isinstance(block, Composite):
            yield from charts_in(block.parts())


def _points_of(charts: Sequence[Chart], widths: Sequence[float]) -> list[bytes]:
    """The charts as PNG files, each as wide as it stands on the page, in points."""
    import typst

    if not charts:
        return []
    pictures = [
        {"svg": chart.svg, "width": width, "height": width / chart.aspect}
        for chart, width in zip(charts, widths, strict=True)
    ]
    # A chart's texts are outlines, so no font is looked for. A compiler of bytes compiles only once.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    inputs = {"pictures": json.dumps(pictures)}
    found = typst.Compiler(input=_PAGES, font_paths=fonts).compile(format="png", ppi=DOTS_PER_INCH, sys_inputs=inputs)
    # One page is no list.
    return found if isinstance(found, list) else [cast(bytes, found)]


def picture_run(file: WordFile, chart: Chart, png: bytes, width: float, number: int) -> str:
    """The run that shows a chart `width` points wide; `number` is the picture's own in the document."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    points, _ = file.part.get_or_add_image(io.BytesIO(png))
    address = PackURI(f"/word/media/drawing{number}.svg")
    drawing = Part(address, "image/svg+xml", _drawing(chart.svg), file.part.package)
    vector = file.part.relate_to(drawing, RELATIONSHIP_TYPE.IMAGE)
    extent = f'cx="{round(width * _EMU_PER_POINT)}" cy="{round(width / chart.aspect * _EMU_PER_POINT)}"'
    name = escaped(chart.id)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{escaped(chart.alt)}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{points}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">'
        f'<asvg:svgBlip xmlns:asvg="{_SVG_NAMESPACE}" r:embed="{vector}"/></a:ext></a:extLst></a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _drawing(svg: str) -> bytes:
    """The SVG as a file of its own, of version 1.1: Word follows no reference without the prefix `xlink`."""
    linked = re.sub(r'(<use\b[^>]*?) href="', r'\1 xlink:href="', svg)
    named = linked.replace("<svg ", '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ', 1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{named}\n'.encode()
