"""The command line: arguments in, lines out, nothing else. One command a file."""
