"""Patterns of events, a folder per language."""
