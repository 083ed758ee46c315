"""The page: what it is made of, a file per part."""
