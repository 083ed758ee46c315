"""Citations over HTTP: ``/cite?id=RECORD&as=text|bibtex|csl``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from dashboard.served import served_by
from dashboard.words import words_of
from records.citation import Citation

router = APIRouter()

FORMS: tuple[tuple[str, str, str, Callable[[Citation], str]], ...] = (
    ("text", "text/plain; charset=utf-8", "txt", Citation.text),
    ("bibtex", "application/x-bibtex; charset=utf-8", "bib", Citation.bibtex),
    ("csl", "application/vnd.citationstyles.csl+json", "json", Citation.csl_text),
)
"""Word, media type, ending of the file, and what writes it."""


@router.get("/cite")
def cite(request: Request, id: str, as_: str = Query("text", alias="as"), lang: str = "en") -> Response:
    """How a record is cited; 404 for an id that is not known, 400 for a form that there is not."""
    form = next((form for form in FORMS if form[0] == as_), None)
    if form is None:
        raise HTTPException(400, f"as: one of {', '.join(name for name, *_ in FORMS)}")
    served = served_by(request)
    record = served.store.incident(id)
    if record is None:
        raise HTTPException(404, f"there is no record '{id}'")
    words = words_of(lang)
    title = words.entries.get(f"case.{served.title}", served.title)
    url = f"{str(request.base_url).rstrip('/')}/?sel={quote(record.id, safe=':')}"
    citation = Citation(record, title, url, datetime.now(UTC).date())
    _, media_type, ending, write = form
    text = " ".join(map(words.said, citation.said())) if ending == "txt" else write(citation)
    headers = {} if ending == "txt" else {"Content-Disposition": f'attachment; filename="leadline.{ending}"'}
    return Response(text, media_type=media_type, headers=headers)
