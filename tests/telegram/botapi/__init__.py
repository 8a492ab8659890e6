"""A Bot API server on loopback, as strict as Telegram's, with outages to order."""
