"""`make bench`: time and memory, as ratios against a named baseline in one run."""
