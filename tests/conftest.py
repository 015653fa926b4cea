"""Puts this folder on the path of the tests, for the checks they share."""

import pytest

pytest.register_assert_rewrite("pdf_checks")
