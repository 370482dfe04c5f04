"""Administrative units with their dates, and what became of each."""
