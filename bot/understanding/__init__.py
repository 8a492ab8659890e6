"""From a message to what it asks for: entities, operation, and the words that carry it."""
