"""Derives the committed files of ``geo/data`` from open packages and from the project's own tables (``make data``)."""
