"""Changes to an edition on disk: what an edited export brings back, whole or not at all."""
