"""What stops a command that is not an author's mistake: a broken or misused environment."""

from __future__ import annotations


class CannotRun(Exception):  # noqa: N818 -- the message is for the user
    """The environment does not allow the work; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint
