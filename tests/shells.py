"""Ask for completion as a shell does."""

from __future__ import annotations

from pathlib import Path

from small_project import run


def offered_by(shell: str, project: Path, line: str) -> list[str]:
    """The words that bash, zsh or fish is offered for the last word of a line."""
    words = line.split(" ")
    typed = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    if shell == "fish":
        typed["COMP_CWORD"] = words[-1]
    outcome = run(project, _REPORTKIT_COMPLETE=f"{shell}_complete", **typed)
    assert not outcome.stderr, outcome.stderr
    match shell:
        case "zsh":
            return outcome.stdout.split("\n")[1::3]
        case "fish":
            return [one.partition(",")[2].partition("\t")[0] for one in _lines(outcome.stdout)]
        case _:
            return [one.partition(",")[2] for one in _lines(outcome.stdout)]


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]
