"""The quick search for what may be a personal identity number in a part of a workbook, and the texts of a part."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from followup.ground.personal_number import has_personal_number

# Digits become 0; hyphens, spaces, the bytes of other characters and the beginning of an entity become -.
_SHAPES = bytes(
    ord("0") if 48 <= byte < 58 else ord("-") if byte in b"-+ &\t\n\r" or byte >= 128 else ord(".")
    for byte in range(256)
)

# Ten digits in a row; a date before a separator; a date with hyphens before a separator.
_LOOKS = (b"0000000000", b"000000-", b"00-00-00-")

# What may be a date, apart from the length of months.
_DATE = re.compile(rb"(?:18|19|20)?[0-9]{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])")

# Where one run of a text with several formats ends and the next begins.
_RUNS = re.compile(
    rb"</(?:\w+:)?t>\s*</(?:\w+:)?r>\s*<(?:\w+:)?r(?:\s[^>]*)?>\s*"
    # What stands in the format is no run: so no tag is looked at for more than one run.
    rb"(?:<(?:\w+:)?rPr\b[^>]*/>\s*"
    rb"|<(?:\w+:)?rPr\b[^>]*>(?:[^<]*<(?!(?:\w+:)?(?:rPr|r|t)\b)[^>]*>){0,60}?[^<]*</(?:\w+:)?rPr>\s*)?"
    rb"<(?:\w+:)?t(?:\s[^>]*)?>"
)

# The attributes in which people's own words stand.
_WORDS_IN_TAG = re.compile(
    r"\s(?:name|caption|title|descr|prompt|promptTitle|error|errorTitle|display|tooltip|author|displayName)"
    r"\s*=\s*(?:\"([^\"]*)\"|'([^']*)')"
)
_TAG = re.compile(r"<([^<>]*)>([^<]*)")


def joined_runs(xml: bytes) -> bytes:
    """The part with the runs of each text put together, so that a number with one bold digit is whole."""
    return _RUNS.sub(b"", xml) if b"r><" in xml else xml


def has_candidate(xml: bytes) -> bool:
    """Whether anything in the part has the shape, the date and the check digit."""
    shapes = xml.translate(_SHAPES)
    for look in _LOOKS:
        at = shapes.find(look)
        while at >= 0:
            if _DATE.match(xml, at):
                # As much before it as shows a century, a longer number, decimals or a telephone.
                around = xml[max(0, at - 28) : at + 28].decode("utf-8", "ignore")
                if has_personal_number(html.unescape(around) if "&" in around else around):
                    return True
            at = shapes.find(look, _end_of_digits(shapes, at + len(look)))
    return False


_NOT_A_DIGIT = re.compile(rb"[^0]")


def _end_of_digits(shapes: bytes, start: int) -> int:
    """Where the digits end that go on at `start`; `start` itself if none do."""
    if shapes[start : start + 1] != b"0":
        return start
    match = _NOT_A_DIGIT.search(shapes, start)
    return match.start() if match else len(shapes)


def other_texts(xml: bytes) -> Iterator[str]:
    """The texts and words of a part without cells that hold a personal identity number.

    A number that was saved as such (`<v>`, `<n v="…"/>`) may be an amount and is left alone.
    """
    for tag, text in _TAG.findall(xml.decode("utf-8", "replace")):
        name = tag.partition(" ")[0].rpartition(":")[2]
        words = [one or other for one, other in _WORDS_IN_TAG.findall(tag)]
        if name == "s":
            words += re.findall(r"\sv=\"([^\"]*)\"", tag)
        if text.strip() and (name != "v" or 't="str"' in tag or not text.strip().isdigit()):
            words.append(text)
        yield from (word for word in map(html.unescape, words) if has_personal_number(word))
