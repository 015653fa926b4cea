"""Read and write files safely: the only part of reportkit that changes anything on the disk."""
