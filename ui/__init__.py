"""The window: drop, review, export. Knows the engine; the engine does not know it."""
