"""How the owners a document names are recognised, seen from the door: `dondoc draft`, `dondoc plan show`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import dondoc
from dondoc.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable

ORGANISATION = Path(dondoc.__file__).parent / "data" / "organisation-2014.yaml"
ON = ("--on", "2014-05-07")
HEAD = (
    "TỔNG CỤC THI HÀNH ÁN DÂN SỰ\nSố: 9/TB-TCTHADS\nTHÔNG BÁO\nKết luận tại buổi làm việc với "
    "Cục Thi hành án dân sự tỉnh Lam Giang\nNgày 05/5/2014, Tổng cục trưởng kết luận:\n"
)


@pytest.fixture
def show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Drafts a plan from orders and returns what `dondoc plan show` says of it."""
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "data"))
    assert run(["init", "--simulated"]) == 0
    renamed = ORGANISATION.read_text(encoding="utf-8").replace(
        "      - Vụ TCCB\n", "      - Vụ TCCB\n      - Vụ Cán bộ\n", 1
    )
    (tmp_path / "units.yaml").write_text(renamed, encoding="utf-8")
    assert run(["org", "load", str(tmp_path / "units.yaml"), "--as", "admin", *ON]) == 0

    def drafted(orders: str, *options: str) -> str:
        file = tmp_path / "notice.txt"
        file.write_text(HEAD + orders, encoding="utf-8")
        assert run(["draft", str(file), "--subject", "LG", "--as", "tc-hoang-ngoc-xuan", *ON]) == 0
        capsys.readouterr()
        assert run(["plan", "show", "LG-2014-01", *options]) == 0
        return capsys.readouterr().out

    return drafted


@pytest.mark.parametrize(
    ("name", "unit", "score", "rule"),
    [
        pytest.param("Phòng Tổ chức cán bộ của Cục", "LG-TCCB", 1, "name", id="its name"),
        pytest.param("Vụ Cán bộ", "TC-TCCB", 1, "name", id="an old name, kept as an alias"),
        pytest.param("Phòng NVTCTHA", "LG-NV", 0.9, "initials", id="an abbreviation"),
        pytest.param("Vụ To chuc can bo", "TC-TCCB", 0.9, "no_tones", id="without tone marks"),
        pytest.param("Đơn vị trên", "LG-TCCB", 1, "name", id="pointed back to"),
    ],
)
def test_an_owner_is_taken_with_its_score_and_reason(
    show: Callable[..., str], name: str, unit: str, score: float, rule: str
) -> None:
    orders = f"1. Phòng Tổ chức cán bộ của Cục lập danh sách.\n2. Giao {name} rà soát hồ sơ.\n"
    (owner,), lead = _second(show(orders, "--json"))
    assert lead == owner["unit"] == unit
    assert (owner["score"], owner["rule"], owner["sure"]) == (score, rule, True)


def _second(shown: str) -> tuple[list[dict[str, Any]], str | None]:
    item = json.loads(shown)["items"][1]
    return item["owners"], item["lead"]


def test_one_that_is_only_alike_is_asked_about(show: Callable[..., str]) -> None:
    shown = show("1. Giao Vụ Tổ chứ cán bộ lập danh sách.\n")
    assert "“Vụ Tổ chứ cán bộ” → TC-TCCB (9" in shown
    assert "có phải “Vụ Tổ chức cán bộ” (giống 9" in shown


def test_whom_nobody_knows_is_asked_about(show: Callable[..., str]) -> None:
    shown = show("1. Các đơn vị trên lập danh sách.\n2. Giao Phòng Vật tư nộp sổ.\n")
    assert "Đơn vị được giao “Các đơn vị trên” chưa rõ" in shown
    assert "“Phòng Vật tư”: chưa có trong cơ cấu tổ chức" in shown
