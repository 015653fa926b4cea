"""Marking of texts for the message catalogue."""


def N_(message: str) -> str:  # noqa: N802 -- the name gettext tools know
    """Mark a message for the catalogue without translating it yet."""
    return message
