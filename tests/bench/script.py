"""A script of about six minutes, no line twice: what both sides of the benchmark speak."""

from __future__ import annotations

TOPICS = ("音声合成", "画像生成", "翻訳", "検索", "要約", "文字起こし", "ロボット", "天気の予測")
SENTENCES = (
    "{topic}の研究チームが、{n}回目の報告を公開したのだ。",
    "新しい方式では、計算にかかる時間が{n}分の1になったのだ。",
    "簡単に言うと、手元のパソコンでも{topic}が動くようになるのだ。",
    "試した人は{n}人で、そのうち7割が速くなったと答えたんだって。",
    "値段は、100万トークンあたり{n}セントなのだ。",
    "ただし、くわしい性能は、まだ公開されていないのだ。",
    "開発チームは、来月にも{topic}の続きを発表する見通しなのだ。",
)
LINES_WANTED = 70


def lines() -> list[str]:
    """Different sentences, six minutes when spoken."""
    return [
        SENTENCES[n % len(SENTENCES)].format(topic=TOPICS[n % len(TOPICS)], n=n + 2)
        for n in range(LINES_WANTED)
    ]


def manuscript() -> str:
    """The same sentences as a finished script with an opening, three stories and a closing."""
    told = lines()
    quarter = len(told) // 4
    stories = [told[start : start + quarter] for start in range(0, 3 * quarter, quarter)]
    parts = [
        ["計測の放送", "計測の放送なのだ！ 2024年10月17日なのだ。"],
        *stories,
        told[3 * quarter :],
    ]
    return "\n-------------\n".join("\n".join(part) for part in parts) + "\n"
