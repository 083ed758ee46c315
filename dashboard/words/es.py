"""The page in Spanish. What is missing here is shown in English."""

WORDS: dict[str, str] = {}
