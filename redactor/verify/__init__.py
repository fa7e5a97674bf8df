"""Verification: other engines than the one that wrote look for what must be gone and for what must have stayed."""
