"""Which row is which after an edit."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.writing.aligning import aligned

OLD = ["値段は3万円なのだ。", "重さは2kgなのだ。", "階段は登れないのだ。", "発売は未定なのだ。"]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, [0, 1, 2, 3]),
        (["値段は4万円なのだ。", *OLD[1:]], [0, 1, 2, 3]),
        (OLD[1:], [1, 2, 3]),
        ([*OLD, "ぼくもほしいのだ"], [0, 1, 2, 3, None]),
        ([OLD[2], OLD[0], OLD[1], OLD[3]], [2, 0, 1, 3]),
        (["ぜんぜんちがう話", *OLD[1:]], [0, 1, 2, 3]),
        ([OLD[0], "重さは3kgなのだ。", "新しい。", OLD[2], OLD[3]], [0, 1, None, 2, 3]),
        (["まったく別", "べつの番組のあいさつ"], [None, None]),
        ([], []),
    ],
    ids=[
        "same",
        "reworded",
        "dropped",
        "added",
        "moved",
        "replaced",
        "added beside",
        "new",
        "none",
    ],
)
def test_rows(new: list[str], expected: list[int | None]) -> None:
    assert aligned(OLD, new) == expected


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.text("あいう", max_size=4), max_size=9),
    st.lists(st.text("あいう", max_size=4), max_size=9),
)
def test_no_row_is_claimed_twice_and_what_is_the_same_is_found(
    old: list[str], new: list[str]
) -> None:
    found = aligned(old, new)
    claimed = [at for at in found if at is not None]
    assert len(found) == len(new)
    assert len(claimed) == len(set(claimed))
    assert aligned(old, old) == list(range(len(old)))
    for row in set(old) & set(new):
        kept = sum(at is not None and old[at] == row == new[n] for n, at in enumerate(found))
        assert kept == min(old.count(row), new.count(row))


def test_a_whole_new_text_costs_little() -> None:
    began = time.monotonic()
    aligned(
        [f"前の{n}行目の文なのだ。" for n in range(400)], [f"別の{n}番の話。" for n in range(400)]
    )
    assert time.monotonic() - began < 5
