"""What a model told is known again in whatever words, and more is woven around it."""

from __future__ import annotations

from typing import Final

from broadcaster.nouns import Line, Source
from broadcaster.writing.extractive import Extractive
from broadcaster.writing.hearsay import Weaving, heard
from broadcaster.writing.material import material
from broadcaster.writing.measure import Ruler
from broadcaster.writing.quoting import Quoting
from broadcaster.writing.remarks import REMARK
from tests.writing.news import ZUNDAMON, article, as_written, plans

DAY: Final = "2024-10-18"
FERRY: Final = article(
    "電池で走る連絡船",
    "汽船会社が、電池で走る連絡船を就航させました。"
    "片道8キロの航路を、25分で結びます。"
    "船には、充電の設備を積んだ部屋があります。"
    "この設備には、港の太陽光パネルの電気も使われます。"
    "運賃は、大人が片道680円です。"
    "ただし、島に住む人は半額で乗れます。",
    publisher="えだまめ新聞",
    rights="own",
)
ROWS: Final = material(FERRY, DAY)


def line(text: str, place: int = -1) -> Line:
    """A model's line; it may name the sentence it comes from."""
    row = ROWS[place] if place >= 0 else None
    source = Source(FERRY.id, row.paragraph, row.start, row.end) if row else Source(FERRY.id)
    return Line(text, ZUNDAMON.name, source=source)


def woven(*told: Line, seconds: float = 60.0) -> list[str]:
    """The story after everything else was filled in."""
    extractive = Extractive(ZUNDAMON, Ruler(as_written), DAY)
    quoting = Quoting(extractive, plans(FERRY)[0], DAY)
    return [one.text for one in quoting.woven(told, seconds)]


LEAD: Final = line("汽船会社が、電池の連絡船を就航させたのだ。", 0)


def test_a_line_in_other_words_without_a_number_is_known_again() -> None:
    found = heard(ROWS, [LEAD, line("8キロの航路を、25分で走るのだ。")])
    assert 0 in found.said
    assert 1 in found.touched, "who names no sentence may have left out half of it"
    assert not {2, 3, 4} & (found.said | found.touched)


def test_two_lines_may_share_one_sentence() -> None:
    found = heard(ROWS, [LEAD, line("航路は、片道8キロなのだ。"), line("25分で結ぶのだ。")])
    assert 1 in found.touched | found.said


def test_nothing_is_told_twice_and_all_else_in_its_order() -> None:
    said = woven(LEAD, line("8キロの航路を、25分で走るのだ。"))
    assert sum("8キロ" in text for text in said) == 1
    places = [at for word in ("充電", "太陽光", "680円", "半額")
              for at, text in enumerate(said) if word in text]  # fmt: skip
    assert places == sorted(places)
    assert len(places) == 4


def test_a_pointer_stands_behind_what_it_points_at() -> None:
    said = woven(
        LEAD,
        line("船には、充電の設備を積んだ部屋があるのだ。", 2),
        line("運賃は、片道680円なのだ。", 4),
    )
    at = next(at for at, text in enumerate(said) if text.startswith("この設備"))
    assert "充電の設備" in said[at - 1]


def test_no_pointer_to_what_was_told_in_part() -> None:
    said = woven(LEAD, line("船には、部屋があるのだ。", 2))
    assert not any(text.startswith("この設備") for text in said)
    assert any("680円" in text for text in said)


def test_what_belongs_together_is_not_parted() -> None:
    goes_on = line("それは、夜も続くのだ。")
    remark = Line("ぼくも、乗ってみたいのだ。", ZUNDAMON.name, source=Source(card=REMARK))
    paid = line("運賃は、大人が片道680円なのだ。", 4)
    said = woven(LEAD, goes_on, paid, remark)
    assert said[:2] == [LEAD.text, goes_on.text]
    assert said[said.index(remark.text) - 1] == paid.text
    assert not any(text.startswith("ただし") for text in said), "its place is taken by the remark"


def test_the_articles_opening_may_come_before_a_lead_from_further_down() -> None:
    weaving = Weaving(ROWS, [line("運賃は、大人が片道680円なのだ。", 4)])
    weaving.put(ROWS[0], [LEAD])
    weaving.put(ROWS[1], [line("片道8キロの航路を、25分で結ぶのだ。", 1)])
    assert [one.text[:2] for one in weaving.lines] == ["汽船", "片道", "運賃"]


def test_nothing_else_comes_before_the_lead() -> None:
    weaving = Weaving(ROWS, [line("運賃は、大人が片道680円なのだ。", 4)])
    weaving.put(ROWS[1], [line("片道8キロの航路を、25分で結ぶのだ。", 1)])
    assert [one.text[:2] for one in weaving.lines] == ["運賃", "片道"]
