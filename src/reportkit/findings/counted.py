"""Say how many there are of something, in the number that its noun takes."""


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it is not one: `1 code`, `2 codes`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
