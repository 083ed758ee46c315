"""Words for people as a code with parameters, so that each reader can be told in their own language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Param = str | int | float
_FORMS = re.compile(r"\{(\w+)\|([^|{}]*)\|([^|{}]*)\}")


def filled(text: str, params: Mapping[str, Param]) -> str:
    """A text with its gaps filled: ``{count}`` with a value, ``{count|record|records}`` with the form that fits it.

    The first form is for one alone, the second for everything else, also for a range: so it is in all our languages.
    """
    if "|" in text:
        text = _FORMS.sub(lambda found: found[2] if str(params[found[1]]) == "1" else found[3], text)
    return text.format(**params)


@dataclass(frozen=True, slots=True)
class Message:
    """Something said to a person: a code, its parameters, and the English text.

    ``code`` names the :class:`Wording` it was made from; a translation formats its own words with ``params``.
    """

    code: str
    text: str
    params: Mapping[str, Param] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def of(cls, said: str | Message) -> Message:
        """What is said as a message; a bare text becomes one of code ``text``, which has no translation."""
        return said if isinstance(said, Message) else cls("text", said)

    def to_json(self) -> dict[str, Any]:
        """As a JSON object with ``code``, ``text`` and ``params``."""
        return {"code": self.code, "text": self.text, "params": dict(self.params)}

    @classmethod
    def from_json(cls, value: Mapping[str, Any] | str) -> Message:
        """Read what :meth:`to_json` wrote; a bare string becomes a message of code ``text``."""
        if isinstance(value, str):
            return cls.of(value)
        return cls(str(value["code"]), str(value["text"]), dict(value.get("params") or {}))


@dataclass(frozen=True, slots=True)
class Wording:
    """The English words of one message, with named gaps: ``Wording("sea_named", "'{name}' is a sea")``.

    Call it with the parameters to say it. Wordings are declared as module constants beside their first use
    and listed in their room's ``wording.WORDINGS`` so that translations can be checked for completeness.
    """

    code: str
    english: str

    def __call__(self, **params: Param) -> Message:
        """Say it with these parameters."""
        return Message(self.code, filled(self.english, params), params)
