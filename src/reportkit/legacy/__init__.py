"""Old reports in, files of a project out: what was published before becomes a draft to check."""
