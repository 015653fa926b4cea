"""Say what stops a command and is not an author's mistake: a broken or misused environment."""

from __future__ import annotations


class CannotRun(Exception):  # noqa: N818 -- the message is for the user
    """The environment does not allow the work; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        # Both are arguments, so that a worker process can send it to its parent.
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message
