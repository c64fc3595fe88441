"""Where on a sheet a table stands, what its headings mean, and how a table of another shape becomes a long one."""
