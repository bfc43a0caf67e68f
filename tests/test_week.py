"""A week in one evening: seven shows over twenty-one articles, heard as a regular listener would.

Scripts only, no sound. Each show is put on air by what `package` would leave in its manifest, so
that the next one knows what was told.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

import pytest

from broadcaster import cards, japanese, reading
from broadcaster.archive import Folder, Station, station_at
from broadcaster.manifest import Output, Skipped
from broadcaster.nouns import Article, Line, Script, Segment
from broadcaster.programme import Character
from broadcaster.show import Request, broadcast
from broadcaster.writing.licensed import licensed
from tests.conftest import ROOT, call_in, station_in

NEWS: Final = ROOT / "tests" / "fixtures" / "week"
DATES: Final = tuple(f"2024-10-{day}" for day in range(18, 25))
FRIDAY: Final = 0

NEVER_ROTATES: Final = ("name", "me", "disclosure.extractive", "disclosure.model", "bye")
RELATIVE: Final = re.compile(
    r"[今先来]週|[今先来]月(?!\d)|昨日|きのう|今日|きょう|本日|明日|あした|昨夜|今夜|今朝|翌[日週月年]|"
    r"前日|同日|今年|去年|昨年|来年|おととい|先日"
)
OF_THE_YEAR: Final = re.compile(r"今年|去年|昨年|来年")
"""Still true in a show of the article's own year."""

THEIR_OWN: Final = re.compile(r"私たち|わたし|当社|弊社|筆者|我々|われわれ|みなさん|皆さん")
QUOTED: Final = re.compile(r"「[^」]*」|『[^』]*』")
HUMOUR: Final = re.compile(r"ずんだ|枝豆|スキル|変身")


@dataclass(frozen=True, slots=True)
class Day:
    """One show of the week: its script, its articles, what was left out."""

    date: str
    script: Script
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]

    def stories(self) -> tuple[Segment, ...]:
        return tuple(segment for segment in self.script.segments if segment.kind == "story")

    def lines(self) -> tuple[Line, ...]:
        return tuple(line for segment in self.script.segments for line in segment.lines)

    def facts(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines() if line.source.article and not line.source.card)

    def article(self, name: str) -> Article:
        return next(article for article in self.articles if article.id == name)


@dataclass(frozen=True, slots=True)
class Week:
    station: Station
    character: Character
    days: tuple[Day, ...]

    def day_of(self, title: str) -> tuple[Day, Article]:
        """The day an article with these words in its title was told on."""
        return next(
            (day, article)
            for day in self.days
            for article in day.articles
            if title in article.title
        )


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Week:
    home = station_in(tmp_path_factory.mktemp("week"))
    for number in range(1, 8):
        folder = home / "news" / str(number)
        folder.mkdir(parents=True)
        for article in sorted(NEWS.glob(f"{number}-*.md")):
            shutil.copy(article, folder)
    station = station_at(home / "show.toml")
    days = tuple(on_air(station, date, f"news/{at}") for at, date in enumerate(DATES, start=1))
    character = cards.load_character(station.voices, "zundamon")
    return Week(station, character, days)


def on_air(station: Station, date: str, source: str) -> Day:
    """Write the show of a date and put it on air without a sound."""
    report = broadcast(
        station, Request(sources=(source,), date=date, last="write"), lambda *_: None
    )
    folder = Folder(report.folder)
    script, articles = folder.script(), folder.articles()
    assert script
    assert articles
    aired = replace(
        report.manifest,
        date=date,
        outputs=(Output("episode.mp3", 1, "0" * 64),),
        stories=tuple(article.id for article in articles),
        urls=tuple(article.url for article in articles),
    )
    folder.leave("manifest.json", aired)
    return Day(date, script, articles, report.skipped)


def sentences_of(text: str) -> list[str]:
    return [one.strip() for one in japanese.sentences(text) if one.strip()]


# ── the frame ────────────────────────────────────────────────────────────────────────────


def untailed(text: str) -> str:
    """A line without the ending that varies: なのだ, のだ, だね, んだって, or none (体言止め)."""
    return re.sub(
        r"(?:なのだ|のだ|なんだって|んだって|だよね|だね|よね|ね|だ)$", "", text.rstrip("。！")
    )


def template_of(line: Line, character: Character) -> str:
    """The line of the card that a spoken line was made from: the most literal one that fits."""
    spoken = untailed(line.text)
    fitting = [
        template
        for template in character.phrases(line.source.card)
        if re.fullmatch(re.sub(r"\\\{[a-z_]+\\\}", ".+", re.escape(untailed(template))), spoken)
    ]
    return max(fitting, key=len, default=spoken)


def test_no_frame_line_is_heard_twice(week: Week) -> None:
    heard = Counter(
        (line.source.card, template_of(line, week.character))
        for day in week.days
        for line in day.lines()
        if line.source.card and line.style == "talk" and line.source.card not in NEVER_ROTATES
    )
    assert [(times, *key) for key, times in heard.items() if times > 1] == []


def test_friday_says_monday(week: Week) -> None:
    closing = "".join(line.text for line in week.days[FRIDAY].script.segments[-1].lines)
    assert "月曜日" in closing
    assert "あした" not in closing


def test_every_show_has_its_name_date_and_disclosure(week: Week) -> None:
    for day in week.days:
        opening = "".join(line.text for line in day.script.segments[0].lines)
        assert "えだまめAIニュース便" in opening
        assert f"10月{int(day.date[-2:])}日" in opening
        assert "合成音声" in opening


# ── the stories ──────────────────────────────────────────────────────────────────────────


def test_no_story_is_told_twice(week: Week) -> None:
    told = [article.id for day in week.days for article in day.articles]
    assert len(told) == len(set(told)) == 20
    again = week.days[4].skipped
    assert [row.reason for row in again] == [
        "放送ずみの「えだまめ電機、片づけロボット「まめロボ」を発売へ」と同じ話"
    ]
    assert sum("まめロボ" in article.title for day in week.days for article in day.articles) == 1


def test_every_story_says_something(week: Week) -> None:
    thin = []
    for day in week.days:
        for segment in day.stories():
            facts = [line for line in segment.lines if line.source.article and not line.source.card]
            least = 1 if day.article(segment.articles[0]).rights == "quote" else 3
            if len(facts) < least:
                thin.append((day.date, segment.title, [line.text for line in facts]))
    assert thin == []


def test_the_accident_is_told_without_a_joke(week: Week) -> None:
    day, article = week.day_of("無人搬送車が転倒")
    told = next(segment for segment in day.stories() if article.id in segment.articles)
    assert told.grave
    assert re.search(r"けが|転倒|事故|搬送車", told.title), "the name tag says what it is about"
    assert not HUMOUR.search("".join(line.text for line in told.lines))
    cards_used = {line.source.card for line in told.lines} - {""}
    reactions = {reaction.key for reaction in week.character.reactions}
    assert not {key for key in cards_used if key.removeprefix("reactions.") in reactions}
    assert not [key for key in cards_used if key.startswith(("english_skill", "reaction"))]
    others = [segment for one in week.days for segment in one.stories() if segment is not told]
    assert not [segment.title for segment in others if segment.grave]


def test_most_stories_get_a_reaction_and_none_more_than_two(week: Week) -> None:
    said = [
        [line.text for line in story.lines if line.source.card.startswith("reactions.")]
        for day in week.days
        for story in day.stories()
        if not story.grave
    ]
    assert max(map(len, said)) <= 2
    assert sum(map(bool, said)) >= 0.7 * len(said)
    heard = Counter(text for one in said for text in one)
    assert [text for text, times in heard.items() if times > 1] == []


def test_a_french_title_gets_no_english_skill(week: Week) -> None:
    day, article = week.day_of("petit modèle")
    told = next(segment for segment in day.stories() if article.id in segment.articles)
    assert all(line.style == "talk" for line in told.lines)
    assert not [line.text for line in told.lines if "変身" in line.text]
    assert "フランス語" in "".join(line.text for line in told.lines)


# ── nothing false ────────────────────────────────────────────────────────────────────────


def test_no_date_is_left_that_was_true_on_another_day(week: Week) -> None:
    loose = []
    for day in week.days:
        for line in day.facts():
            said = QUOTED.sub("", line.text)
            if day.article(line.source.article).published[:4] == day.date[:4]:
                said = OF_THE_YEAR.sub("", said)
            if RELATIVE.search(said):
                loose.append((day.date, line.text))
    assert loose == []


def test_a_date_of_our_own_making_is_near_the_article(week: Week) -> None:
    """今週金曜日 may become a date, 「1日かかる」 must not."""
    odd = []
    for day in week.days:
        for line in day.facts():
            source, article = line.source, day.article(line.source.article)
            cut = article.paragraphs[source.paragraph].text[source.start : source.end]
            for found in re.finditer(r"(\d+)月(\d+)日", line.text):
                if found[0] in cut or not article.published:
                    continue
                said = dt.date(2024, int(found[1]), int(found[2]))
                if abs((said - dt.date.fromisoformat(article.published)).days) > 14:
                    odd.append((day.date, line.text, cut))
    assert odd == []


def test_the_article_without_a_date_promises_none(week: Week) -> None:
    day, article = week.day_of("手書きメモ")
    assert not article.published
    mine = [line.text for line in day.facts() if line.source.article == article.id]
    assert not [text for text in mine if re.search(r"\d+月|\d+日", text)]


def test_nobody_elses_we_is_in_the_hosts_mouth(week: Week) -> None:
    theirs = [
        (day.date, line.text)
        for day in week.days
        for line in day.lines()
        if THEIR_OWN.search(QUOTED.sub("", line.text))
    ]
    assert theirs == []


def test_every_fact_is_licensed_by_its_source(week: Week) -> None:
    found = []
    for day in week.days:
        for line in day.facts():
            source, article = line.source, day.article(line.source.article)
            cut = article.paragraphs[source.paragraph].text[source.start : source.end]
            if missing := licensed(line.text, cut, published=article.published, air=day.date):
                found.append((day.date, line.text, cut, missing))
    assert found == []


def test_quoting_stays_a_quotation(week: Week) -> None:
    quoted = [
        (day, article) for day in week.days for article in day.articles if article.rights == "quote"
    ]
    assert len(quoted) == 2
    for day, article in quoted:
        facts = [line for line in day.facts() if line.source.article == article.id]
        length = sum(len(paragraph.text) for paragraph in article.paragraphs)
        cuts = {(line.source.paragraph, line.source.start, line.source.end) for line in facts}
        assert len(cuts) <= 3, article.title
        assert sum(end - start for _, start, end in cuts) <= 0.15 * length, article.title
        told = next(segment for segment in day.stories() if article.id in segment.articles)
        assert article.publisher in "".join(line.text for line in told.lines)
        assert article.url in [reference.url for reference in day.script.references]


# ── how it sounds ────────────────────────────────────────────────────────────────────────


def test_no_sentence_is_too_long_to_be_said(week: Week) -> None:
    pronounce = reading.pronouncer(cards.load_lexicon(week.station.lexicon))
    long = [
        (day.date, sentence, morae)
        for day in week.days
        for line in day.lines()
        for sentence in sentences_of(line.text)
        if (morae := japanese.morae(pronounce(sentence))) > 60
    ]
    assert long == []


def ending_of(sentence: str) -> str:
    """のだ, んだって, ね, だろう …; whatever ends in a noun is 体言止め."""
    bare = sentence.rstrip("。！!？?、 　")
    for tail in ("のだ", "んだって", "ね", "だろう", "か", "が"):
        if bare.endswith(tail):
            return tail
    return "体言止め"


def test_no_ending_is_heard_four_times_running(week: Week) -> None:
    runs = []
    for day in week.days:
        endings = [
            (ending_of(sentence), sentence)
            for line in day.lines()
            if line.style == "talk"
            for sentence in sentences_of(line.text)
        ]
        runs += [
            (day.date, [sentence for _, sentence in endings[at : at + 4]])
            for at in range(len(endings) - 3)
            if len({ending for ending, _ in endings[at : at + 4]}) == 1
        ]
    assert runs == []


def test_the_host_is_loud_seldom_and_says_noda_more_often_than_not(week: Week) -> None:
    told: list[str] = []
    for day in week.days:
        said = [one for line in day.lines() for one in sentences_of(line.text)]
        assert sum(one.endswith("！") for one in said) <= 0.2 * len(said)
        told += [ending_of(one) for line in day.facts() for one in sentences_of(line.text)]
    assert 0.5 <= told.count("のだ") / len(told) <= 0.7
    assert told.count("んだって") <= 2 * sum(len(day.stories()) for day in week.days)


# ── the day after ────────────────────────────────────────────────────────────────────────


def test_day_eight_has_nothing_new_and_touches_nothing(week: Week) -> None:
    root = week.station.root
    before = {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
    done = call_in(root, "episode", "news/1", "news/5", "news/7", "--date", "2024-10-25")
    assert done.returncode == 3, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""
    after = {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
    assert after == before
    assert not (week.station.episodes / "2024-10-25").exists()
