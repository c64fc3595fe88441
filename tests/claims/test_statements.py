"""What of a built report is a statement, and where it stands."""

import json

from tests.claims.statements import MIME, Statement, index_statements, statements_of

BLOCKS = [
    {
        "kind": "tiles",
        "id": "nyckeltal",
        "tiles": [{"label": "Klart", "main": {"text": "4\u00a0av 9"}, "lines": [["Avfört: ", {"text": "0"}]]}],
    },
    {
        "kind": "text",
        "id": "i-korthet",
        "title": "I korthet",
        "paragraphs": [["Prognosen är ", {"text": "minus 2,0\u00a0mnkr"}, ". "]],
        "items": [[""], ["Allt följer planen."]],
    },
    {"kind": "comment", "id": "kommentar", "title": "Nämndens kommentar", "prose": [{"p": ["Bäst i klassen."]}]},
    {"kind": "table", "id": "tabell", "caption": "Nettokostnad, störst avvikelse först", "rows": []},
    {"kind": "table", "id": "annan", "caption": "Sjukfrånvaro, minst 50 år", "rows": []},
    {
        "kind": "gallery",
        "id": "galleri",
        "title": "Över tid",
        "charts": [
            {"kind": "chart", "id": "a", "title": "A är störst", "unit_line": "Procent", "alt": "En bild."},
            {"kind": "chart", "id": "b", "title": "B", "unit_line": "De tre med mest", "alt": "En bild."},
        ],
    },
]
PAGE = """<!doctype html><html><head><meta charset="utf-8"></head><body>
<p>2 nämnder: 1 rapport är gjord och 1 är inte gjord.</p><table><thead><tr>
<th>Nämnd</th><th>Klart</th><th>Rapporten</th></tr></thead><tbody>
<tr><th>A</th><td>4&nbsp;av 9</td><td><a href="RS/rapport.html">HTML</a></td></tr>
<tr><th>B</th><td>–</td><td>Rapporten är inte gjord.</td></tr></tbody></table></body></html>"""


def test_a_report_s_statements_in_order_with_their_places(tmp_path):
    folder = tmp_path / "2024-04" / "DNHS"
    folder.mkdir(parents=True)
    cells = [{"outputs": [{"data": {MIME: block}}]} for block in BLOCKS]
    (folder / "rapport.ipynb").write_text(json.dumps({"cells": [{"source": "# Rubrik"}, *cells]}), encoding="utf-8")
    assert [(one.place, one.block, one.text) for one in statements_of(folder)] == [
        ("tile", "nyckeltal", "Klart · 4 av 9 · Avfört: 0"),
        ("sentence", "i-korthet", "Prognosen är minus 2,0 mnkr."),
        ("sentence", "i-korthet", "Allt följer planen."),
        ("caption", "tabell", "Nettokostnad, störst avvikelse först"),
        ("title", "a", "A är störst"),
        ("alt", "a", "En bild."),
        ("title", "b", "B"),
        ("alt", "b", "En bild."),
        ("caption", "b", "De tre med mest"),
    ]


def test_a_period_s_page_has_a_line_and_the_cells_of_what_is_made(tmp_path):
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    assert index_statements(tmp_path) == [
        Statement(tmp_path.name, "index", "", "2 nämnder: 1 rapport är gjord och 1 är inte gjord."),
        Statement(tmp_path.name, "index", "RS", "Klart · 4 av 9"),
    ]
