"""Records to layers: what can be drawn and exported."""
