"""A project → what a program that drafts sections asks of it, by the Model Context Protocol."""
