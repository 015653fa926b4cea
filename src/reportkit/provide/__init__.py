"""Write what was provided into the files of a publication: datasets, gaps, today's forms."""
