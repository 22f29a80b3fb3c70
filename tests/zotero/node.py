"""Running JavaScript of ours under node, where there is one."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def run(harness: str, value: Any) -> Any:
    """What a harness of this folder prints, as JSON, when it is given `value` as JSON."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node")
    done = subprocess.run(
        [node, str(HERE / harness)],
        input=json.dumps(value),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
