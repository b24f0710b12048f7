"""The bench: the app measured in a real browser beside apps that do the same in a plain way."""
