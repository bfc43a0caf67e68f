"""Which stories are told without a joke."""

from __future__ import annotations

import pytest

from broadcaster.programme import Character
from broadcaster.writing.gravity import is_grave
from tests.writing.news import article

HOST = Character("z", "z", "z", grave_topics=("死亡", "事故", "流出", "解雇", "訴訟"))
PLAIN = "会社が新しい機械を公開した。値段は安い。色は三つある。"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("工場で事故", PLAIN),
        ("名簿が流出", PLAIN),
        ("会社が300人を解雇", PLAIN),
        ("作家が会社を提訴", PLAIN),
        ("元社員を逮捕", PLAIN),
        ("工場の話", "工場の火災で、2人が死亡した。原因は調査中だ。"),
        ("工場の話", "会社が発表した。けさの事故で、1人が重体だ。機械は止まっている。"),
        ("会社の話", PLAIN + "社員を解雇した。ほかの解雇も検討している。"),
        ("Startup announces layoffs", PLAIN),
        ("Two killed in factory fire", PLAIN),
        ("事故を防ぐ機械で死亡事故", PLAIN),
        ("会社が320人を削減へ", PLAIN),
        ("会社の話", "会社は希望退職を募ると発表した。" + PLAIN),
        ("ケトルを自主回収 やけどのおそれ", PLAIN),
    ],
)
def test_grave(title: str, text: str) -> None:
    assert is_grave(article(title, text), HOST)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("新しい機械", PLAIN),
        ("新しい機械", PLAIN + "運転の事故を減らす効果もある。"),
        ("事故を防ぐ新しい機械", "会社が、事故を未然に防ぐ機械を公開した。災害への備えにもなる。"),
        ("地震を予測するAI", "大学が、地震の予測に使うモデルを公開した。"),
        ("災害時に使える電池", "会社が、災害時に使える電池を公開した。停電に強い。"),
        ("新しい機械", PLAIN + "前の社長は、訴訟を経験した。"),
        ("情報の流出を防止するソフト", "会社が、流出防止のソフトを公開した。"),
        ("Deadline for the model", PLAIN),
        ("A crash course in Rust", PLAIN),
    ],
)
def test_not_grave(title: str, text: str) -> None:
    assert not is_grave(article(title, text), HOST)


def test_comments_are_no_mentions() -> None:
    from dataclasses import replace

    from broadcaster.nouns import Paragraph

    one = article("新しい機械", PLAIN)
    said = Paragraph("事故だ。事故だ。死亡だ。", kind="comment")
    assert not is_grave(replace(one, paragraphs=(*one.paragraphs, said)), HOST)
