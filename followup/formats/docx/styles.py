"""The styles of our Word documents, in the report's colours. Those that Word has by itself keep Word's names, so that
its contents, its navigation and its readers aloud know them."""

from __future__ import annotations

from dataclasses import dataclass

from followup.ground.palette import palette

FACE = "Calibri"
LANGUAGE = "sv-SE"


@dataclass(frozen=True)
class _Style:
    """A style of a paragraph or a character; sizes and spaces in points. `level` is that of a heading."""

    id: str
    name: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    size: float = 0.0
    colour: str = ""
    bold: bool = False
    underlined: bool = False
    above: float | None = None
    below: float | None = None
    keep_next: bool = False
    level: int | None = None
    indent: float = 0.0

    @property
    def is_own(self) -> bool:
        """Not one that Word has by itself."""
        return self.id in ("UnitLine", "Note", "Picture", "Summary", "TableText", "CoverLine", "SectionEnd")


def _styles() -> tuple[_Style, ...]:
    colours = palette()
    brand, quiet = colours.brand, colours.quiet
    return (
        _Style("Normal", "Normal", based_on=""),
        _Style("Heading1", "heading 1", size=24, colour=brand, bold=True, above=0, below=2, level=1),
        _Style("Heading2", "heading 2", size=16, colour=brand, bold=True, above=22, below=8, level=2),
        _Style("Heading3", "heading 3", size=13, bold=True, above=16, below=6, level=3),
        _Style("Heading4", "heading 4", size=11.5, colour=brand, bold=True, above=12, below=4, level=4),
        _Style("Heading5", "heading 5", size=11, bold=True, above=10, below=4, level=5),
        _Style("TOCHeading", "TOC Heading", size=13, colour=brand, bold=True, below=6, above=14, keep_next=True),
        _Style("TOC2", "toc 2", above=4, below=0, bold=True),
        _Style("TOC3", "toc 3", above=1, below=0, indent=14),
        _Style("Subtitle", "Subtitle", size=15, below=8),
        _Style("Caption", "caption", bold=True, above=14, below=2, keep_next=True),
        _Style("UnitLine", "Unit Line", size=9.5, colour=quiet, below=4, keep_next=True),
        _Style("Note", "Note", size=9.5, colour=quiet, above=2, below=2),
        _Style("Picture", "Picture", above=2, below=4),
        _Style("Summary", "Summary", size=12, below=6),
        _Style("TableText", "Table Text", size=9.5, above=0, below=0),
        _Style("CoverLine", "Cover Line", above=0, below=2),
        _Style("Header", "header", size=9, colour=quiet, below=0),
        _Style("Footer", "footer", size=9, colour=quiet, below=0),
        _Style("SectionEnd", "Section End", size=1, above=0, below=0),
        _Style("Hyperlink", "Hyperlink", kind="character", based_on="", colour=brand, underlined=True),
        _Style("PlaceholderText", "Placeholder Text", kind="character", based_on="", colour=colours.watch_text),
    )


def styles_xml() -> str:
    """What stands in the part word/styles.xml, without its root."""
    ink = palette().ink.removeprefix("#")
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:eastAsia="{FACE}" '
        f'w:cs="{FACE}"/><w:color w:val="{ink}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{LANGUAGE}" '
        f'w:eastAsia="{LANGUAGE}" w:bidi="{LANGUAGE}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing '
        'w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    return defaults + "".join(_xml(style) for style in _styles()) + table


def settings_xml() -> str:
    """What stands in the part word/settings.xml, without its root. Without the last, Word opens it as one of 2007."""
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="2"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    )


def _xml(style: _Style) -> str:
    default = ' w:default="1"' if style.id == "Normal" else ' w:customStyle="1"' if style.is_own else ""
    based = f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else ""
    following = '<w:next w:val="Normal"/>' if style.level else ""
    return (
        f'<w:style w:type="{style.kind}"{default} w:styleId="{style.id}"><w:name w:val="{style.name}"/>{based}'
        f"{following}<w:qFormat/>{_paragraph(style)}{_run(style)}</w:style>"
    )


def _paragraph(style: _Style) -> str:
    found = "<w:keepNext/><w:keepLines/>" if style.keep_next or style.level else ""
    found += "<w:suppressAutoHyphens/>" if style.level else ""
    spaces = (("before", style.above), ("after", style.below))
    spacing = "".join(f' w:{side}="{round(space * 20)}"' for side, space in spaces if space is not None)
    found += f"<w:spacing{spacing}/>" if spacing else ""
    found += f'<w:ind w:left="{round(style.indent * 20)}"/>' if style.indent else ""
    found += f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    return f"<w:pPr>{found}</w:pPr>" if found and style.kind == "paragraph" else ""


def _run(style: _Style) -> str:
    found = "<w:b/>" if style.bold else ""
    found += f'<w:color w:val="{style.colour.removeprefix("#")}"/>' if style.colour else ""
    found += f'<w:sz w:val="{round(style.size * 2)}"/>' if style.size else ""
    found += '<w:u w:val="single"/>' if style.underlined else ""
    return f"<w:rPr>{found}</w:rPr>" if found else ""
