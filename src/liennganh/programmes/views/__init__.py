"""Pages of the programmes, by subject."""
