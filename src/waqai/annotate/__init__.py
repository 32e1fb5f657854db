"""Annotation: mentions of every kind, each with its derivation."""
