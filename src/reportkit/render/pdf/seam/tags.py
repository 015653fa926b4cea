"""Write a tree of structure nodes as the structure objects of a PDF.

Relies on WeasyPrint having made a StructTreeRoot in the catalog with one empty Document and a
ParentTree, and on link annotations being dictionaries of their own that `Annots` refers to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import pydyf  # type: ignore[import-untyped]

from reportkit.render.pdf.nodes import Content, Node, ObjectReference
from reportkit.render.pdf.roles import spoken
from reportkit.render.pdf.seam.objects import object_at

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_tags(pdf: Any, tree: Node, marks: Sequence[int]) -> None:
    """Write the structure tree into a PDF that has an empty one.

    Args:
        pdf: the pydyf document, with a StructTreeRoot that holds nothing but a Document.
        tree: the root of the nodes, settled.
        marks: how many pieces of marked content each page has.
    """
    root = object_at(pdf, pdf.catalog["StructTreeRoot"])
    document = object_at(pdf, root["K"][0])
    writer = _Writer(pdf, pdf.page_references, [[b"null"] * count for count in marks])
    _write_kids(writer, tree, document)
    nums = pydyf.Array()
    entries = (*map(pydyf.Array, writer.parents), *writer.annotations)
    for number, entry in enumerate(entries):
        nums.extend((number, entry))
    object_at(pdf, root["ParentTree"])["Nums"] = nums
    root["ParentTreeNextKey"] = len(nums) // 2
    if writer.identifiers:
        names = pydyf.Array()
        for identifier in sorted(writer.identifiers):
            names.extend((pydyf.String(identifier), writer.identifiers[identifier]))
        root["IDTree"] = pydyf.Dictionary({"Names": names})


def unlink(pdf: Any, annotations: Sequence[Any]) -> None:
    """Take annotations off their pages."""
    references = {annotation.reference for annotation in annotations}
    if not references:
        return
    for page in pdf.page_references:
        dictionary = object_at(pdf, page)
        if "Annots" in dictionary:
            kept = [entry for entry in dictionary["Annots"] if entry not in references]
            dictionary["Annots"] = pydyf.Array(kept)
    for annotation in annotations:
        annotation.clear()


@dataclass(frozen=True, slots=True)
class _Writer:
    pdf: Any
    pages: Sequence[bytes]
    parents: list[list[bytes]]
    """For each page, the element of each piece of marked content."""
    annotations: list[bytes] = field(default_factory=list)
    identifiers: dict[str, bytes] = field(default_factory=dict)


def _write(writer: _Writer, node: Node, parent: Any) -> Any:
    element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.tag}", "P": parent.reference})
    writer.pdf.add_object(element)
    if node.parent is not None and node.language != node.parent.language:
        element["Lang"] = pydyf.String(node.language)
    if node.alternative:
        element["Alt"] = pydyf.String(node.alternative)
    if node.expansion:
        element["E"] = pydyf.String(node.expansion)
    if node.identifier:
        element["ID"] = pydyf.String(node.identifier)
        writer.identifiers[node.identifier] = element.reference
    if node.attributes:
        values = {"O": _OWNERS[node.tag], **{k: _value(v) for k, v in node.attributes.items()}}
        element["A"] = pydyf.Dictionary(values)
    _write_kids(writer, node, element)
    return element


def _write_kids(writer: _Writer, node: Node, element: Any) -> None:
    kids = pydyf.Array()
    page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
    if page is not None:
        element["Pg"] = writer.pages[page]
    for kid in node.kids:
        match kid:
            case Node():
                kids.append(_write(writer, kid, element).reference)
            case Content(number, mcid):
                writer.parents[number][mcid] = element.reference
                if number == page:
                    kids.append(mcid)
                else:
                    kids.append(
                        pydyf.Dictionary({"Type": "/MCR", "Pg": writer.pages[number], "MCID": mcid})
                    )
            case ObjectReference(number, annotation):
                annotation["StructParent"] = len(writer.parents) + len(writer.annotations)
                if says := spoken(node.element):
                    annotation["Contents"] = pydyf.String(says)
                writer.annotations.append(element.reference)
                kids.append(
                    pydyf.Dictionary(
                        {
                            "Type": "/OBJR",
                            "Pg": writer.pages[number],
                            "Obj": annotation.reference,
                        }
                    )
                )
    element["K"] = kids


def _value(value: Any) -> Any:
    match value:
        case tuple() if value and isinstance(value[0], str):
            return pydyf.Array([pydyf.String(part) for part in value])
        case tuple():
            return pydyf.Array(value)
        case _:
            return value


_OWNERS: Final = {
    "Figure": "/Layout",
    "L": "/List",
    "TD": "/Table",
    "TH": "/Table",
}
