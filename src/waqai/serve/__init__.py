"""The desk: incidents over HTTP to one person on this machine, or to people with accounts."""
