"""Makes FollowupSymbols.ttf from Noto fonts. README.md beside this file says which, and how to run it.

A picture is taken from the last of the fonts that are named, Noto Emoji, so that a row of traffic lights is one row;
any other character from the first that has it. Same fonts and same fontTools, same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.misc.timeTools import timestampFromString
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Followup Symbols"
HERE = Path(__file__).parent
EM = 1000
# Whole blocks of Unicode: what a keyboard, Word's menu of symbols or a copied web page puts in a sentence.
BLOCKS = (
    (0x2010, 0x205E),  # punctuation
    (0x2070, 0x218B),  # raised and lowered digits, currencies, letterlike signs, fractions, roman numerals
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2300, 0x232B),  # technical
    (0x23E9, 0x23FA),  # clocks, play and stop
    (0x2460, 0x24FF),  # numbers in circles
    (0x25A0, 0x27BF),  # shapes, symbols, dingbats
    (0x27F0, 0x27FF),  # long arrows
    (0x2B00, 0x2B5F),  # arrows and shapes
)
# Pictures by name: those that mark a status, a way, a person, a thing of the office.
PICTURES = (
    "🔴🟠🟡🟢🔵🟣🟤⚪⚫🟥🟧🟨🟩🟦🟪🟫⬛⬜🔺🔻🔶🔷🔸🔹🔼🔽🔘🔲🔳🆕🆗🆘🆙🔝🔜🔙🔛🔚💯💤💢"
    "👍👎👌👉👈👆👇👀👏🙌🙏💪🤝✋👋🤞🤷"
    "😀😁😂😃😄😅😆😇😉😊😋😌😍😎😏😐😑😒😓😔😕😖😞😟😠😡😢😣😤😥😨😩😫😬😭😮😰😱😳😴🙁🙂🙃🙄🤔🤗🤩🥳🥺"
    "❤💚💛🧡💙💜🖤💔💥💫🌟✨🔥⭐🎉🎯🏆🏅🥇🥈🥉🏁🚩🎓🎨🎭🎵🎶🎬"
    "📈📉📊📋📌📍📎📏📐📁📂📃📄📅📆📇📑📒📓📔📕📖📗📘📙📚📜📝📞📟📠📢📣📤📥📦📧📨📩📫📬📮📰📱📲📶🖊🖋🖨🖥💻💾💿📀"
    "🔍🔎🔒🔓🔑🔔🔕🔗🔧🔨🛠🧰🔋🔌💡🔦🔄🔁🔃🔀🔂⏪⏩⏫⏬🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛📵🚫🚧🚦🚥🚨🛑"
    "💰💸💳💵💶💷💹🧮🏷🎁🗂🗃🗄🗑🗒🗓🗣💬💭🗨"
    "👤👥👪👶👦👧👨👩👴👵🧑🏃🚶🏥🏫🏠🏡🏢🏛🏭🏦🏗🚑🚌🚍🚎🚆🚇🚉🚂🚗🚕🚙🚚🚲🚛✈🚢🛴🚁🚒🚓"
    "🌍🌎🌏🌐🌱🌲🌳🌾🌿🍀🍁🍎🌞🌧🌈❄🔬🧪🧬💉💊🩺🦠🧠🦷😷🤒🤕♿🧹🧼🧾"
)


def main(paths: list[Path]) -> None:
    pictures = set(map(ord, PICTURES))
    wanted = {code for first, last in BLOCKS for code in range(first, last + 1)} - pictures
    with TemporaryDirectory() as folder:
        parts = []
        for number, path in enumerate(paths):
            font = TTFont(path, recalcTimestamp=False)
            if "fvar" in font:
                font = instantiateVariableFont(font, {"wght": 400})
            here = (wanted | pictures if path == paths[-1] else wanted) & set(font.getBestCmap())
            wanted -= here
            parts.append(Path(folder) / f"{number}.ttf")
            _reduced(font, here).save(parts[-1])
        font = Merger().merge([str(part) for part in parts])
    _named(font)
    font.save(HERE / "FollowupSymbols.ttf")
    print(f"{len(font.getBestCmap())} characters")


def _reduced(font: TTFont, codes: set[int]) -> TTFont:
    """The characters alone: no layout, no hints, all fonts on one em, so that they can be merged."""
    options = Options(layout_features=[], hinting=False, notdef_outline=True, glyph_names=False, legacy_cmap=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "MATH", "STAT", "vhea", "vmtx", "VORG", "DSIG", "gasp", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    scale_upem(font, EM)
    return font


def _named(font: TTFont) -> None:
    names = font["name"]
    names.names = []
    words = {
        0: "Copyright 2013-2022 Google LLC and The Noto Project Authors (https://github.com/notofonts)",
        1: FAMILY,
        2: "Regular",
        3: f"{FAMILY} 1",
        4: FAMILY,
        5: "Version 1.000",
        6: "FollowupSymbols",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }
    for number, text in words.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].achVendID = "NONE"
    # The lines of a text must not grow where a symbol stands: ascent and descent are those of IBM Plex Sans.
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 1025, -275, 0
    font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender, font["OS/2"].sTypoLineGap = 780, -220, 300
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = 1025, 275
    font["OS/2"].sCapHeight, font["OS/2"].sxHeight = 698, 516
    moment = timestampFromString("Sun Nov 22 00:00:00 2026")
    font["head"].created = font["head"].modified = moment
    font.recalcTimestamp = False


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
