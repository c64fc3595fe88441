"""What a person wrote, as the safe prose tree: what is a mark, and that all else is text, character by character."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.document.inline_html import prose_html
from followup.document.markdown import LONGEST_PARSED, plain_of, prose_of
from followup.formats.pdf.cells import printable_prose

BR = {"br": True}


def dashed(*items):
    return {"ul": [[{"p": [item]}] for item in items], "mark": "–"}


def numbered(**items):
    return {"ol": [[{"p": [item]}] for item in items.values()], "marks": [f"{number[1:]}." for number in items]}


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", []),
        (" \n ", []),
        ("Ett\n\nTvå", [{"p": ["Ett"]}, {"p": ["Två"]}]),
        ("Rad ett\r\nRad två\rRad tre", [{"p": ["Rad ett", BR, "Rad två", BR, "Rad tre"]}]),
        ("Ett *två* **tre**", [{"p": ["Ett ", {"em": ["två"]}, " ", {"strong": ["tre"]}]}]),
        ("**Ekonomi:** bra (*nytt*).", [{"p": [{"strong": ["Ekonomi:"]}, " bra (", {"em": ["nytt"]}, ")."]}]),
        ("**Ett *två* tre**", [{"p": [{"strong": ["Ett ", {"em": ["två"]}, " tre"]}]}]),
        ("**12 av 14 %** klart", [{"p": [{"strong": ["12 av 14 %"]}, " klart"]}]),
        ("- a\n- b", [dashed("a", "b")]),
        ("– a\n– b", [dashed("a", "b")]),
        ("  - a\n  - b", [dashed("a", "b")]),
        ("- a\n\n- b", [dashed("a", "b")]),
        ("* a\n* b", [{"ul": [[{"p": ["a"]}], [{"p": ["b"]}]], "mark": "•"}]),
        ("▪ 5 mnkr\n▪ 6 mnkr", [{"ul": [[{"p": ["5 mnkr"]}], [{"p": ["6 mnkr"]}]], "mark": "▪"}]),
        # Word's own bullets.
        ("\uf0b7 a\n\uf0b7\tb", [{"ul": [[{"p": ["a"]}], [{"p": ["b"]}]], "mark": "•"}]),
        ("Vi har\n- a\n- b\nSlut", [{"p": ["Vi har"]}, dashed("a", "b"), {"p": ["Slut"]}]),
        ("1. a\n2. b\n4. c", [numbered(n1="a", n2="b", n4="c")]),
        ("9) a\n10) b", [{"ol": [[{"p": ["a"]}], [{"p": ["b"]}]], "marks": ["9)", "10)"]}]),
        (
            "- a\n  mer\n  1. b\n  3. c\n- d",
            [{"ul": [[{"p": ["a", BR, "mer"]}, numbered(n1="b", n3="c")], [{"p": ["d"]}]], "mark": "–"}],
        ),
        ("[ord](https://a.se/b_(c))", [{"p": [{"a": ["ord"], "href": "https://a.se/b_(c)"}]}]),
        ("[ord](mailto:a@b.se)", [{"p": [{"a": ["ord"], "href": "mailto:a@b.se"}]}]),
        ("**[ord](https://a.se/*)**", [{"p": [{"strong": [{"a": ["ord"], "href": "https://a.se/*"}]}]}]),
        ("a\x00b\x1b\ud800", [{"p": ["a\ufffdb\ufffd\ufffd"]}]),
    ],
)
def test_what_is_a_mark(text, tree):
    assert prose_of(text) == tree


# Each is one paragraph of one line, whose text is the line.
TEXTS = [
    "10 000\u00a0kr",
    "mjukt\u00adbinde",
    *r"""
>95 % av ansökningarna
>= 90 % är kravet
> 5 och < 7
<5 anställda
a < b > c
<b>fet</b> &amp; R&D
3*450*12 kr
3 * 450 * 12 kr
2*(3+4)*5
2**10
a*b*c
3 *450* 12
(*) preliminärt och (*) osäkert
* preliminärt
** reviderat
*) se noten
Utfall* och prognos*
*Utfall och *prognos
***
*
****
***fet och kursiv***
**Fet** men 3*4
* a * b *
**
*)*
_kursiv_
__init__ och fil_namn_2.xlsx
~~struket~~
`kod`
``
#1 av 3
# Rubrik
## 2
---
===
- - -
-
–
- 5 mnkr
-5 mnkr
+ 3 procent
- en enda punkt
• en enda
1) först
1. Först
2024. Ett bra år.
12.5. Prognos
[1]
[1]: se bilagan
[text] utan adress
[text](bilaga 2)
[](https://a.se)
![diagram](https://exempel.se/d.png)
[x](ftp://a.se)
\\srv01\ekonomi\bokslut.xlsx
\*inte kursiv\*
C:\mapp\fil
| a | b |
|---|---|
https://a.se/b_c_d*e*
<https://a.se>
namn@region.se
:smile: :1 och 2:
rad\
a &nbsp; b
Term : förklaring
@namn #ord $x$ %y
^1 och x^2
!viktigt
a::b
--flagga
...
[ ] kvar
[x] klart
\[a](https://a.se)
""".strip().split("\n"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_text(text):
    assert prose_of(text) == [{"p": [text]}]
    assert plain_of(prose_of(f"Före.\n\n{text}\n\nEfter.")) == f"Före.\n{text}\nEfter."


@pytest.mark.parametrize(
    "text",
    [
        "- 5,2 mnkr\n- 3,1 mnkr",
        "- 5,2 mnkr\n- hyror",
        "- (5) mnkr\n- a",
        "* 5 är\n* 6 är",
        "+ ett\n+ två",
        "- a\n* b",
        "* Preliminärt\n** Reviderat",
        "1. a\n2) b",
        "1. a\n2024. b",
        "01. a\n02. b",
        "100. a\n101. b",
        "1.a\n2.b",
        "> citat\n> mer",
        "Rubrik\n======",
        "Rubrik\n---",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "```\nkod\n```",
        "**Fet\nrad**",
    ],
)
def test_lines_of_text_stay_lines_of_text(text):
    assert prose_of(text) == [{"p": [node for line in text.split("\n") for node in (line, BR)][:-1]}]


def test_an_indented_line_is_no_code():
    assert plain_of(prose_of("Ett\n\n    fyra mellanslag före")) == "Ett\nfyra mellanslag före"


def test_numbers_of_a_list_stand_as_typed_in_every_format():
    prose = prose_of("1. Mål ett\n2. Mål två\n4. Mål fyra")
    assert plain_of(prose) == "1. Mål ett\n2. Mål två\n4. Mål fyra"
    assert re.sub("<[^>]+>", "|", prose_html(prose)) == "||1. Mål ett||2. Mål två||4. Mål fyra||"
    assert printable_prose(prose, str)[0]["marks"] == ["1.", "2.", "4."]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java%0ascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/sida",
        "sida.html",
        "vbscript:x",
        "file:///etc/passwd",
        "http://bank.se@evil.example",
        "https://",
        "https:\\\\evil.example",
        "http://a.se/" + "x" * 2000,
        "mailto:",
    ],
)
def test_a_link_to_elsewhere_is_text(address: str) -> None:
    for text in (f"[ord]({address})", f"[ord](<{address}>)"):
        assert prose_of(text) == [{"p": [text]}]


def test_plain_text_keeps_lists_lines_and_addresses() -> None:
    text = "Ett\ntvå\n\n- a\n- b\n  1. c\n  2. d\n\n[ord](https://a.se) <https://b.se>"
    assert plain_of(prose_of(text)) == "Ett\ntvå\n– a\n– b\n  1. c\n  2. d\nord (https://a.se) <https://b.se>"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "![" * 10_000,
        "[a](" * 9_000,
        "> " * 15_000 + "a",
        "".join("> " * depth + "a\n" for depth in range(150)),
        "".join("  " * depth + "- a\n" for depth in range(150)),
        "- " * 15_000 + "a",
        "*a **a " * 5_000,
        "<!--" * 9_000,
        "[a" * 9_000 + "]" * 9_000,
    ],
    ids=lambda text: text[:12],
)
def test_what_is_nested_without_end_gives_a_shallow_tree(text: str) -> None:
    assert _depth(prose_of(text)) <= 30


def test_a_text_beyond_any_cell_is_kept_without_its_markdown() -> None:
    text = "*a* [b](http://c.se)\n" * 50_000
    prose = prose_of(text)
    assert len(text) > LONGEST_PARSED
    assert plain_of(prose) == text.strip()
    assert "href" not in json.dumps(prose[:1])


def _depth(node: object) -> int:
    if isinstance(node, dict):
        return 1 + max(map(_depth, node.values()), default=0)
    return 1 + max(map(_depth, node), default=0) if isinstance(node, list) else 0


FRAGMENTS = st.one_of(
    st.sampled_from(TEXTS),
    st.text(alphabet="abc 12,5.\t*_`[]()<>!#-+&\\|:/=~\"'åÖ−–•\u00a0🔴", max_size=12),
    st.sampled_from(["**", "*", "- ", "1. ", "2. ", "• ", "[a](https://b.se/c)", "](", "  ", "12,5", "−3", "\uf0b7 "]),
)
WRITTEN = st.lists(st.one_of(FRAGMENTS, st.just("\n"), st.just("\n- "), st.just("\n2. ")), max_size=12).map("".join)


def without_marks(text: str, bullets: str = "") -> str:
    """The text without white space and without all that might ever be a mark: an oracle that knows no grammar."""
    return re.sub(rf"[\s*()\[\]{bullets}]", "", text)


def shown_in_html(prose) -> str:
    html = prose_html(prose)
    html = re.sub(r'<a href="([^"]*)"[^>]*>(.*?)</a>', r"\2\1", html)
    for code, sign in (("&lt;", "\x01"), ("&gt;", "\x02"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        html = re.sub("<[^>]*>", " ", html).replace(code, sign)
    return html.replace("\x01", "<").replace("\x02", ">")


def shown_in_pdf(nodes) -> str:
    """What the template is given, in order, without any knowledge of lists: marks, texts and addresses."""
    found = []
    for node in nodes:
        if isinstance(node, str):
            found.append(node)
        elif "ol" in node:
            for mark, item in zip(node["marks"], node["ol"], strict=True):
                found += [mark, shown_in_pdf(item)]
        else:
            found += [shown_in_pdf(value) for key, value in node.items() if key in ("p", "em", "strong", "a")]
            found += [shown_in_pdf(item) for item in node.get("ul", [])]
            found.append(node.get("href", ""))
    return "".join(found)


def shown(text: str) -> list[str]:
    """What each format shows of a text."""
    prose = prose_of(text)
    return [plain_of(prose), shown_in_html(prose), shown_in_pdf(printable_prose(prose, str))]


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(WRITTEN)
def test_no_character_is_lost_but_marks(text: str) -> None:
    """In every format all characters that are not marks stand in the order they were typed."""
    bullets = "\\-–•·◦▪▫‣⁃●○■□►➢➤❖"
    expected = without_marks(text.replace("🔴", "🔴(röd)").replace("\uf0b7", "•"), bullets)
    assert [without_marks(one, bullets) for one in shown(text)] == [expected] * 3


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(st.lists(FRAGMENTS, max_size=8).map("".join))
def test_on_one_line_no_sign_is_a_bullet_and_no_number_a_lists(text: str) -> None:
    expected = without_marks(text.replace("🔴", "🔴(röd)").replace("\uf0b7", "•"))
    assert [without_marks(one) for one in shown(text)] == [expected] * 3


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="ab 1.\n>_`#+&\\|=~:<", max_size=60))
def test_a_text_without_stars_bullets_and_brackets_is_itself(text: str) -> None:
    assert plain_of(prose_of(text)).split() == text.split()


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(["3", "45", "*", "**", " ", "(", ")", ",5", "-", "=", "%"]), max_size=20).map("".join))
def test_arithmetic_is_itself(text: str) -> None:
    """Without a letter between them no stars are marks."""
    assert plain_of(prose_of(f"Summan: {text}")).split() == f"Summan: {text}".split()
