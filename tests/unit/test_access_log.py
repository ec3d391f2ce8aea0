"""What the log of requests says: no secret that stands in an address."""

from __future__ import annotations

import logging

import pytest

from dondoc.web.access_log import LOGGER, keep_secrets_out


@pytest.mark.parametrize(
    ("address", "logged"),
    [
        pytest.param("/s/Xy-3_9", "/s/…", id="a signed link"),
        pytest.param("/s/Xy-3_9?x=1", "/s/…?x=1", id="what follows stays"),
        pytest.param("/sign-in/Xy-3_9", "/sign-in/…", id="a sign-in link"),
        pytest.param("/calendar/Xy-3_9.ics", "/calendar/…", id="a feed"),
        pytest.param("/sign-in?to=/tasks/T-1a", "/sign-in?to=/tasks/T-1a", id="nothing to hide"),
        pytest.param("/units/s", "/units/s", id="a unit of that code"),
    ],
)
def test_it_leaves_secrets_out(address: str, logged: str, caplog: pytest.LogCaptureFixture) -> None:
    keep_secrets_out()
    with caplog.at_level(logging.INFO, LOGGER):
        logging.getLogger(LOGGER).info('%s - "%s %s HTTP/%s" %d', "10.0.0.1:5", "GET", address, "1.1", 200)
    assert caplog.messages == [f'10.0.0.1:5 - "GET {logged} HTTP/1.1" 200']
