"""Keep what was made of a project's files under the hash of all it was made from."""
