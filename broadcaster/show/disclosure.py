"""The sentence that says in writing who wrote the script and that the voice is synthetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadcaster.nouns import Script


def disclosure_of(script: Script) -> str:
    """One sentence for notes, tags and feed; true to the writers that really wrote.

    A script that was handed in finished says nothing of its author, so only the voice is told.
    """
    writers = {segment.writer for segment in script.segments if segment.kind == "story"} - {""}
    models = sorted(writers - {"extractive", "manuscript"})
    if models:
        return f"この番組は、原稿をAI({'、'.join(models)})が下書きし、声は合成音声です。"
    if "extractive" in writers:
        return "この番組は、原稿をプログラムが記事からまとめ、声は合成音声です。"
    return "この番組の声は合成音声です。"
