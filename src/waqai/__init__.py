"""Waqai (وقائع): Arabic news reports in, sourced incident records out."""

__version__ = "0.1.0"
