"""The page's glossary: the words of params/page.yml that the report uses, and the links to them.

A word leads to the glossary where it stands first in a section, in what the report says of itself and of the figures.
What a person wrote, headings and the cells of tables are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from followup.params.page_words import Term

# Texts that are no running text, or that lead somewhere already.
_LEFT_ALONE = {"a", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "blockquote", "caption", "th", "td", "svg", "dl"}
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_ALPHABET = str.maketrans("åäö", "{|}")


class Glossary:
    """The glossary of one page. `linked` is called for its texts in reading order, `section` where one begins."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = {form.lower(): term for term in terms for form in term.forms}
        # The longest first: "god ekonomisk hushållning" before a word of it.
        forms = sorted(self._terms, key=lambda form: (-len(form), form))
        self._forms = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])", re.IGNORECASE)
        self._linked: set[str] = set()

    def section(self) -> None:
        """From here on, each word leads to the glossary once more."""
        self._linked.clear()

    def linked(self, html: str) -> str:
        """A fragment of the page with its words as links."""
        if not self._terms:
            return html
        within: list[str] = []
        found: list[str] = []
        for piece in _TAG.split(html):
            if piece.startswith("<"):
                _open_or_close(piece, within)
                found.append(piece)
            else:
                found.append(piece if within else self._forms.sub(self._link, piece))
        return "".join(found)

    def _link(self, match: re.Match[str]) -> str:
        term = self._terms[match[0].lower()]
        if term.code in self._linked:
            return match[0]
        self._linked.add(term.code)
        return f'<a class="term" href="#ord-{term.code}">{match[0]}</a>'

    def used(self, fragments: Iterable[str]) -> list[Term]:
        """The terms that stand anywhere in these fragments, by the Swedish alphabet."""
        codes = {
            self._terms[form.lower()].code
            for html in fragments
            for piece in _TAG.split(html)
            if not piece.startswith("<")
            for form in (self._forms.findall(piece) if self._terms else ())
        }
        terms = {term.code: term for term in self._terms.values() if term.code in codes}
        return sorted(terms.values(), key=lambda term: term.term.lower().translate(_ALPHABET))


def _open_or_close(tag: str, within: list[str]) -> None:
    """Keeps the list of the elements, of those that are left alone, that what follows stands within."""
    name = _NAME.match(tag)
    if name and name[1] in _LEFT_ALONE:
        if tag.startswith("</"):
            within.pop()
        else:
            within.append(name[1])
