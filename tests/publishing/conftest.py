"""A small episode made by hand, and a sound that is as loud as a master must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from broadcaster import loudness
from broadcaster.nouns import (
    SAMPLE_RATE,
    Chapter,
    Credit,
    Cue,
    Episode,
    Reference,
    Source,
    Timeline,
)
from broadcaster.programme import Character, Show

if TYPE_CHECKING:
    from broadcaster.nouns import Samples

LAME_LOSS_DB = 0.4457
SECONDS = 12.0

_OPENING = Source(card="name")
_MODEL = Source(article="a1", paragraph=0, start=0, end=20)
_PRICE = Source(article="a1", paragraph=1, start=0, end=30)
_BUG = Source(article="b2", paragraph=0, start=0, end=20)
_CLOSING = Source(card="bye")


@pytest.fixture
def show() -> Show:
    return Show(
        id="edamame-ai",
        title="えだまめAIニュース便",
        host="zundamon",
        author="えだまめ放送室",
        link="https://example.com/edamame/",
        summary="AIの話題を、短く。<見本>&非公式",
        email="studio@example.com",
        base_url="https://example.com/podcast",
    )


@pytest.fixture
def character() -> Character:
    return Character(id="zundamon", name="ずんだもん", reading="ズンダモン", color="#6aa84f")


@pytest.fixture
def episode() -> Episode:
    host = "ずんだもん"
    return Episode(
        title="えだまめAIニュース便",
        date="2024-10-17",
        edition="",
        number=3,
        guid="0c9d4e0a-64c2-5d8e-9c39-6e6b0a3b0001",
        duration=SECONDS,
        timeline=Timeline(int(SECONDS * SAMPLE_RATE), ()),
        cues=(
            Cue(0.5, 1.9, host, ("えだまめAIニュース便、", "10月17日なのだ！"), _OPENING),
            Cue(1.9004, 2.75, host, ("今日はミストラルの", "新モデル。"), _MODEL),
            Cue(3.0, 5.1234, host, ("大きさは<3B & 8B>の", "2つ --> どちらも公開。"), _MODEL),
            Cue(5.2, 6.5, host, ("値段はおよそ", "4億1500万ドル"), _PRICE, "4億1537万ドル"),
            Cue(6.5, 7.4, host, ("なのだ。",), _PRICE, "4億1537万ドル"),
            Cue(8.0, 9.0, host, ("コマンドは番組ノートに", "あるのだ"), _BUG, "pip install *x*"),
            Cue(9.2, 9.9, host, ("リンクもあるのだ。",), _BUG, "https://example.com/a_(b)"),
            Cue(10.2, 11.5, host, ("またなのだ！",), _CLOSING),
        ),
        chapters=(
            Chapter(0.25, 3.0, "あいさつ", kind="opening"),
            Chapter(
                3.0, 7.8, "ミストラルの新モデル", "https://example.com/新?a=1&b=2", articles=("a1",)
            ),
            Chapter(7.8, 10.0, "計算バグの修正", articles=("b2",)),
            Chapter(10.0, 12.0, "まとめ", kind="closing"),
        ),
        credits=(
            Credit('HTS Voice "Mei"', "https://creativecommons.org/licenses/by/3.0/", "CC BY 3.0"),
            Credit("ずんだもん(SSS合同会社)。非公式のファン番組です"),
        ),
        voices=("openjtalk:mei",),
        sources=(
            Reference(
                article="a1",
                title="Un *Ministral*, des Ministraux",
                authors=("M. Author",),
                publisher="mistral.ai",
                url="https://example.com/新?a=1&b=2",
                published="2024-10-16",
                rights="quote",
            ),
            Reference(
                article="b2",
                title="計算バグの修正[続報]",
                publisher="見本通信",
                published="2024-10-15T09:00:00+09:00",
                rights="own",
                sample=True,
            ),
        ),
        disclosure="この番組は、原稿をプログラムが記事からまとめ、声は合成音声です。",
        sample=True,
    )


@pytest.fixture(scope="session")
def master() -> Samples:
    """Twelve seconds of swelling noise, mastered to -16 LUFS behind the encoder."""
    rng = np.random.default_rng(2024)
    n_samples = int(SECONDS * SAMPLE_RATE)
    swell = 0.6 + 0.4 * np.sin(np.linspace(0, 40, n_samples))
    # dull like a voice: what lies above 16 kHz the encoder throws away
    dull = np.convolve(rng.standard_normal(n_samples), np.hanning(13), "same")
    noise = (np.clip(dull, -4, 4) * swell * 0.01).astype(np.float32)
    gain_db = -16.0 + LAME_LOSS_DB - loudness.loudness([noise])
    return (noise * 10 ** (gain_db / 20)).astype(np.float32)
