"""Read the pages of topics and the terms of the glossary, which come with reportkit."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

GLOSSARY: Final = "glossary"
ORDER: Final = ("start", "files", "references", "findings", "data", "review", GLOSSARY)
"""The topics in the order to read them."""
MADE: Final = "<!-- Made by `reportkit dev topics` from src/reportkit/cli/pages/. -->"


@cache
def topic(name: str) -> str:
    """The page of a topic, as Markdown."""
    return (files(__package__) / "pages" / f"{name}.md").read_text("utf-8")


def title(name: str) -> str:
    """What a topic is about, in a few words."""
    return topic(name).partition("\n")[0].removeprefix("# ")


@cache
def terms() -> dict[str, str]:
    """Each term of the glossary to what it means."""
    parts = re.split(r"^## (.+)$", topic(GLOSSARY), flags=re.MULTILINE)
    return {term: meaning.strip() for term, meaning in zip(parts[1::2], parts[2::2], strict=True)}


def names_of(term: str) -> tuple[str, ...]:
    """The words by which a term is asked for: several may share an entry."""
    return tuple(name.strip().lower() for name in term.split(","))


def topic_pages() -> dict[str, str]:
    """Path in docs/ to text of each page that repeats a topic."""
    return {
        f"{name}.md" if name == GLOSSARY else f"help/{name}.md": f"{MADE}\n\n{topic(name)}"
        for name in ORDER
    }
