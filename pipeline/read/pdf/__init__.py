"""PDF files: bytes that are looked at first, letters with their places, lines, paragraphs."""
