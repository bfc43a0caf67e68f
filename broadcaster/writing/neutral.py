"""What is said where a card has no line for it: plain, polite, and fit for any register."""

from __future__ import annotations

from typing import Final

NEUTRAL: Final = {
    "name": "{title}、{date}、{weekday}です。",
    "name_titled": "{title}、{date}、{weekday}です。",
    "rundown": "今日は{count}本。{headlines}です。",
    "rundown_rest": "もう{count}本は、{headlines}についてです。",
    "rundown_grave": "今日は{count}本、{headlines}についてです。",
    "older": "少し前の記事もあります。",
    "disclosure.extractive": "原稿はプログラムがまとめて、声は合成音声です。",
    "disclosure.model": "原稿はAIが下書きして、声は合成音声です。",
    "first": "まず1本目、{topic}の話です。",
    "turn": "{n}本目は、{topic}の話です。",
    "same": "同じ{name}の話題を、もう1本続けます。",
    "same_last": "最後も、{name}の話題です。",
    "second": "もう1本あります。{topic}の話です。",
    "last": "最後の{n}本目は、{topic}の話です。",
    "only": "今日の話題は、{topic}です。",
    "grave": "ここからは、落ち着いて伝えます。",
    "grave_turn": "{n}本目、{topic}についてです。",
    "grave_only": "今日の話題、{topic}についてです。",
    "outlet": "出典は、{publisher}です。",
    "dated": "これは、{date}の記事です。",
    "untold": "本文が日本語ではないので、今日は紹介だけにします。",
    "untold_japanese": "くわしい内容は、もとの記事にあります。",
    "title.plain": "題名は、「{title}」です。",
    "title.foreign": "題名は、{language}です。",
    "title.one_word": "題名は、「{title}」です。",
    "english_skill.other": "題名は、{language}です。",
    "english_skill.gist": "中身は、{topic}の話です。",
    "recap_item": "{n}本目は、{topic}",
    "recap": "{items}でした。",
    "recap_list": "今日の話題は、{items}でした。",
    "recap_one": "今日は、{topic}の話でした。",
    "recap_grave": "{topic}について伝えました。",
    "notes": "くわしい数字とリンクは、番組ノートにあります。",
    "next": "次の放送は、{next}です。",
    "again": "またお会いしましょう。",
    "sample": "これは見本の放送です。あなたの記事を入れると、本番になります。",
    "bye": "{title}、今日はここまでです。",
}
"""Key of a line, and the line. A key that is not here is not said unless the card has it."""

FRAGMENTS: Final = ("recap_item",)
"""Keys whose line is part of another, and is never recast by itself."""
