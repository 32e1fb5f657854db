"""Mentions of each kind against the gold: one section a module."""
