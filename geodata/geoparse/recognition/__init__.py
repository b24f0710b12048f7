"""Finding toponyms: a look at every name in the gazetteer, and what stands around it."""
