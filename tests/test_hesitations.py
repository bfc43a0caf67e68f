"""What speakers did not mean to say is lost; words that look like it stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.japanese import fluent, sounds_in, without_sounds
from broadcaster.writing.quarantine import harmless

LOST = {
    "えーっと、あの、今日はですね、図書館の話をします。": "今日は、図書館の話をします。",
    "ま、新しい機械がですね、入りました。": "新しい機械が、入りました。",
    "はい、あの、図書館は、えー、10月に、本を入れました。": "図書館は、10月に、本を入れました。",
    "ロボットは、その、夜のあいだに動きます。": "ロボットは、夜のあいだに動きます。",
    "それは、えー来年です。": "それは、来年です。",
    "ただ、重い画集は、あのー、運べません。": "ただ、重い画集は、運べません。",
    "まあ、えっとですね、声が届いています。": "声が届いています。",
    "市長がね、そう話しました。": "市長が、そう話しました。",
    "うーんと、値段は、ええと、280万円です。": "値段は、280万円です。",
    "で、修理は市民が受け持ちます。": "修理は市民が受け持ちます。",
    "1時間で、1時間で120冊を戻します。": "1時間で120冊を戻します。",
    "待ち時間が、えー、待ち時間が半分になりました。": "待ち時間が半分になりました。",
    "来年は、もう一台がもう一台が駅前に立つ予定です。": "来年は、もう一台が駅前に立つ予定です。",
}
KEPT = (
    "あの人は、その後、まあまあの出来だと言いました。",
    "あの人気のある絵本です。その市民は、まあまあ、まあまあだと話した。",
    "彼は「えー、あの、困ります」と言いました。",
    "子どもですね、これは。",
    "東京都と、京都と大阪です。",
    "日に日に増えました。いろいろあります。だんだん寒くなりました。",
    "へえー、そうですか。",
    "そのままの形で、ままごとをする。",
    "3台、3台と数えた。点は、10、10、9でした。",
    "市、市民団体、企業が参加しました。",
    "では、始めます。でも、遅いです。",
    "お茶なんか、どうですか。",
    "はい、そうです。",
)


@pytest.mark.parametrize("said", LOST)
def test_what_nobody_meant_to_say(said: str) -> None:
    assert fluent(said) == LOST[said]
    assert fluent(LOST[said]) == LOST[said]


@pytest.mark.parametrize("said", KEPT)
def test_words_stay(said: str) -> None:
    assert fluent(said) == said


@pytest.mark.parametrize("said", KEPT)
def test_a_model_is_given_the_words_too(said: str) -> None:
    assert harmless(said) == said


def test_sounds_alone_are_lost_where_nobody_knows_that_it_is_speech() -> None:
    assert without_sounds("今日はえーと、あの、図書館です。") == "今日はあの、図書館です。"
    assert sounds_in("えーと、「えーと」と、あのー、言った。") == 2


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="えあのーっとま、。「」図書館はがで3 ", max_size=60))
def test_nothing_is_added_and_quotations_stand(text: str) -> None:
    said = fluent(text)
    rest = iter(text)
    assert all(char in rest for char in said), "what is left stands in the text, in its order"
