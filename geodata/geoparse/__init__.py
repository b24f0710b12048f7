"""From a text to the places that it names and who says what of them: offline, proposed, measured.

Three parts behind small contracts (``contracts``), each of which another can replace: a recogniser
finds the toponyms, a resolver chooses their places, a quotation finder says who says what. Whatever
comes out is a proposal of a machine. docs/geoparsing.md says how good it is and where it fails.
"""
