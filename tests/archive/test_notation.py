"""Nouns survive the trip through JSON; what is not a noun is refused by its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.archive import digest, from_json, to_json
from broadcaster.errors import NounError
from broadcaster.manifest import Manifest
from broadcaster.nouns import Article, Episode, Script, Utterance

NOUNS = (Article, Script, Utterance, Episode, Manifest)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize("kind", NOUNS)
def test_any_noun_comes_back_as_it_went(kind: type) -> None:
    @given(st.from_type(kind))
    def comes_back(noun: object) -> None:
        assert from_json(to_json(noun), kind) == noun

    st.register_type_strategy(str, TEXT)
    st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
    comes_back()


def test_an_unknown_key_is_named_with_its_place() -> None:
    data = to_json(Script("題", "2024-10-17", "zundamon")).replace(b'"host"', b'"hots"')
    with pytest.raises(NounError, match="host"):
        from_json(data, Script, "script.json")
    data = data.replace(b'"hots"', b'"hsot": 1, "host"')
    with pytest.raises(NounError, match=r"unknown key \$\.hsot"):
        from_json(data, Script, "script.json")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"title": 1}', b"\xff\xfe", b"[" * 100_000])
def test_broken_json_is_one_line(data: bytes) -> None:
    with pytest.raises(NounError) as caught:
        from_json(data, Script, "script.json")
    assert str(caught.value).startswith("script.json: not a valid Script")
    assert "\n" not in str(caught.value)


def test_a_digest_tells_order_and_nesting_apart() -> None:
    assert digest("a", "b") != digest("b", "a")
    assert digest("ab") != digest("a", "b")
    assert digest(("a",), "b") != digest("a", ("b",))
    assert digest(Script("題", "d", "h")) == digest(Script("題", "d", "h"))
