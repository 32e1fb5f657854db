"""Generators of the tables in the package; they run where one works on the project, never later."""
