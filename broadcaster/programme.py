"""The programme: what the TOML files of a station say, as nouns.

The show, its host (persona, styles, voicings) and the lexicon. Frozen, and free of TOML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Air:
    """When the show goes out and how long it is. `days` are ISO weekdays, 1 = Monday."""

    timezone: str = "Asia/Tokyo"
    time: str = "06:30"
    days: tuple[int, ...] = (1, 2, 3, 4, 5)
    skip: tuple[str, ...] = ()
    minutes: float = 5.0
    stories: tuple[int, int] = (2, 4)
    publish: Literal["ask", "auto"] = "ask"


@dataclass(frozen=True, slots=True)
class NewsSource:
    """One row of `[news] sources`: where from, under which name, with which rights."""

    origin: str
    name: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """Where stories come from. `window` is the age limit of fetched stories, in hours."""

    window: float = 36.0
    interests: tuple[str, ...] = ()
    sources: tuple[NewsSource, ...] = (NewsSource("episodes/inbox/*", rights="own"),)


@dataclass(frozen=True, slots=True)
class WriterSettings:
    """Who writes. `address`: an OpenAI-compatible URL; empty means nothing is probed.

    model: a repository or a folder of weights; empty takes what fits the card. context: tokens,
    0 for the usual. quantization: as vLLM names it. leave_gb: of a card's memory, for voices and
    screen; None is a quarter, at most 6. options: of `vllm serve`, passed on as they are.
    round_figures: large quantities are rounded for the ear, their exact value goes to the notes.
    """

    engine: str = "auto"
    address: str = ""
    model: str = ""
    context: int = 0
    quantization: str = ""
    leave_gb: float | None = None
    options: tuple[str, ...] = ()
    round_figures: bool = False
    on_doubt: Literal["repair", "quote", "drop", "stop"] = "quote"


@dataclass(frozen=True, slots=True)
class Notice:
    """A spoken notice, said before the closing between two dates (ISO, inclusive)."""

    text: str
    start: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Show:
    """The programme and its settings: what `show.toml` says."""

    id: str
    title: str
    host: str
    author: str = ""
    link: str = ""
    summary: str = ""
    email: str = ""
    base_url: str = ""
    artwork: str = ""
    commercial: bool = False
    air: Air = field(default_factory=Air)
    news: News = field(default_factory=News)
    writer: WriterSettings = field(default_factory=WriterSettings)
    voice_addresses: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


# ── the host ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Voicing:
    """One way to sound: an engine and its settings.

    gain_db: fixed gain that brings this voicing to -23 LUFS. pace: morae a second,
    pauses between sentences not counted. stand_in: not the character's own voice.
    """

    engine: str
    settings: tuple[tuple[str, Scalar], ...] = ()
    gain_db: float = 0.0
    pace: float = 7.0
    stand_in: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A manner of speaking (`talk`, `english`): voicings in order of preference."""

    name: str
    voicings: tuple[Voicing, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Lines of the card under one key, in dotted form: `english_skill.long`."""

    key: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the host may say after a line that holds one of the cue words."""

    key: str
    cue: tuple[str, ...]
    say: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Endings:
    """How sentences end: target shares that add up to one, longest run, forbidden tails."""

    mix: tuple[tuple[str, float], ...] = ()
    max_run: int = 3
    banned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Caps:
    """Upper limits in one show. exclaim: share of sentences that may end in ！."""

    words: tuple[tuple[str, int], ...] = ()
    english_skill: int = 2
    exclaim: float = 0.2


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told. name: of its file, without .md; sha256: of the file, hex."""

    name: str
    version: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The character's own terms of use (a voice's terms come from its engine)."""

    credit: str = ""
    commercial: Literal["refuse", "ask", "ok"] = "ok"


@dataclass(frozen=True, slots=True)
class Character:
    """The host: what `voices/<id>/card.toml` says."""

    id: str
    name: str
    reading: str
    first_person: str = ""
    color: str = ""
    persona: str = ""
    register: str = "noda"
    endings: Endings = field(default_factory=Endings)
    caps: Caps = field(default_factory=Caps)
    lines: tuple[Phrases, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    refuse_topics: tuple[str, ...] = ()
    grave_topics: tuple[str, ...] = ()
    styles: tuple[Style, ...] = ()
    terms: Terms = field(default_factory=Terms)
    prompts: tuple[Prompt, ...] = ()

    def phrases(self, key: str) -> tuple[str, ...]:
        """The card's lines under a dotted key; empty where the card has none."""
        return next((row.lines for row in self.lines if row.key == key), ())

    def style(self, name: str) -> Style | None:
        """The style of that name, or None."""
        return next((style for style in self.styles if style.name == name), None)


@dataclass(frozen=True, slots=True)
class LexiconRow:
    """How one surface is read. accent: mora after which the pitch falls, 0 = flat."""

    surface: str
    reading: str
    accent: int | None = None
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Readings in layers already merged: the first row of a surface wins."""

    rows: tuple[LexiconRow, ...] = ()
