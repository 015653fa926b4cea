"""Puts this folder on the path of the tests, for the checks they share."""

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("pdf_checks")
# How long a machine takes is no behaviour: timings never fail a test.
settings.register_profile("reportkit", deadline=None)
settings.load_profile("reportkit")
