"""Which sentences of an article may go on air as they stand, and in which wording.

Nothing is added; what cannot be said truthfully by somebody else, on another day, without the
page before one's eyes, is left out with the reason. No analyser is needed for any of it.
"""

from __future__ import annotations

import re
from typing import Final

from broadcaster.japanese import is_chinese
from broadcaster.writing.gloss import bare, opened

MOST_MORAE: Final = 60
LEAST_MORAE: Final = 8
_MOST_COMMAS: Final = 3
_MOST_NUMBERS: Final = 2
_MOST_CHARACTERS: Final = 160
_LEAST_JAPANESE: Final = 0.3

_LEANS: Final = re.compile(
    r"\s*(?:(?:通常|実際|実際に|もちろん|最近|現在|今|特に|では)、)?(?:この(?![みしは])|その(?!べ)|それ(?!ぞれ)|"
    r"これ(?!から|まで)|あの|[こそあ]う(?:した|いう|いった|して|すると|なる|なれば|だ|で)|"
    r"[こそ]こ(?:で|に|から|まで|は|が|を|、)|同じ|しかし|だが|ただ(?:し|、|の)|でも、|一方|他方|また、|"
    r"また(?=この|その)|そして|さらに|しかも|ところが|すると|そのため|だから|したがって|つまり|すなわち|"
    r"例えば|たとえば|なお、|ちなみに|もっとも、|とはいえ|ですが|それでも|両[社者方国]|[2-9][社者人](?:は|が|とも)|"
    r"同[社氏省国庁市県紙誌州](?![一-龠])|同(?:モデル|サービス|機能|製品|論文|研究|チーム|団体|サイト|ブログ)|"
    r"彼(?:ら|女|[はがのをにも、])|前者|後者|加えて|実際|そもそも|まず(?:は|、)|次に|最後に|結果として|"
    r"比較すると|確かに|特に|とくに|では、|いずれ|合計|一人|もう一人|話は|どちら|もう[1一]つ|ほかに|他に|"
    r"当時|正しくは|なぜなら|というのも|今回の|反対に|逆に|同様に|いわば|要するに|おかげで|結局)"
    r"|.{0,20}?(?:それ(?!ぞれ)|これ(?!から|まで)|彼(?:女|ら)?[をはがにも])|[^、。]{1,40}が、?その(?=[一-龠])|.{0,24}?同様の(?=[一-龠])"
)
_HAS_TOPIC: Final = re.compile(
    r"(?<![でてと])は|(?<!な)が(?!ら|な[いくかけ]|あ[りるっ]|必要|でき|可能)|(?<![てでにとどく])も(?![のとらうち])"
)
"""A doer or a topic; the が of 必要がある and the も of こともできる are neither."""

_DIGITS: Final = str.maketrans("一二三四五１２３４５", "1234512345")
_COUNTS: Final = re.compile(r"\s*([1-5１-５一二三四五])(?:つ目|番目|点目)")
_LIMIT: Final = "ただし|ただ、|もっとも、"
_LIMITS: Final = re.compile(rf"\s*(?:{_LIMIT})")
_TURNS: Final = re.compile(rf"\s*(?:{_LIMIT}|しかし|ところが|だが、|ですが、|でも、|とはいえ)")
_ADDS: Final = re.compile(
    r"\A(?:(?:そして|また|さらに|しかも|なお|加えて|それから|ただ|もっとも)、|ただし、?)"
)
_SPEAKS_OF_ITSELF: Final = re.compile(
    r"私(?![立鉄的有設道費])|わたし|筆者|当社|弊社|当方|小社|当サイト|当ブログ|本誌|本紙|本サイト|弊誌|我々|われわれ|我が|わが[国社家]|僕|俺|"
    r"うち(?:[はも]|の(?!ち)|では)|自分[はも]|オレ|ボク|(?<![ぁ-ん])俺|マジ|ありがと|よろしくお願い|えーと|"
    r"皆さん|みなさん|皆様|みんな|あなた|読者|本記事|この記事|本稿|このクラス|このコース|今回[はも、]|今度は|つもり|"
    r"(?<![とで])一緒に|話をし|話し始め|について話|見てみ|楽し|(?:紹介|解説|説明)(?:する|します|していく|していきます|しよう)[。！]|"
    r"参照|ご覧|ご紹介|いただ"
)
_PRAISES: Final = re.compile(
    r"すご|凄|素晴らし|すばらし|驚(?:く|き|異|愕)|圧巻|大問題|小さなことでは|目が離せ|最高の|見事|残念|革命的|画期的|始まり(?:だ|です|でし|に過ぎ|にすぎ)"
)
_POINTS: Final = re.compile(
    r"以下(?!の(?:人|子|モデル|規模|年齢)|に|と|で)|下記|上記|前述|後述|こちら|下図|上図|図\d|表\d|写真(?:のとおり|の通り|参照|提供|[=＝(（])|写真は(?:イメージ|当時|、)|[左右上下]の(?:写真|図|表)|動画を|クリック|ダウンロードは|リンク|お問い合わせ|次のとおり|"
    r"次のように|[:：]|\A\d+、|質問\s*\d|\d\s*[)）]|次の式|\.\.\.|…|‥"
)
_UNSPEAKABLE: Final = re.compile(
    r"https?:|www\.|\w@\w|[`{}<>=|\\]|\w/\w+/|\[\[|\.(?:py|com|html|jp)\b|[\ufffd\x00-\x08]"
)
_FRAGMENT: Final = re.compile(r"\A[、。」』）)］\].,・ー〜ん]|\A[をはがにと](?=[^ぁ-ん])")
_ASKS: Final = re.compile(
    r"(?:[？?]|か|かな|でしょうか|だろうか|ください|ほしい|よう|ましょう|たい|と思う|と思います|はず|はずだ|はずです|(?<=[うくすつぬむるぐぶたいな])んだ|よ|ね)"
    r"[。！!？?\s]*\Z"
)
_NUMBER: Final = re.compile(r"(?<![A-Za-z0-9.,-])[0-9０-９][0-9０-９.,]*(?![A-Za-z0-9])")
_NOT_COUNTED: Final = re.compile(
    r"「[^」]*」|[0-9０-９]+代(?:から[0-9０-９]+代)?の?(?=[男女]|会社員|夫婦)|午[前後][0-9０-９]+時(?:[0-9０-９]+分)?|[0-9０-９]+年|[0-9０-９]+月(?:[0-9０-９]+日)?|[0-9０-９]+日|"
    r"[0-9０-９]+[万億兆]?[^、0-9０-９]{0,6}あたり|[0-9０-９]+つ目|[0-9０-９]+分の(?=[0-9０-９])|"
    r"(?<=[0-9０-９][万億兆])[0-9０-９]+|(?<=[A-Za-z] )[0-9.]+(?=[^0-9.人個社本件台円倍%％年月日])"
)
"""Dates, names in quotes, 「100万トークンあたり」, the first half of a fraction, Llama 2."""

_ACTS_WITHOUT: Final = re.compile(
    r"(?:で|に|から|へ)(?:打ち上げ|着|行|始|開|使|公開|発売|提供|販売|運|届)[^。]{0,9}(?:る|う|く|た|だ|です|ます)。\Z"
)
"""種子島からロケットで打ち上げる。: what is done to what the sentence before spoke of."""

_QUOTED: Final = re.compile(r"「[^」]*」")
_REPORTED: Final = re.compile(r"[」』](?:などと|と)(?!呼|名付|いう|題|並|比べ|の|「)")
_SAID_FIRST: Final = re.compile(
    r"\A(?P<quotation>「[^「」]*」)と、?(?P<speaker>[^、。「」はが]{2,24})(?P<particle>[はが])、?"
    r"(?P<verb>[^、。「」はが]{1,14}[。！!]?)\Z"
)
_DATELINE: Final = re.compile(
    r"\A[［\[【(（][^］\]】)）。]{2,40}(?:日|ロイター|共同|時事|AP|AFP)[^］\]】)）。]{0,12}[］\]】)）]\s*[-－‐–—―ー]?\s*"
)
"""［サンフランシスコ　28日　ロイター］ - before a story: where an agency wrote it, and when."""

_REMARK: Final = re.compile(r"\A[※＊*]\s*")
_RATE: Final = re.compile(r"(1(?:ドル|ユーロ|ポンド))\s?[=＝]\s?(?=[0-9])")
_ABBREVIATED: Final = re.compile(r"、略して[A-Za-z]{2,8}(?=[、はがをのにでとも])")
_CHATS: Final = re.compile(
    r"(?:(?<=[しいっきれ])て[るた]|んだけど|けど|じゃん|っぽい|かも|わ|かな|って感じ)[。！!]\Z|"
    r"(?:何|誰|どこ|いつ|どう|どんな[^。、]{1,8})(?:で|に|な)?(?:でしょう|だろう)か?[。！]\Z"
)
"""Somebody is talking to somebody else: it is no news, and not ours to answer."""

_GAP: Final = re.compile(r"(?<=[^\x00-\x7f])[ 　]+|[ 　]+(?=[^\x00-\x7f])")
_KANA: Final = re.compile(r"[ぁ-んァ-ヶ]")
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶー一-龠々]")
_BRACKETS: Final = (("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("“", "”"))
_VALUE: Final = re.compile(
    r"価格|値段|料金|利用料|手数料|[0-9億万]ドル|[0-9億万]円|セント|コスト|無料|値下げ|割引|性能|パフォーマンス|速度|高速|速[くい]|精度|成績|"
    r"節約|短縮|改善|向上|効率|半減|減らせ|省け|だけで[^、。]{1,20}(?:でき|なる|なり|使え|済)|スコア|ベンチマーク|上回|匹敵|倍|割|[0-9][%％]|パーセント|省電力|軽量"
)
_CAVEAT: Final = re.compile(
    rf"\A\s*(?:{_LIMIT})|限ら|に限|限定|契約が|が必要(?:だ|に|で|と)|研究(?:目的|用)|商用|未公開|公開されていな|公表していな|"
    r"対応(?:して(?:い)?な|しな)|非対応|付属しな|含まれ(?:ていな|な|ず)|使えな|使いにく|でき(?:ない(?!ほど)|ません)|"
    r"公表されていな|条件|制限|必要が(?:ある|あり)|対象外|除く|除き|自身が測|検証(?:され|は)|とは限ら|保証(?:し|は)|課題|不明|明らかに(?:して|なって)いな|一部の|まだ|だけ(?:だ|です|で、|である)"
)


_EVENT: Final = re.compile(
    r"[^は、。]が(?:あ(?:った|り|りました)|起き|起こ|発生|相次|死亡|亡くな|けがを|負傷|倒れ|崩れ|燃え|落ち|"
    r"衝突|転覆|脱線|墜落|漏|流出|見つか|行方不明)"
)
_DEED: Final = re.compile(
    r"(?:発表|公開|発売|開始|リリース|導入|買収|提携|値下げ|値上げ|修正|開発|設立|調達|公表|開設|更新|"
    r"報告|実施|停止|決定|合意|比較|提供)(?:し|する|を|さ)|(?:始め|開い|決め|出し)(?:た|まし)"
)
_EARLY_TOPIC: Final = re.compile(r".{1,40}?[はが]")


def leans_on_predecessor(sentence: str) -> bool:
    """Whether the sentence means what was said before it: この, しかし, 同社 …, or has no topic."""
    topical = _HAS_TOPIC.search(sentence) or tells_an_event(sentence)
    return bool(_LEANS.match(sentence)) or not topical


def number_in_list(sentence: str) -> int:
    """2 for 「2つ目は」, 1 for 「1つ目は」 and 0 for what is no part of a counted list."""
    found = _COUNTS.match(sentence)
    return int(found[1].translate(_DIGITS)) if found else 0


def turns_it_around(sentence: str) -> bool:
    """Whether it opens with ただし or しかし: what stands before it is not the whole truth."""
    return bool(_TURNS.match(sentence))


def limits_it(sentence: str) -> bool:
    """Whether it opens with ただし: without it, what stands before must not be told at all."""
    return bool(_LIMITS.match(sentence))


def tells_value(sentence: str) -> bool:
    """Whether it tells a price or a performance, which want their conditions told."""
    return bool(_VALUE.search(sentence))


def is_caveat(sentence: str) -> bool:
    """Whether it tells a condition or a limit."""
    return bool(_CAVEAT.search(sentence))


def has_topic_early(sentence: str) -> bool:
    """Whether its first words say what it is about."""
    return bool(_EARLY_TOPIC.match(sentence))


def tells_a_deed(sentence: str) -> bool:
    """Whether it tells who did what: a doer or a topic first, and something that was done."""
    return has_topic_early(sentence) and bool(_DEED.search(sentence))


def tells_an_event(sentence: str) -> bool:
    """Whether something happens in it, without a doer: 爆発があった, 3人が死亡した."""
    return bool(_EVENT.search(sentence))


def standing_alone(sentence: str) -> str:
    """The sentence without the そして or ただし that joins it to what was left out."""
    return _ADDS.sub("", sentence)


def for_the_ear(sentence: str) -> str:
    """The sentence with its brackets opened or dropped, without stray gaps, speaker first."""
    return _speaker_first(_GAP.sub("", opened(_unmarked(sentence))).strip())


def in_short(sentence: str) -> str:
    """As `for_the_ear`, every bracket dropped, those that it opened as well."""
    short = _ABBREVIATED.sub("", bare(_unmarked(sentence)))
    return _speaker_first(_GAP.sub("", short).strip())


def _unmarked(sentence: str) -> str:
    """Without the dateline and the ※ that only a page shows; 1ドル=152円 as it is said."""
    return _RATE.sub(r"\1", _REMARK.sub("", _DATELINE.sub("", sentence.strip())))


def _speaker_first(sentence: str) -> str:
    """「…」と市長は話した → 市長は「…」と話した: not a character of either half is changed."""
    found = _SAID_FIRST.match(sentence)
    if not found:
        return sentence
    return f"{found['speaker']}{found['particle']}{found['quotation']}と{found['verb']}"


def unfit(said: str) -> str:
    """Why a sentence (as `for_the_ear` gives it) cannot go on air; empty where it can.

    How long it takes to say is not looked at here.
    """
    if said[-1:] not in ("。", "！", "!"):
        return "no sentence"
    if len(said) > _MOST_CHARACTERS:
        return "length"
    if is_chinese(said) or not _KANA.search(said):
        return "not Japanese"
    around = _QUOTED.sub("", said)
    for reason, pattern, text in (
        ("not ours to say", _SPEAKS_OF_ITSELF, around),
        ("praise", _PRAISES, around),
        ("cannot be spoken", _UNSPEAKABLE, said),
        ("points at the page", _POINTS, said),
        ("asks or wishes", _ASKS, said),
        ("chat", _CHATS, said),
        ("fragment", _FRAGMENT, said),
    ):
        if pattern.search(text):
            return reason
    return _malformed(said, around)


def _malformed(said: str, around: str) -> str:
    if not (re.search(r"[はがもを]", said) or _ACTS_WITHOUT.search(said)):
        return "no subject"
    if any(said.count(opening) != said.count(closing) for opening, closing in _BRACKETS):
        return "open bracket"
    if len(_JAPANESE.findall(around)) < _LEAST_JAPANESE * len(around):
        return "not Japanese"
    if _nobody_speaks(said):
        return "quotation without its speaker"
    return ""


def _nobody_speaks(said: str) -> bool:
    """Whether a quotation is reported, and nobody was named before it."""
    reported = _REPORTED.search(said)
    if not reported:
        return False
    opens = said.rfind("「" if reported[0][0] == "」" else "『", 0, reported.start())
    return not re.search("[はがも]", said[: max(0, opens)])


def unfit_after(said: str) -> str:
    """As `unfit`, of the second part of one sentence: the first has said who it is about."""
    reason = unfit(said)
    return "" if reason == "no subject" else reason


def is_dense(said: str) -> bool:
    """Whether there is more than one breath of it: three numbers, or four parts."""
    numbers = len(_NUMBER.findall(_NOT_COUNTED.sub("", said)))
    return numbers > _MOST_NUMBERS or _QUOTED.sub("", said).count("、") > _MOST_COMMAS
