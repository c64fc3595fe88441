"""What a report is made of when it is shown: blocks of cells and prose, the same for every format."""
