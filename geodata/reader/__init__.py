"""What a browser gets of an edition: its data, its HTML and its map."""
