"""Training of the events' decisions on annotated reports."""
