"""What may happen in a random life, and to whom."""

from __future__ import annotations

from hypothesis import strategies as st

from model_world import TOP
from models import Audience, PostRole

UNITS = ("HP", "HP-TCCB", "TC-VP", "TC-TCCB", TOP)
PEOPLE = st.sampled_from(["vien", "phong", "cuc", "vu", "chanh", "tong", "moi", "nua"])
PLACES = st.one_of(st.none(), st.tuples(st.sampled_from(UNITS), st.sampled_from(list(PostRole))))
ANY = st.integers(0, 99)
DEEDS = st.sampled_from(["report", "submit", "submit", "accept", "return", "return"])
NATURAL = {
    "open": "chanh",
    "consult": "cuc",
    "opine": "vu",
    "submit": "cuc",
    "return": "tong",
    "approve": "tong",
    "issue": "tong",
    "close": "chanh",
}

SWAPS = st.sampled_from(
    [
        (-5, Audience.ASSIGNEE),
        (0, Audience.ASSIGNEE_AND_HEAD),
        (2, Audience.HEAD),
        (3, Audience.HEAD),
        (4, Audience.DEPARTMENT_HEAD),
        (8, Audience.OFFICE),
    ]
)
"""Steps that are put on the ladder of the provinces in the place of others."""
