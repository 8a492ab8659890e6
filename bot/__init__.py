"""Answers about social services, from curated files, in a terminal or in Telegram."""

__version__ = "0.1.0"
