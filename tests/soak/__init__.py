"""Load and fault trials on loopback: many open readers, a restart, a burst, a slow line."""
