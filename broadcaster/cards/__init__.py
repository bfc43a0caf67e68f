"""The cards of a station: TOML in (show, character, lexicon), nouns out.

Errors name file, key, value and what would be right; unknown keys are refused with the nearest
known one. Nobody outside this package knows a TOML key.
"""

from broadcaster.cards.character import list_characters, load_character
from broadcaster.cards.lexicon import kana_morae, layered, load_lexicon, parse_lexicon
from broadcaster.cards.lexicon_rows import with_rows
from broadcaster.cards.ok import load_settled, with_settled
from broadcaster.cards.prompts import load_prompts, read_prompt
from broadcaster.cards.show import load_show
from broadcaster.cards.table import Table
from broadcaster.cards.toml import parse_toml, read_toml

__all__ = [
    "Table",
    "kana_morae",
    "layered",
    "list_characters",
    "load_character",
    "load_lexicon",
    "load_prompts",
    "load_settled",
    "load_show",
    "parse_lexicon",
    "parse_toml",
    "read_prompt",
    "read_toml",
    "with_rows",
    "with_settled",
]
