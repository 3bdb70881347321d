"""Word files (.docx): the package is checked, its XML walked."""
