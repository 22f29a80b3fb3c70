"""What is written is whole, or what was there before stays."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from citekit.errors import OutputError
from citekit.output import write


def failing() -> Iterator[str]:
    yield "half"
    raise KeyboardInterrupt


def test_text_is_written_as_utf8_with_the_line_ends_it_has(tmp_path: Path) -> None:
    write(tmp_path / "a", ["é\n", "x\r\n"])
    assert (tmp_path / "a").read_bytes() == b"\xc3\xa9\nx\r\n"


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write(tmp_path / "a", b"\x00\xff")
    assert (tmp_path / "a").read_bytes() == b"\x00\xff"


def test_a_lone_surrogate_is_no_failure(tmp_path: Path) -> None:
    write(tmp_path / "a", "a\ud800b")
    assert (tmp_path / "a").read_text() == "a?b"


def test_an_interrupted_run_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "a", failing())
    assert (tmp_path / "a").read_text() == "old"
    assert os.listdir(tmp_path) == ["a"]


def test_a_new_file_is_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write(tmp_path / "a", "x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "a").touch(0o640)
    write(tmp_path / "a", "x")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_a_symbolic_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("target")
    write(tmp_path / "link", "x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "x"


def test_a_device_is_written_into() -> None:
    write("/dev/null", "x")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(
    ("name", "why"),
    [("missing/a", "no such file or directory"), (".", "is a folder"), ("file/a", "not a directory")],
)
def test_what_cannot_be_written_is_an_output_error(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=why):
        write(tmp_path / name, "x")


def test_a_dash_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write("-", ["ü", "\n"])
    assert capfdbinary.readouterr().out == "ü\n".encode()
