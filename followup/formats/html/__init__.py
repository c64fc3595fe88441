"""The page, the index of a period, and the exporter that nbconvert knows."""
