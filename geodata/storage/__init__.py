"""Where editions live: folders of plain files, read within bounds and never by halves."""
