"""presession turns a session folder into briefing packs for the UPR pre-sessions.

Statements arrive as Word files, PDFs and texts, late and of every quality. They are read into passages
with their place (`read`), checked (`validate`), searched for recommendations and questions (`extract`),
put together into one Document per State under Review (`assemble`), written as PDF, DOCX and tables
(`render`), and published whole or put into an archive that can prove them (`archive`). `run.py` holds
the order of these stages and is the place to start reading.
"""

__version__ = "0.1.0"
