"""Alembic migrations; each is tested on a filled database."""
