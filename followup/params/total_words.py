"""The words by which a row is known as a total: params/totals.yml."""

from __future__ import annotations

from followup.params.params_problems import Entry


class TotalWords(Entry):
    """`words` may stand beside a name, `alone` only by themselves; `region` are the whole region's own names."""

    words: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    averages: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    region: tuple[str, ...] = ()

    def for_column(self, more: tuple[str, ...], *, names_region: bool) -> TotalWords:
        """With a column's own words; without the region's names where they are a value like any other."""
        region = self.region if names_region else ()
        return self.model_copy(update={"words": (*self.words, *more), "region": region})
