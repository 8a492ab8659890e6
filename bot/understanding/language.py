"""Which language a message is in."""

from __future__ import annotations

from collections.abc import Mapping

from bot.facts.model import Language
from bot.understanding.text import clean, script_of


def language_of(message: str, languages: Mapping[str, Language]) -> str | None:
    """Give the code of a language we have in the message's script; None if there is none.

    A message without letters could be in any of them: the first is taken.
    """
    script = script_of(clean(message))
    fitting = (code for code, language in languages.items() if script in (None, language.script))
    return next(fitting, None)
