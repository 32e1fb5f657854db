"""From mentions to events: tellings, roles, figures, incidents of one report."""
