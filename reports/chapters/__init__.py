"""One module a chapter: a dossier read in one language becomes a section of blocks."""
