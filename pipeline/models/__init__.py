"""The nouns of the house: frozen dataclasses, no file access, no library of a stage."""
