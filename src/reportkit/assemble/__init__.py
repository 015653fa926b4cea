"""From a publication's files to its Document: numbering, references, generated text."""
