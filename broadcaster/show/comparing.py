"""Models and prompts tried on a station's own articles; nothing is left in any folder."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from broadcaster import cards, gathering, reading, writing
from broadcaster.errors import EngineUnavailable, NothingNew, SourceMissing
from broadcaster.nouns import Article
from broadcaster.programme import Lexicon, NewsSource
from broadcaster.show.desk import air_date
from broadcaster.show.fit import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from broadcaster.archive import Station
    from broadcaster.programme import Character, Show, WriterSettings
    from broadcaster.writing import Score

_HTTP: Final = ("http://", "https://")
OWN_PROMPTS: Final = ""
"""What the card's own prompts are called: they go without saying."""


@dataclass(frozen=True, slots=True)
class Contest:
    """What is compared. models: addresses, served names or folders of weights.

    prompts: folders with prompts to try instead of the card's. sources: none means the show's own.
    """

    models: tuple[str, ...]
    prompts: tuple[Path, ...] = ()
    sources: tuple[str, ...] = ()
    seeds: int = 3
    date: str = ""


def contest(
    station: Station, asked: Contest, say: Callable[[str], None]
) -> Iterator[Score | EngineUnavailable]:
    """One score a model and set of prompts, in the order named, as they come.

    EngineUnavailable in place of the scores of a model that cannot be had. Raises SourceMissing
    for prompts that are not there, NothingNew where there is no article to tell.
    """
    show = cards.load_show(station.show_file)
    host = cards.load_character(station.voices, show.host)
    hosts = [_with_prompts(host, folder) for folder in asked.prompts] or [(host, OWN_PROMPTS)]
    plans = fit(_articles(station, show, asked.sources), show.air.minutes)
    pronounce = reading.pronouncer(_lexicon(station), ())
    for model in asked.models:
        if model.startswith(_HTTP) and not writing.listens(model):
            # Or a server of our own would be started, and its model compared under that name.
            yield EngineUnavailable("does not answer", model, "start it")
            continue
        here = replace(show, writer=writer_for(model, show.writer))
        hired = writing.hire_writer(here.writer.engine, here, host, pronounce, say)
        if hired.stand_in:
            yield EngineUnavailable(hired.stand_in.reason, model)
            continue
        with closing(hired):
            for character, label in hosts:
                yield writing.rehearse(
                    hired,
                    plans,
                    here,
                    character,
                    day=air_date(asked.date, show),
                    pronounce=pronounce,
                    seeds=asked.seeds,
                    label=label,
                )


def writer_for(model: str, settings: WriterSettings) -> WriterSettings:
    """The settings that reach a model named by its address, its folder or its served name.

    SourceMissing for a path that leads nowhere.
    """
    if model.startswith(_HTTP):
        return replace(settings, engine="vllm", address=model, model="")
    if any((Path(model).expanduser() / name).is_file() for name in ("config.json", "params.json")):
        return replace(settings, engine="transformers", model=model)
    if model.startswith((".", "/", "~")):
        raise SourceMissing("no model there", model, "name a folder with config.json")
    return replace(settings, engine="vllm", model=model)


def _with_prompts(host: Character, folder: Path) -> tuple[Character, str]:
    if not folder.is_dir():
        raise SourceMissing("no such folder of prompts", folder, "name one with .md files")
    own = {prompt.name: prompt for prompt in host.prompts}
    own |= {prompt.name: prompt for prompt in cards.load_prompts(folder)}
    return replace(host, prompts=tuple(own.values())), str(folder)


def _articles(station: Station, show: Show, sources: Sequence[str]) -> tuple[Article, ...]:
    rows = tuple(NewsSource(source) for source in sources) or show.news.sources
    gathered = gathering.gather(rows, station.root)
    found = (one for one in gathered if isinstance(one, Article))
    most = max(show.air.stories[1], len(sources))
    articles = tuple(islice(found, most))
    if not articles:
        raise NothingNew("no article to tell", "compare", "name some with --from")
    return articles


def _lexicon(station: Station) -> Lexicon:
    return cards.load_lexicon(station.lexicon) if station.lexicon.is_file() else Lexicon()
