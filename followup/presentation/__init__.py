"""From a report's frames to what people read: blocks in a notebook, then HTML, PDF, Excel and figures.csv."""
