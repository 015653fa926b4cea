"""From a file's bytes to data with positions to a model, or to problems."""
