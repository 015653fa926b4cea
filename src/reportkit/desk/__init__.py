"""Serve publications to the people who write and review them, on their own machine."""
