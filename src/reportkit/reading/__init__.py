"""Read the printed texts of a publication once, into sentences and typed mentions."""
