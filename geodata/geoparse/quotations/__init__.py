"""Who says what in an English text: its quotations and reported speech, each with its speaker.

Rules on marks, on a closed vocabulary of verbs and on the grammar that a language model reads; they
know no topic and no outlet. docs/geoparsing.md has what they reach and where they fail.
"""
