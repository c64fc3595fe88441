"""A notebook's Markdown cells: headings and prose, as JupyterLab shows them."""

import pytest

from followup.document.notebook_markdown import parts_of


def test_the_parts_of_a_notebook_cell() -> None:
    assert parts_of("## Ekonomi *nu*\n\nEn rad\ntill.\n\n- a\n\n### Drift\n\nSlut") == [
        (2, "Ekonomi nu"),
        [{"p": ["En rad till."]}, {"ul": [[{"p": ["a"]}]]}],
        (3, "Drift"),
        [{"p": ["Slut"]}],
    ]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Ett *två* **tre**", {"p": ["Ett ", {"em": ["två"]}, " ", {"strong": ["tre"]}]}),
        ("3. a\n4. b", {"ol": [[{"p": ["a"]}], [{"p": ["b"]}]], "marks": ["3.", "4."]}),
        ("- a\n  1. b", {"ul": [[{"p": ["a"]}, {"ol": [[{"p": ["b"]}]], "marks": ["1."]}]]}),
        ("> citat", {"p": ["citat"]}),
        ("Rad  \ntill", {"p": ["Rad", {"br": True}, "till"]}),
        ("[ord](https://a.se) `kod`", {"p": [{"a": ["ord"], "href": "https://a.se"}, " kod"]}),
        ("[ord](sida.html)", {"p": ["ord (sida.html)"]}),
        ("<script>x()</script>", {"p": ["<script>x()</script>"]}),
    ],
)
def test_the_tree(text: str, tree: dict[str, object]) -> None:
    assert parts_of(text) == [[tree]]
