"""English endings put on katakana: モデル + s モデルズ, ラン + ing ランニング.

The last sound of the stem decides, as it does in Japanese loanwords; `spelling` is the stem in
Latin letters, asked where the sound alone does not tell.
"""

from __future__ import annotations

_ROWS = {
    "ク": ("カ", "キ", "ケ"), "グ": ("ガ", "ギ", "ゲ"), "ス": ("サ", "シ", "セ"),
    "ズ": ("ザ", "ジ", "ゼ"), "ト": ("タ", "ティ", "テ"), "ド": ("ダ", "ディ", "デ"),
    "フ": ("ファ", "フィ", "フェ"), "ブ": ("バ", "ビ", "ベ"), "プ": ("パ", "ピ", "ペ"),
    "ム": ("マ", "ミ", "メ"), "ル": ("ラ", "リ", "レ"), "ヌ": ("ナ", "ニ", "ネ"),
    "チ": ("チャ", "チ", "チェ"), "ジ": ("ジャ", "ジ", "ジェ"), "シュ": ("シャ", "シ", "シェ"),
}  # fmt: skip
"""The last mora → what it is before -er or -able, -ing, and -est."""

_VOICELESS = ("ク", "プ", "フ", "ス", "シュ", "チ")


def plural(reading: str, spelling: str = "") -> str:
    """モデル → モデルズ, チップ → チップス, ボット → ボッツ, サービス → サービシズ."""
    if reading.endswith("ト"):
        return reading[:-1] + "ツ"
    if reading.endswith("ド"):
        return reading[:-1] + "ズ"
    if reading.endswith("ス"):
        reading = _hardened(reading, spelling) if spelling.endswith("x") else reading
        return reading if spelling.endswith("th") else reading[:-1] + "シズ"
    if reading.endswith("シュ"):
        return reading[:-1] + "ズ"
    if reading.endswith("ティ") and spelling.endswith("y"):
        return reading + "ーズ"
    if reading.endswith("ズ"):
        return reading[:-1] + "ジズ"
    return reading + ("ス" if reading.endswith(("ク", "プ", "フ")) else "ズ")


def past(reading: str, spelling: str) -> str:
    """ロード → ローデッド, リリース → リリースト, デザイン → デザインド."""
    if spelling.endswith(("t", "te", "d", "de")) and reading.endswith(("ト", "ド")):
        stem = _softened(reading, spelling)
        return stem[:-1] + ("テッド" if stem.endswith("ト") else "デッド")
    return reading + ("ト" if reading.endswith(_VOICELESS) else "ド")


def going(reading: str, spelling: str, *, doubled: bool = False) -> str:
    """テスト → テスティング, ラン → ランニング, モニター → モニタリング."""
    if reading.endswith("ン"):
        return reading + "ニング" if doubled else reading[:-1] + "ニング"
    if spelling.endswith(("r", "re")):
        return reading.removesuffix("ー") + "リング"
    stem = reading if doubled else _softened(reading, spelling)
    return _moved(_hardened(stem, spelling), 1, "イ") + "ング"


def doer(reading: str, spelling: str, *, doubled: bool = False) -> str:
    """テスト → テスター, ラン → ランナー, プレイ → プレイヤー, クラシファイ → クラシファイア."""
    if reading.endswith("ン"):
        return (reading if doubled else reading[:-1]) + "ナー"
    if spelling.endswith(("r", "re")):
        return reading.removesuffix("ー").removesuffix("ア") + "ーラー"
    if reading.endswith("イ"):
        return reading + ("ア" if spelling.endswith("fy") else "ヤー")
    if reading.endswith("ー") and spelling.endswith("y"):
        return reading[:-1] + "アー"
    return _moved(_hardened(reading, spelling), 0, "ワ") + "ー"


def most(reading: str, spelling: str) -> str:
    """ファスト → ファステスト, スモール → スモーレスト, ヘビー → ヘビエスト."""
    if reading.endswith("ン"):
        return reading[:-1] + "ネスト"
    if spelling.endswith(("r", "re")):
        return reading.removesuffix("ー") + "レスト"
    stem = reading if spelling.endswith("w") else reading.removesuffix("ー")
    return _moved(stem, 2, "エ") + "スト"


def manner(reading: str, spelling: str) -> str:
    """クイック → クイックリー, ヘビー → ヘビリー, オートマチック → オートマチカリー."""
    if spelling.endswith("ic") and reading.endswith("ック"):
        return reading[:-2] + "カリー"
    if spelling.endswith(("l", "le")):
        reading = reading.removesuffix("ル")
    short = spelling.endswith(("y", "er", "ar", "or"))
    return (reading.removesuffix("ー") if short else reading) + "リー"


def able(reading: str, spelling: str) -> str:
    """スケール → スケーラブル, ユーズ → ユーザブル, トレイン → トレイナブル."""
    if reading.endswith("ン"):
        return reading[:-1] + "ナブル"
    if spelling.endswith(("r", "re")):
        return reading.removesuffix("ー") + "ラブル"
    return _moved(_softened(reading, spelling), 0, "ア") + "ブル"


def ability(reading: str, spelling: str) -> str:
    """スケール → スケーラビリティ."""
    return able(reading, spelling).removesuffix("ブル") + "ビリティ"


def noun(suffix: str, reading: str, spelling: str) -> str:
    """An ending that only follows: フェア → フェアネス; ー falls after y, and before -ful."""
    short = spelling.endswith("y") or suffix == "フル"
    stem = reading.removesuffix("ー") if short else reading
    return stem + suffix


def of_ion(suffix: str, reading: str) -> str:
    """-al and -ary after -ion: ジェネレーション → ジェネレーショナル."""
    return reading.removesuffix("ン") + suffix


def believer(suffix: str, reading: str, spelling: str) -> str:
    """-ist and -ism: ノベル → ノベリスト, スケプティック → スケプティシズム."""
    if spelling.endswith("ic") and reading.endswith("ック"):
        return reading[:-2] + "シ" + suffix
    return going(reading, spelling).removesuffix("ング") + suffix


def _hardened(reading: str, spelling: str) -> str:
    """process プロセス is プロセッシング, fix フィックス is フィクシング."""
    if spelling.endswith("x") and reading.endswith("ックス"):
        return reading[:-3] + "クス"
    if spelling.endswith("ss") and reading.endswith("ス") and reading[-2:-1] not in ("ッ", "ー"):
        return reading[:-1] + "ッス"
    return reading


def _moved(reading: str, vowel: int, otherwise: str) -> str:
    """The reading with its last mora moved to a row's vowel; another vowel is added to others."""
    for last in (reading[-2:], reading[-1:]):
        if last in _ROWS:
            return reading[: -len(last)] + _ROWS[last][vowel]
    return reading + otherwise


def _softened(reading: str, spelling: str) -> str:
    """limit リミット is リミテッド, リミティング: a weak last syllable loses its ッ before them.

    A doubled letter (cut, cutting) keeps it, and so does a word of one syllable.
    """
    weak = spelling.endswith(("it", "et"))
    if weak and reading.endswith("ット") and len(reading) > 3:
        return reading[:-2] + "ト"
    return reading
