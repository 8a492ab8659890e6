"""How well the bot finds what is asked for, and how fast, beside others; see CONTRIBUTING.md."""
