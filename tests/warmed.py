"""Do once what every run does first: whoever forks from here need not do it again.

A first check compiles its patterns and reads its lists of words, and a first page its styles:
more than the check and the page themselves cost.
"""

import tempfile
from pathlib import Path

from made import make_html, make_pdf
from small_project import copy_project

with tempfile.TemporaryDirectory() as _name:
    _folder = copy_project(Path(_name))
    make_html(_folder)
    make_pdf(_folder)
