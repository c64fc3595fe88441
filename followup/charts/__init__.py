"""The report's charts, one module each. Nothing is imported here: a notebook pays for the charts that it shows.

A new chart:

1. Add `charts/<noun>.py` with a docstring that says which table of figures it takes: grain, columns, units, signs.
2. Write four pure functions of that table: `numbers` (the drawn numbers as a `Table`, made of `Figure`s so that their
   cells follow), `title` (what these very data say, at most twelve words, no full stop), `alt` (what the picture
   shows, in one to four sentences) and `draw` (the SVG). Join them in `chart(frame, ..., source) -> Chart`:
   `parts.picture.Picture` is a drawing with its numbers, and is told with the words.
3. Draw with seaborn on a `parts.canvas.Canvas`; take colours and sizes from `parts.theme`; write ticks and
   labels with the canvas. A missing figure is a gap or a word, never 0. Tell series apart by form and words, not by
   colour alone. `parts.lines` has lines over time, `parts.year_lines` those over a year's months, `parts.rows` one row
   per name, `parts.waterfall` steps.
4. Add `tests/unit/charts/test_<noun>.py`: whole titles and alt texts, missing and extreme values. Put an example of it
   in `tests/unit/charts/chart_examples.py`: then it is also tested for equal bytes and for labels outside the picture.
5. Call it in the section's module, and that in the notebook. Look at it, 358 pixels wide too.
"""
