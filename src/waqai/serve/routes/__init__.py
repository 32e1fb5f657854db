"""The routes, a module a subject; all are told in /openapi.json."""
