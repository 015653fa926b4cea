"""Plain text in, blocks and remarks out."""

from __future__ import annotations

from reportkit.legacy.lines import number_lines, read_lines
from reportkit.legacy.old_report import Block, Remark, Where, text_of
from reportkit.legacy.slides import with_slides
from reportkit.legacy.text_columns import unfold


def read_text(text: str) -> tuple[list[Block], list[Remark]]:
    """Read plain text; a text that stops without a line end may have been cut off."""
    lines, remarks = read_lines(unfold([*number_lines(text)]))
    blocks = [*with_slides(lines)]
    if blocks and not text.endswith(("\n", "\r")):
        last = text_of(blocks[-1]).split()[-1:] or [""]
        where = Where(text.count("\n") + 1)
        message = f"the file ends after `{last[0]}` without a line end; it may have been cut off"
        remarks.append(Remark("repaired", message, where))
    return blocks, remarks
