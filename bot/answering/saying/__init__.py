"""Outcomes, worded in one language from the knowledge files."""
