"""Whether links in messages may lead to the page that is served."""

from __future__ import annotations

import pytest

from dondoc.cli.serve import fits


@pytest.mark.parametrize(
    ("base_url", "url", "expected"),
    [
        pytest.param("http://127.0.0.1:8000", "http://127.0.0.1:8000", True, id="as set"),
        pytest.param("http://localhost:8000", "http://127.0.0.1:8000", True, id="another name of it"),
        pytest.param("http://127.0.0.1:8000", "http://127.0.0.1:8001", False, id="another port"),
        pytest.param("http://127.0.0.1:8000", "http://0.0.0.0:8000", False, id="served to others"),
        pytest.param("http://localhost", "http://127.0.0.1:80", True, id="the port of HTTP"),
        pytest.param("https://dondoc.example.vn", "http://127.0.0.1:8000", True, id="a proxy in front"),
    ],
)
def test_it_tells_links_that_lead_elsewhere(base_url: str, url: str, expected: bool) -> None:
    assert fits(base_url, url) is expected
