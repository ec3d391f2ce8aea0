"""What the sender does with addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from apprise import Apprise
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letters import failure_of

if TYPE_CHECKING:
    from notifications.apprise_sender import AppriseSender


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("", id="nothing"),
        pytest.param("hoa@hp.example", id="no scheme"),
        pytest.param("zalo://0912345678", id="a scheme that Apprise does not know"),
        pytest.param("json://", id="no host"),
        pytest.param("tgram://token", id="a part is missing"),
    ],
)
def test_an_address_that_apprise_does_not_know_is_a_permanent_failure(
    sender: AppriseSender, address: str
) -> None:
    assert failure_of(sender, address).permanent


@given(address=st.text() | st.text().map("dmail://".__add__))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_address_breaks_the_sender(sender: AppriseSender, address: str) -> None:
    assert failure_of(sender, address).permanent


@pytest.mark.parametrize("address", ["dmail://u:s3cret@h/", "s3cret://u:s3cret@h/", "json://u:s3cret@"])
def test_a_failure_keeps_the_password_to_itself(sender: AppriseSender, address: str) -> None:
    assert "s3cret" not in failure_of(sender, address).reason


def test_our_channels_are_for_our_sender_only() -> None:
    assert not Apprise().add("folder:///anywhere")
