"""Write the hash of an input anew into the report that was written from it.

For changes of an input that leave what it says as it is: sections written from the one are
written from the other.
"""

from __future__ import annotations

import hashlib

from reportkit.source.parse import parse
from reportkit.source.tree import Scalar, node_at


def with_hash_of(report: str, before: bytes, after: bytes) -> str:
    """The text of a report.yaml whose hash is that of the input before, with that of the input
    after; any other text as it is.
    """
    root = parse(report).root
    node = node_at(root, ("input_sha256",)) if root else None
    old = hashlib.sha256(before).hexdigest()
    if not isinstance(node, Scalar) or node.text != old:
        return report
    start, end = node.span.start, node.span.end
    written = report[start:end].replace(old, hashlib.sha256(after).hexdigest())
    return f"{report[:start]}{written}{report[end:]}"
