"""Page tests: what the server sends for each page, without a browser."""
