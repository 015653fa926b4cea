"""Hold the words by which a text tells who somebody is, as tables for what reads it."""
