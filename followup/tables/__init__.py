"""What the rows of each kind of table are: frames, decisions, comments, the region's accounts, people, Kolada."""
