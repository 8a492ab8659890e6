"""Answers that no file states, computed from typed attributes."""
