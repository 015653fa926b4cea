"""Hold every part of WeasyPrint and pydyf that is private or undocumented, one kind a module.

Nothing else in reportkit imports either library. What each module relies on is said where it is
touched, and tried by the test of the same name in tests/render/test_pdf_seam.py.
"""

from reportkit.render.pdf.seam.loading import load_weasyprint

load_weasyprint()
