"""Tell a word that is another with one letter more, less or other, or two in wrong order."""

from __future__ import annotations


def one_slip(word: str, name: str) -> bool:
    """Whether a word is a name with one slip of the keyboard in it; not where they are the same."""
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    left = 0
    while left < min(len(word), len(name)) and word[left] == name[left]:
        left += 1
    one, other = word[left:], name[left:]
    return (
        one[1:] == other[1:]
        or one == other[1:]
        or one[1:] == other
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )
