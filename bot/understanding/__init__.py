"""From a message to what it asks for, and to how likely each fact is the answer."""
