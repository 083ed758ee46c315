"""The files over HTTP: ``/export/LAYER.ENDING?FILTER``, streamed; the same bytes as the command writes."""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import StreamingResponse

from dashboard.export import choice_of, stream
from dashboard.served import Served, served_by
from dashboard.story import StoryError, story_of
from dashboard.words import words_of
from layers.errors import LayersError
from layers.layer import GeometryChoice
from layers.period import PeriodChoice
from layers.story import StoryTold
from layers.where import parse_where
from records.errors import RecordsError
from records.filter import Filter

router = APIRouter(prefix="/export")

OWN_PARAMETERS = ("where", "geometry", "period", "count", "story", "lang")
PARAMETERS = (*Filter.model_fields, *OWN_PARAMETERS)
PERIOD_CHOICES: tuple[PeriodChoice, ...] = get_args(PeriodChoice)
GEOMETRY_CHOICES: tuple[GeometryChoice, ...] = get_args(GeometryChoice)


@router.get("/{layer}.{ending}")
def export_file(
    request: Request, layer: str, ending: str, geometry: str = "auto", period: str = "none", count: str = ""
) -> StreamingResponse:
    """A layer of the records that pass the filter of the address, as a file to keep.

    404 for a layer or a format that there is not, 400 for parameters that are not understood: an export is never
    silently wider than was asked for.
    """
    unknown = sorted(set(request.query_params) - set(PARAMETERS))
    if unknown:
        raise HTTPException(400, f"unknown parameters: {', '.join(unknown)} (known: {', '.join(PARAMETERS)})")
    chosen = next((choice for choice in GEOMETRY_CHOICES if choice == geometry), None)
    if chosen is None:
        raise HTTPException(400, f"geometry: one of {', '.join(GEOMETRY_CHOICES)}")
    divided = next((choice for choice in PERIOD_CHOICES if choice == period), None)
    if divided is None:
        raise HTTPException(400, f"period: one of {', '.join(PERIOD_CHOICES)}")
    try:
        asked = request.query_params
        query = {name: ",".join(asked.getlist(name)) for name in asked if name not in OWN_PARAMETERS}
        wanted = Filter.from_query(query)
        condition = parse_where(asked["where"]) if asked.get("where") else None
        counted = choice_of(count)
        told = _told(served_by(request), asked.get("story", ""), asked.get("lang", "en"))
    except (RecordsError, LayersError, StoryError) as reason:
        raise HTTPException(400, str(reason)) from reason
    try:
        served = served_by(request)
        file = stream(
            served.store,
            wanted,
            layer=layer,
            ending=ending,
            geometry=chosen,
            where=condition,
            beside=served.beside,
            period=divided,
            story=told,
            count=counted,
            language=request.query_params.get("lang", "en"),
        )
    except LayersError as reason:
        raise HTTPException(404, str(reason)) from reason
    return StreamingResponse(
        file.chunks,
        media_type=file.media_type,
        headers={"Content-Disposition": f'attachment; filename="{file.name}"'},
    )


def _told(served: Served, story: str, language: str) -> StoryTold | None:
    """The story that the address carries, or names with the word case."""
    return story_of(served, story, language).told(words_of(language)) if story else None
