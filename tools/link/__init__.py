"""Weights of linking, learned from judged pairs of events."""
