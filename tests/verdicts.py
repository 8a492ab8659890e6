"""Questions with what is expected of the reply, and verdicts on made-up replies."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from parrot import UNSURE, Parrot

from bot.answering.conversation import Context
from bot.answering.reply import Reply
from bot.cli.jsonlines import Question
from bot.cli.scoring import Verdict, judge

ANSWER, _ = Parrot().reply("about 8,000 people", Context())


def question(
    *turns: str, name: str = "q", lang: str = "en", category: str = "single-fact", **expect: Any
) -> dict[str, Any]:
    """A question's line, as a value."""
    return {
        "id": name,
        "lang": lang,
        "category": category,
        "turns": list(turns) or ["hello"],
        "expect": {"kind": ["answer"], "must": [], "must_not": [], **expect},
    }


def verdict(reply: Reply, **asked: Any) -> Verdict:
    return judge(Question.model_validate_json(json.dumps(question(**asked))), reply)


def answer(confidence: float, *, right: bool = True, **asked: Any) -> Verdict:
    """A verdict on an answer of this confidence."""
    asked = {"must": [] if right else [["nothing that it says"]], **asked}
    return verdict(replace(ANSWER, confidence=confidence), **asked)


def refusal(**asked: Any) -> Verdict:
    """A verdict on an "I don't know" where it is right, unless another kind is asked for."""
    return verdict(UNSURE, **{"kind": ["unknown"], **asked})
