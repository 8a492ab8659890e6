"""`sawal chat`: the conversation in the terminal."""

from bot.cli.joining import ConfigOption, KnowledgeOption, engine_at_once, settings_for
from bot.console import converse


def chat(knowledge: KnowledgeOption = None, config: ConfigOption = None) -> None:
    """Talk with the bot here; a number picks a choice, `quit` ends."""
    converse(engine_at_once(settings_for(knowledge, config)))
