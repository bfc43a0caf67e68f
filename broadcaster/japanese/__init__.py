"""Japanese text: sentences, words, phrases, morae and sounds.

Sole owner of budoux and of the analyser inside Open JTalk (pyopenjtalk-plus); both are loaded
on first use. Every position is in the text as the caller gave it. Nothing here raises on any
Unicode string, and every cut is lossless: joining the parts gives the text back.
"""

from __future__ import annotations

from broadcaster.japanese.analyser import CHUNK, load_analyser
from broadcaster.japanese.chinese import is_chinese
from broadcaster.japanese.hesitations import fluent, sounds_in, without_sounds
from broadcaster.japanese.morphemes import (
    Word,
    dictionary_reading,
    morae,
    phonemes,
    pronunciation,
    silent_words,
    words,
)
from broadcaster.japanese.phrasing import phrases
from broadcaster.japanese.sentence_ends import sentences

__all__ = [
    "CHUNK",
    "Word",
    "dictionary_reading",
    "fluent",
    "is_chinese",
    "load_analyser",
    "morae",
    "phonemes",
    "phrases",
    "pronunciation",
    "sentences",
    "silent_words",
    "sounds_in",
    "without_sounds",
    "words",
]
