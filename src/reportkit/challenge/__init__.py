"""Change the facts of a publication one at a time, and see what nothing notices."""
