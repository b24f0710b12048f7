"""What an edition is: frozen values, how its text is quoted, every look-up; nothing is read."""
