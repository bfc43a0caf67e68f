"""Long articles of our own, for the tests of length and of sources past a model's context."""

from __future__ import annotations

from broadcaster.nouns import Article
from tests.writing.news import article

DEEDS = (
    "{town}の図書館は、本を棚に戻すロボットを{n}台置きました。",
    "{town}の小学校では、給食の野菜を校庭の畑から{n}種類そろえています。",
    "{town}を走るバスは、電池で動く車両に{n}台入れかわりました。",
    "{town}の港では、漁船{n}隻が新しい魚群探知機を試しています。",
    "{town}の病院は、待ち時間を知らせる画面を{n}か所に取りつけました。",
    "{town}の消防署は、煙の中を歩ける防火服を{n}着買い入れました。",
    "{town}の商店街では、空き店舗{n}軒が学習塾に変わりました。",
    "{town}の水族館は、くらげの水槽を{n}つ増やして公開しています。",
    "{town}の駅前に、自転車を{n}台とめられる地下駐輪場ができました。",
    "{town}の農家は、雨の量を測る装置を{n}本の柱に取りつけました。",
    "{town}の博物館は、恐竜の化石を{n}点ならべた展示を始めました。",
    "{town}の動物園では、ペンギンの赤ちゃんが{n}羽生まれました。",
    "{town}の銭湯は、地元の高校生が描いた壁画を{n}枚かざっています。",
    "{town}の工場は、ねじを選び分ける検査機械を{n}台動かしています。",
    "{town}の天文台は、夜空を写すカメラを{n}台屋上にならべました。",
    "{town}の郵便局は、山あいの集落へ小型飛行機で手紙を{n}通運びました。",
    "{town}の体育館では、車いすバスケットボールの大会に{n}チームが集まりました。",
    "{town}の市役所は、窓口の書類を{n}種類まとめて電子化しました。",
    "{town}の公園に、かまどにもなるベンチが{n}脚置かれました。",
    "{town}の酒蔵は、若い職人{n}人を新しく雇いました。",
    "{town}の空港は、英語と中国語で案内する放送を{n}か所で流しています。",
    "{town}の映画館は、古い映写機を{n}台修理して上映会を開きます。",
    "{town}の牧場では、搾乳の機械が{n}頭の健康も見守っています。",
    "{town}の川では、鮎の稚魚が{n}匹放流されました。",
    "{town}の高校は、衛星からの電波を受けるアンテナを{n}基自作しました。",
    "{town}の温泉街は、浴衣で歩ける石畳の道を{n}メートル延ばしました。",
    "{town}の美術館は、点字の解説を{n}点の彫刻に添えました。",
    "{town}の役場は、横断歩道の白線を{n}本引き直しました。",
    "{town}の幼稚園では、廃材で作った楽器{n}個による演奏会がありました。",
    "{town}の造船所は、水素で走る船の模型を{n}隻完成させました。",
    "{town}の気象台は、雷を見張る観測点を{n}地点に広げました。",
    "{town}の和菓子店は、豆の皮を使ったクッキーを{n}袋売り出しました。",
    "{town}の林業組合は、間伐材の積み木を{n}箱保育所へ贈りました。",
    "{town}の印刷会社は、使い終えたインクの容器を{n}本回収しています。",
    "{town}の劇団は、方言だけで演じる芝居を{n}回上演します。",
    "{town}の鉄道会社は、踏切の音を小さくする装置を{n}か所で確かめています。",
    "{town}の養蜂家は、ビルの屋上に巣箱を{n}箱置いて蜜を集めています。",
    "{town}の大学は、橋の揺れを再現する台を{n}台公開しました。",
    "{town}のスキー場は、雪を作る機械を{n}台入れかえました。",
    "{town}の陶芸教室では、割れた皿を{n}枚つなぎ直す催しがありました。",
)
TOWNS = (
    "青木市", "石川町", "上野原市", "江別町", "大森市", "柏原町", "北浜市", "草津町", "小島市",
    "佐久町",
)  # fmt: skip


def long_article(title: str = "各地の町の新しい試み", town: int = 0, rounds: int = 1) -> Article:
    """An article of forty facts a round, each about something else, four a paragraph."""
    rows = [
        deed.format(town=TOWNS[(town + at + turn) % len(TOWNS)], n=at + 2 + 40 * turn)
        for turn in range(rounds)
        for at, deed in enumerate(DEEDS)
    ]
    text = "\n".join("".join(rows[at : at + 4]) for at in range(0, len(rows), 4))
    return article(title, text, publisher="えだまめ新聞", rights="own")
