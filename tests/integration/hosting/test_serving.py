"""One serves a folder at a time, and the file about it is believed only while they live."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dondoc.errors import Refused
from dondoc.hosting import serving
from dondoc.hosting.serving import Serving

if TYPE_CHECKING:
    from pathlib import Path

HERE = Serving("http://127.0.0.1:8000", "http://127.0.0.1:4200/api", 17, {"web": 18})


def test_it_says_who_serves(tmp_path: Path) -> None:
    with serving.sole(tmp_path):
        assert serving.who_serves(tmp_path) is None  # not announced yet
        serving.announce(tmp_path, HERE)
        assert serving.who_serves(tmp_path) == HERE
    assert serving.who_serves(tmp_path) is None
    assert not (tmp_path / "serve.json").exists()


def test_a_second_one_is_refused(tmp_path: Path) -> None:
    with serving.sole(tmp_path), pytest.raises(Refused, match="served already"), serving.sole(tmp_path):
        pass


def test_what_a_killed_one_left_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "serve.json").write_text(json.dumps({"url": "u", "prefect": "p", "pid": 1, "children": {}}))
    (tmp_path / "serve.lock").touch()
    assert serving.who_serves(tmp_path) is None
