"""The folder channel: each letter a file."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from letters import a_letter, failure_of
from notifications.folder import folder_address

if TYPE_CHECKING:
    from notifications.apprise_sender import AppriseSender


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_it_answers_with_the_place_of_the_file(sender: AppriseSender, tmp_path: Path) -> None:
    answer = sender.send(folder_address(tmp_path), a_letter())
    assert answer == "2014-05-22/digest-7@thads.example.eml"
    assert files(tmp_path) == [answer]


def test_the_file_is_the_letter_for_programs_and_people(sender: AppriseSender, tmp_path: Path) -> None:
    letter = a_letter(html="<p>Kính gửi</p>")
    raw = (tmp_path / sender.send(folder_address(tmp_path), letter)).read_bytes()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert message["Subject"] == letter.subject
    assert message["From"] == "Dondoc <dondoc@thads.example>"
    assert message["To"] == f"{letter.person_name}:;"
    assert message.get_all("Message-ID") == [letter.message_id]
    assert "Hôm nay có 01 nhiệm vụ đến hạn." in raw.decode()


def test_a_repeat_is_the_same_file(sender: AppriseSender, tmp_path: Path) -> None:
    for _ in range(2):
        sender.send(folder_address(tmp_path), a_letter())
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize(
    "message_id", ["<../../up@thads.example>", "<a/b@thads.example>", "<a%2Fb@thads.example>"]
)
def test_no_message_id_leads_out_of_its_day(sender: AppriseSender, tmp_path: Path, message_id: str) -> None:
    answer = sender.send(folder_address(tmp_path), a_letter(message_id=message_id))
    assert files(tmp_path) == [answer]
    assert Path(answer).parent == Path("2014-05-22")


@pytest.mark.parametrize("name", ["Đôn đốc 2014", "50% #1?", "a&b=c+d", "UPPER"])
def test_any_folder_has_an_address(sender: AppriseSender, tmp_path: Path, name: str) -> None:
    sender.send(folder_address(tmp_path / name), a_letter())
    assert len(files(tmp_path / name)) == 1


def test_a_relative_folder_is_meant_from_where_one_stands(
    sender: AppriseSender, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sender.send("folder://out/Mail", a_letter())
    assert len(files(tmp_path / "out" / "Mail")) == 1


def test_a_folder_that_cannot_be_written_is_a_temporary_failure(
    sender: AppriseSender, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    refused = failure_of(sender, folder_address(tmp_path / "file"))
    assert not refused.permanent
    assert "file" in refused.reason


def test_a_write_that_breaks_off_leaves_nothing(sender: AppriseSender, tmp_path: Path) -> None:
    (tmp_path / "2014-05-22" / "digest-7@thads.example.eml").mkdir(parents=True)
    assert not failure_of(sender, folder_address(tmp_path)).permanent
    assert files(tmp_path) == []


def test_an_address_without_a_folder_is_a_permanent_failure(sender: AppriseSender) -> None:
    assert failure_of(sender, "folder://").permanent
