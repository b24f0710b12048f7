"""English: the language model, and what is built on its reading of a text."""
