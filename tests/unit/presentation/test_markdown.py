"""Markdown to the safe prose tree: what each construct becomes, and that nothing hostile gets through or is lost."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.presentation.markdown import LONGEST_PARSED, parts_of, plain_of, prose_of

BR = {"br": True}


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", []),
        (" \n ", []),
        ("Ett *två* **tre**", [{"p": ["Ett ", {"em": ["två"]}, " ", {"strong": ["tre"]}]}]),
        ("Ett\n\nTvå", [{"p": ["Ett"]}, {"p": ["Två"]}]),
        ("Rad ett\r\nRad två\rRad tre", [{"p": ["Rad ett", BR, "Rad två", BR, "Rad tre"]}]),
        ("- a\n- b", [{"ul": [[{"p": ["a"]}], [{"p": ["b"]}]]}]),
        ("1. a\n2. b", [{"ol": [[{"p": ["a"]}], [{"p": ["b"]}]]}]),
        ("- a\n  1. b", [{"ul": [[{"p": ["a"]}, {"ol": [[{"p": ["b"]}]]}]]}]),
        ("# Rubrik", [{"p": [{"strong": ["Rubrik"]}]}]),
        ("> citat", [{"p": ["citat"]}]),
        ("`kod` och\n\n```\nmer\nkod\n```", [{"p": ["kod och"]}, {"p": ["mer", BR, "kod"]}]),
        ("```text\nkod\n```", [{"p": ["text", BR, "kod"]}]),
        ("a\n\n***\n\nb", [{"p": ["a"]}, {"p": ["b"]}]),
        ("![Ett diagram](http://a.se/x.png)", [{"p": ["Ett diagram"]}]),
        ("| a | b |\n|---|---|", [{"p": ["| a | b |", BR, "|---|---|"]}]),
        ("[ord](https://a.se/b)", [{"p": [{"a": ["ord"], "href": "https://a.se/b"}]}]),
        ("[ord](mailto:a@b.se)", [{"p": [{"a": ["ord"], "href": "mailto:a@b.se"}]}]),
        # Raw HTML is text that everyone sees.
        ("<b>a</b>", [{"p": ["<b>a</b>"]}]),
        ("<script>\nx()\n</script>", [{"p": ["<script>", BR, "x()", BR, "</script>"]}]),
        # What Markdown would take for its own but a person meant as text.
        ("2024. Ett bra år", [{"p": ["2024. Ett bra år"]}]),
        ("- 5,2 mnkr", [{"p": ["- 5,2 mnkr"]}]),
        ("- 5,2 mnkr\n- 3,1 mnkr", [{"p": ["- 5,2 mnkr"]}, {"p": ["- 3,1 mnkr"]}]),
        ("[1]: se bilagan", [{"p": ["[1]: se bilagan"]}]),
        ("---", [{"p": ["---"]}]),
        ("-", [{"p": ["-"]}]),
        ("R&D &amp; mer", [{"p": ["R&D &amp; mer"]}]),
        ("a\x00b\x1b\ud800", [{"p": ["a\ufffdb\ufffd\ufffd"]}]),
    ],
)
def test_the_tree(text: str, tree: list[dict[str, object]]) -> None:
    assert prose_of(text) == tree


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
def test_a_link_to_elsewhere_is_its_text(address: str) -> None:
    assert "href" not in json.dumps(prose_of(f"[ord](<{address}>)"))
    assert "ord" in plain_of(prose_of(f"[ord](<{address}>)"))


def test_plain_text_keeps_lists_lines_and_addresses() -> None:
    text = "Ett\ntvå\n\n- a\n- b\n  1. c\n\n[ord](https://a.se) <https://b.se>"
    assert plain_of(prose_of(text)) == "Ett\ntvå\n– a\n– b\n  1. c\nord (https://a.se) https://b.se"


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
    text = "*a* [b](http://c.se)\n" * 500_000
    prose = prose_of(text)
    assert len(text) > LONGEST_PARSED
    assert plain_of(prose) == text.strip()
    assert "href" not in json.dumps(prose[:1])


def _depth(node: object) -> int:
    if isinstance(node, dict):
        return 1 + max(map(_depth, node.values()), default=0)
    return 1 + max(map(_depth, node), default=0) if isinstance(node, list) else 0


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab .\n\t*_`[]()<>!#-+&\\|:/=~\"'åÖ−", max_size=120))
def test_no_letter_is_lost_outside_addresses(text: str) -> None:
    """An address that is refused may go, and so may the numbers of a list, which the list itself gives back."""
    prose = prose_of(text)
    if "](" not in text:
        assert sorted(filter(str.isalnum, text)) == sorted(letter for letter in _shown(prose) if letter.isalnum())


def _shown(prose: list[dict[str, object]]) -> str:
    def walk(node: object) -> str:
        if isinstance(node, str):
            return node
        if isinstance(node, list):
            return "".join(map(walk, node))
        return "".join(walk(value) for key, value in node.items() if key not in ("href", "br"))

    return walk(prose)


def test_the_parts_of_a_notebook_cell() -> None:
    assert parts_of("## Ekonomi *nu*\n\nEn rad\ntill.\n\n- a\n\n### Drift\n\nSlut") == [
        (2, "Ekonomi nu"),
        [{"p": ["En rad till."]}, {"ul": [[{"p": ["a"]}]]}],
        (3, "Drift"),
        [{"p": ["Slut"]}],
    ]
