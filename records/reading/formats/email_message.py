"""E-mail: the plain words, or those of the page, with subject, sender and date."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from records.dates import Moment
from records.errors import RecordsError
from records.reading import refusals
from records.reading.formats import html, plain_text
from records.reading.formats.extract import Extract

_HEADER = re.compile(rb"\A(?:[A-Za-z-]{2,40}:[^\n]{0,998}\r?\n(?:[ \t][^\n]{0,998}\r?\n)*){2,}", re.IGNORECASE)


def is_email(head: bytes) -> bool:
    """Whether the first bytes are the headers of a message."""
    found = _HEADER.match(head[:8192])
    return (
        found is not None
        and re.search(rb"^(?:From|Message-ID|Received|MIME-Version):", found.group(), re.M | re.I) is not None
    )


def extract(data: bytes, name: str) -> Extract:
    """Read a message. Raises :class:`RecordsError` where it has no part in words."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
        content = body.get_payload(decode=True) if body is not None else None
        kind = body.get_content_type() if body is not None else ""
        charset = body.get_content_charset() if body is not None else None
        headers = {key: str(message[key] or "") for key in ("Subject", "From", "Date")}
    except (MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError) as reason:
        raise RecordsError(refusals.NO_MESSAGE(), where=name, next=refusals.SAVE_WORDS()) from reason
    if not isinstance(content, bytes):
        raise RecordsError(refusals.MESSAGE_WITHOUT_WORDS(), where=name, next=refusals.SAVE_WORDS())
    if kind == "text/html":
        text = html.extract(content, name).text
    else:
        text = plain_text.decode(content, name, charset if charset and charset != "us-ascii" else "")
    sender, address = parseaddr(headers["From"])
    return Extract(text, title=headers["Subject"], publisher=sender or address, published=_date(headers["Date"]))


def _date(text: str) -> Moment | None:
    try:
        return parsedate_to_datetime(text) if text else None
    except (ValueError, TypeError, IndexError):
        return None
