"""How much: the amounts of a text, how far each holds, and which amounts mean the same."""
