"""Findings in; text, JSON and other formats out."""
