"""Who and where: the names of an article, however a line spells them, and names it lacks."""
