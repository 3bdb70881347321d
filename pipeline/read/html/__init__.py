"""Web pages (.html): what shows, and how."""
