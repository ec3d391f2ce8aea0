"""Templates in the reader's language."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from notifications.render import environment


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_filter_of_the_callers_is_there(language: str) -> None:
    made = environment(language, {"count": "{:02d}".format})
    assert made.from_string("{{ 2 | count }}").render() == "02"


def test_a_name_that_a_template_misses_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment("en", {}).from_string("{{ nobody }}").render()


def test_numbers_and_plurals_go_through_the_catalogue() -> None:
    template = environment("en", {}).from_string(
        "{% trans n=n %}{{ n }} task{% pluralize %}{{ n }} tasks{% endtrans %}"
    )
    assert [template.render(n=n) for n in (1, 2)] == ["1 task", "2 tasks"]


@pytest.mark.parametrize(
    ("name", "escaped"),
    [pytest.param("digest.html", True, id="a page"), pytest.param("digest.txt", False, id="plain text")],
)
def test_only_html_is_escaped(name: str, escaped: bool) -> None:
    made = environment("en", {})
    assert callable(made.autoescape)
    assert made.autoescape(name) is escaped
