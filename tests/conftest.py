"""What tests share: where real articles lie, for those who have them, and the sample library."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT / ".." / "shared"
SAMPLES = ROOT / "bib" / "articles"

# The same examples in every run, and no deadline: a busy machine is no failure.
settings.register_profile("citekit", derandomize=True, deadline=None)
settings.load_profile("citekit")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and gold annotations, which is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder of real articles beside the checkout")
    return SHARED
