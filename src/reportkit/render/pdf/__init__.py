"""Print a page as one file that is both PDF/A-3a and PDF/UA-1."""

from reportkit.render.pdf.faults import RenderFault
from reportkit.render.pdf.printing import PrintablePage, TooLong, write_pdf
from reportkit.render.pdf.seam.files import Attachment
from reportkit.render.pdf.seam.fonts import library_versions
from reportkit.render.pdf.xmp import Description

__all__ = [
    "Attachment",
    "Description",
    "PrintablePage",
    "RenderFault",
    "TooLong",
    "library_versions",
    "write_pdf",
]
