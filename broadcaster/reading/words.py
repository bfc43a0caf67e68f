"""Tables of the room: letters, words known by heart, signs, units, and how each is said."""

from __future__ import annotations


def _pairs(block: str) -> dict[str, str]:
    """Surface and reading in turn, parted by spaces."""
    cells = block.split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


LETTERS = _pairs("""
    a エー   b ビー   c シー   d ディー   e イー   f エフ   g ジー   h エイチ   i アイ
    j ジェー   k ケー   l エル   m エム   n エヌ   o オー   p ピー   q キュー   r アール
    s エス   t ティー   u ユー   v ブイ   w ダブリュー   x エックス   y ワイ   z ゼット
""")

DIGITS_IN_NAMES = _pairs("""
    1 ワン   2 ツー   3 スリー   4 フォー   5 ファイブ   6 シックス   7 セブン   8 エイト
    9 ナイン
""")
"""A single figure inside a Latin name is said in English: GPT-4 フォー."""

ORDINALS = _pairs("""
    1 ファースト   2 セカンド   3 サード   4 フォース   5 フィフス   6 シックスス   7 セブンス
    8 エイス   9 ナインス   10 テンス   11 イレブンス   12 トゥエルフス   20 トゥエンティース
    21 トゥエンティファースト   25 トゥエンティフィフス   30 サーティース   50 フィフティース
""")
"""Ordinals that go with an English word: 4th Gen, 21st Century."""

DIGITS = _pairs("""
    0 ゼロ   1 イチ   2 ニー   3 サン   4 ヨン   5 ゴー   6 ロク   7 ナナ   8 ハチ
    9 キュー
""")
"""One figure at a time, as telephone numbers are said."""

ACRONYMS_AS_WORDS = _pairs("""
    BERT バート   CUDA クーダ   DALI ダリ   ELMO エルモ   FAIR フェア   GAN ガン   GIL ギル
    JAX ジャックス   JSON ジェイソン   LAN ラン   LIDAR ライダー   LISP リスプ   NEDO ネド
    NIST ニスト   OAUTH オーオース   PIN ピン   POSIX ポジックス   RAID レイド   RISC リスク
    ROM ロム   SIM シム   SLAM スラム   SMART スマート   SOTA ソータ   SWAT スワット
    TFLOPS テラフロップス   PFLOPS ペタフロップス   TOPS トップス   UEFI ユーイーエフアイ
    VIP ビップ   WAN ワン   YAML ヤムル   ASIC エーシック   BIOS バイオス   CAD キャド
    CMOS シーモス   DALL ダル   ETA イーティーエー   NOT ノット   OR オア   AND アンド
    ON オン   OFF オフ   NEW ニュー   THE ザ   FOR フォー   PRO プロ   MAX マックス
    MINI ミニ   PLUS プラス   NEWS ニュース   LIVE ライブ   OPEN オープン   TEAM チーム
    TEST テスト   WIN ウィン   TOP トップ   BEST ベスト   FREE フリー   READ リード
    ME ミー   GO ゴー   NO ノー   YES イエス
""")
"""Words in capitals that are said as words; all others of up to five letters are spelled."""

PREFIXES = _pairs("""
    super スーパー   under アンダー   inter インター   intra イントラ   infra インフラ
    micro マイクロ   macro マクロ   hyper ハイパー   cyber サイバー   multi マルチ
    electro エレクトロ   counter カウンター   pseudo スード   trans トランス   ultra ウルトラ
    hydro ハイドロ   photo フォト   neuro ニューロ   over オーバー   auto オート
    semi セミ   anti アンチ   nano ナノ   mega メガ   meta メタ   mono モノ   poly ポリ
    post ポスト   self セルフ   tele テレ   fore フォア   down ダウン   back バック   out アウト
    non ノン   mis ミス   dis ディス   pre プリ   sub サブ   bio バイオ   geo ジオ   up アップ
    un アン   re リ   co コ   de デ   e イー   exa エクサ   peta ペタ   tera テラ   giga ギガ
    kilo キロ   milli ミリ   eco エコ   info インフォ   techno テクノ   crypto クリプト
    astro アストロ   aero エアロ   retro レトロ   proto プロト   thermo サーモ   psycho サイコ
    socio ソシオ   agri アグリ   cardio カーディオ   immuno イムノ   petro ペトロ   stereo ステレオ
    pharma ファーマ   turbo ターボ   euro ユーロ   audio オーディオ
""")
"""What may stand before a known word; the longest goes first."""

_SHORT_PARTS = """
    add air all app bar big bio bit box bug bus car cat cut day dog ear eco end eye fan fly
    fun gas get hot ice ink jet job key kit lab law led log low man map max mid mix mod net
    new off oil old one out pad pay pen pet pin pod pop pro red run sea set sky sub sun tab
    tag tax tea tip toe top toy two up van war way web win zip
"""
SHORT_PARTS = frozenset(_SHORT_PARTS.split())
"""Words of three letters that are written together with others: airport, weblog, layoff."""

SYMBOLS = _pairs("""
    & アンド   @ アット   = イコール   + プラス   ± プラスマイナス   × かける   ÷ 割る
    ≒ ニアリーイコール   ≠ ノットイコール   ≈ 約   ≥ 以上   ≧ 以上   ≤ 以下   ≦ 以下
    ∞ 無限大   √ ルート   ∑ シグマ   ∫ インテグラル   ∂ パーシャル   ∆ デルタ   % パーセント
    $ ドル   € ユーロ   £ ポンド   ¥ 円   ₩ ウォン   ₿ ビットコイン   ¢ セント   ₹ ルピー
    ₽ ルーブル   ° 度   ℃ 度   ℉ カ氏度   ㎡ 平方メートル   ㎥ 立方メートル   ㎏ キログラム
    ㎞ キロメートル   ㎝ センチメートル   ㎜ ミリメートル   ㌔ キロ   ㌢ センチ
    ㍍ メートル   ㌘ グラム   ㌧ トン   ㌦ ドル   ㌫ パーセント   ㍑ リットル   ‰ パーミル
    № ナンバー   ℡ 電話   ㈱ カブシキガイシャ   ㈲ ユウゲンガイシャ   ㈳ シャダンホウジン
    ㈶ ザイダンホウジン   ㍿ カブシキガイシャ   〒 ユウビンバンゴウ   ½ 2分の1   ⅓ 3分の1
    ⅔ 3分の2   ¼ 4分の1   ¾ 4分の3   ² の2乗   ³ の3乗   ㍻ ヘイセイ   ㍼ ショウワ
    ㋿ レイワ   ㍾ メイジ   ㍽ タイショウ   ゠ イコール   ㊗ シュク   ㊙ マルヒ   ゟ より
    ヿ コト   ヷ ヴァ   ヸ ヴィ   ヹ ヴェ   ヺ ヴォ
""")

GREEK = _pairs("""
    α アルファ   β ベータ   γ ガンマ   δ デルタ   ε イプシロン   ζ ゼータ   η イータ
    θ シータ   ι イオタ   κ カッパ   λ ラムダ   μ ミュー   ν ニュー   ξ クサイ
    ο オミクロン   π パイ   ρ ロー   σ シグマ   τ タウ   υ ユプシロン   φ ファイ   χ カイ
    ψ プサイ   ω オメガ
""")

SCRIPTS = _pairs("""
    HANGUL ハングルの文字   CYRILLIC キリル文字   ARABIC アラビア文字   HEBREW ヘブライ文字
    THAI タイ文字   DEVANAGARI デーバナーガリー文字   GREEK ギリシャ文字   CJK 読めない漢字
""")
"""First word of a letter's Unicode name → what is said for a run of such letters."""

_PREFIXES = _pairs("""
    k キロ   K キロ   M メガ   G ギガ   T テラ   P ペタ   E エクサ
""")
_PREFIXED = _pairs("""
    B バイト   iB バイト   bit ビット   bps ビーピーエス   Hz ヘルツ   W ワット   Wh ワットアワー
    FLOPS フロップス   FLOPs フロップス
""")
UNITS = {
    **{
        p + unit: prefix + said
        for p, prefix in _PREFIXES.items()
        for unit, said in _PREFIXED.items()
    },
    **_pairs("""
    kV キロボルト   MV メガボルト   kOPS キロオプス   KOPS キロオプス   MOPS メガオプス
    GOPS ギガオプス   POPS ペタオプス   EOPS エクサオプス   TOPS トップス   bit ビット
    bits ビット   bps ビーピーエス   bytes バイト   byte バイト   Hz ヘルツ   W ワット
    Wh ワットアワー   V ボルト   mAh ミリアンペアアワー   mA ミリアンペア   mV ミリボルト
    fps エフピーエス   FPS エフピーエス   rpm アールピーエム   dpi ディーピーアイ
    dB デシベル   px ピクセル   pt ポイント   ms ミリ秒   ns ナノ秒   μs マイクロ秒
    us マイクロ秒   sec 秒   min 分   s 秒   h 時間   km キロメートル   m メートル
    cm センチメートル   mm ミリメートル   nm ナノメートル   μm マイクロメートル
    kg キログラム   g グラム   mg ミリグラム   t トン   L リットル   ml ミリリットル
    mL ミリリットル   ha ヘクタール   kcal キロカロリー   cal カロリー   hPa ヘクトパスカル
    m2 平方メートル   m² 平方メートル   ㎡ 平方メートル   km2 平方キロメートル
    km² 平方キロメートル   ㎢ 平方キロメートル   m3 立方メートル   m³ 立方メートル
    ㎥ 立方メートル   °C 度   ℃ 度   °F カ氏度   ° 度   ㎏ キログラム   ㎞ キロメートル
    ㎝ センチメートル   ㎜ ミリメートル   ㎎ ミリグラム   ㎖ ミリリットル   ㎐ ヘルツ
    ㎒ メガヘルツ   ㎓ ギガヘルツ   ㌔ キロ   ㌢ センチ   ㍍ メートル   ㌘ グラム   ㌧ トン
    ㌦ ドル   ㌫ %   ㍑ リットル   ㌍ カロリー   ㍉ ミリ   ㍗ ワット   ㌣ セント   % %
    ‰ パーミル   tokens トークン   token トークン   tok トークン   kb キロビット   Mb メガビット
    Gb ギガビット   Tb テラビット   bp ベーシスポイント   USD ドル   EUR ユーロ   GBP ポンド
    JPY 円   CNY 人民元   RMB 人民元
"""),
}
"""Units in Latin letters, and how they are said after a figure."""
