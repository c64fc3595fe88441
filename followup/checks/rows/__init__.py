"""Rules about which rows, sheets and workbooks there are, and whose."""
