"""What a sentence says: who does what, done or planned, sure or denied, more or less than what."""
