"""All incidents as columns in memory: a filter, a page, counts and clusters in milliseconds.

A table of a hundred thousand lines takes some 20 MB here, and any condition on it well under a
millisecond, whichever columns it names; an index of SQLite answers for some of them only.
"""
