"""The command line: one module a command, which `python -m geodata` puts together."""
