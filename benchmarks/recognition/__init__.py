"""Gold corpus of made-up Vietnamese papers and tables, and the scorer of detection on it. See README.md."""
