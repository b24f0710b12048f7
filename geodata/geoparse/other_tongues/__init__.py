"""What the readings of languages other than English share: names, and how they are chosen."""
