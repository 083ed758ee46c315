"""The words of each language, a folder per language; all are data."""

from records.reading.language import Language
from records.reading.words.en import ENGLISH
from records.reading.words.es import SPANISH

LANGUAGES: tuple[Language, ...] = (ENGLISH, SPANISH)
"""The languages that can be read; the first is taken where none can be told."""
