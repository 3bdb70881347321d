"""Rich text (.rtf): tokens, groups, and what they mean."""
