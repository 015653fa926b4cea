"""Everything read, frozen: the project's publications with their files."""
