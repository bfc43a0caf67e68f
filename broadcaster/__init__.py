"""Articles in, a Japanese news broadcast in a character's voice out."""

__version__ = "0.1.0"
