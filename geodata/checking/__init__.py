"""What must hold of an edition's records: faults, each with its cure."""
