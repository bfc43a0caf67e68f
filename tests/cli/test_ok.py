"""`broadcaster ok`: several findings at once, all of them or none."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import call_here, call_in
from tests.show.scripts import DATE, written


def ids_of(station: Path) -> list[str]:
    """The findings of an edit that changes two facts."""
    _, folder = written(station)
    text = call_here(station, "edit", "--print").stdout
    edited = text.replace("3万円", "4万円").replace("16日", "17日")
    call_here(station, "edit", "--text", "-", stdin=edited)
    manifest = folder.manifest()
    assert manifest
    return [row.partition("\t")[0] for row in manifest.findings]


def test_several_at_once_below_a_persons_own_words(station: Path) -> None:
    names = ids_of(station)
    assert len(names) == 2
    own = "# わたしの覚え書き\n"
    (station / "voices" / "ok.toml").write_text(own, "utf-8")
    refused = call_in(station, "ok", names[0], "f999999")
    assert refused.returncode == 2
    assert "f999999" in refused.stderr
    assert (station / "voices" / "ok.toml").read_text("utf-8") == own
    assert call_in(station, "ok", "-q", *names).stdout == ""
    now = (station / "voices" / "ok.toml").read_text("utf-8")
    assert now.startswith(own)
    assert all(f"\n{name} = " in now for name in names)


def test_a_broken_file_is_refused_by_name(station: Path) -> None:
    (name, _) = ids_of(station)
    (station / "voices" / "ok.toml").write_text("f12ab34\n", "utf-8")
    for command in (("ok", name), ("edit", DATE, "--text", "a.txt")):
        (station / "a.txt").write_text("ひとことなのだ\n", "utf-8")
        done = call_here(station, *command)
        assert done.returncode == 2
        assert "ok.toml" in done.stderr
