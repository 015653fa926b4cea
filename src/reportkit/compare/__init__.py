"""Two editions in, what changed out: by section, field, row and word."""
