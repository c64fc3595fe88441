"""The links that a reader copies: of sections, tables, charts and titled texts, by keys that do not change."""

import re

import samples

from followup.document.block_html import block_html
from followup.document.blocks import Gallery, Tiles
from followup.document.document import read_document
from followup.formats.html.addresses import with_addresses
from followup.formats.html.page import html_page


def addresses(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<a class="address" href="#([^"]+)" aria-label="Adress till ([^"]+)">#</a>', html)


def test_a_table_a_chart_and_each_chart_of_a_gallery_has_one():
    for block in (samples.economy(), samples.chart()):
        title = getattr(block, "caption", "") or block.title
        assert addresses(with_addresses(block, block_html(block))) == [(block.id, title)]
    gallery = samples.gallery()
    found = addresses(with_addresses(gallery, block_html(gallery)))
    assert [name for name, _ in found if name != gallery.id] == [chart.id for chart in gallery.charts]


def test_a_figure_s_caption_stays_first_in_it():
    html = with_addresses(samples.chart(), block_html(samples.chart()))
    assert re.match(r'<figure class="chart" id="[^"]+"><figcaption>', html)
    assert html.endswith("#</a></figure>")


def test_what_has_no_title_has_none():
    tiles = samples.tiles()
    assert isinstance(tiles, Tiles)
    assert with_addresses(tiles, block_html(tiles)) == block_html(tiles)
    assert addresses(with_addresses(Gallery("g", "", ()), block_html(Gallery("g", "", ())))) == []


def test_on_the_page_every_one_leads_to_what_it_stands_beside_and_none_twice():
    page = html_page(read_document(samples.sample_notebook()))
    found = [name for name, _ in addresses(page)]
    assert len(found) == len(set(found))
    assert all(page.count(f' id="{name}"') == 1 for name in found)
    sections = re.findall(r'<h[23] id="([^"]+)"', page)
    assert sections
    assert set(sections) <= set(found)
