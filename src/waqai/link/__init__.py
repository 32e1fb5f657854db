"""Linking: which events of different reports are one incident, and what its claims add up to."""
