"""Places and sources to records: what happened, when, where, and who says so."""
