"""Run all benchmarks, or those named: `python -m tests.bench [extract ...]`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main(names: list[str]) -> None:
    """Run each module's `main()`; names are without `bench_`."""
    known = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    for name in names or known:
        if name not in known:
            sys.exit(f"no benchmark called {name!r}; known: {', '.join(known)}")
        print(f"{name}:", flush=True)
        import_module(f"tests.bench.bench_{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
