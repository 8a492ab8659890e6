"""`sawal run`: the Telegram bot."""

import typer

from bot.cli.joining import ConfigOption, KnowledgeOption, engine_at_once, settings_for
from bot.console import converse

FIRST_STEPS = """\
No Telegram token yet: write /newbot to @BotFather in Telegram and copy the token that it gives.
Put it into SAWAL_TELEGRAM__TOKEN, or into config.toml under [telegram]. Until then, talk here.
"""


def run(knowledge: KnowledgeOption = None, config: ConfigOption = None) -> None:
    """Run the Telegram bot; without a token, say how to get one and talk here."""
    settings = settings_for(knowledge, config)
    engine = engine_at_once(settings)
    if settings.telegram.token is None:
        typer.echo(FIRST_STEPS, err=True)
        converse(engine)
        return
    # Loading Telegram's library takes longer than answering; the other commands go without.
    from bot.telegram_app.app import run as run_telegram  # noqa: PLC0415

    run_telegram(settings, engine)
