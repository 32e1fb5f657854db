"""Data tables and the index of the word forms that they hold."""
