"""Articles in, a Japanese news broadcast in a character's voice out."""

import os

# One thread per matrix product: the same sums whatever the machine, and small products wait ten
# times longer for a second thread than they take.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
