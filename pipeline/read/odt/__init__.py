"""OpenDocument texts (.odt): the package is checked, its XML walked."""
