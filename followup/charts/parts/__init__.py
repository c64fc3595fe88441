"""What several charts share: the canvas, axes, rows, labels, the data table and the words for amounts."""
