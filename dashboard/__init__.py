"""Layers to people: the page, the interfaces for programs, the command line."""
