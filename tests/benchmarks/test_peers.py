"""The other bots, where they are installed."""

from __future__ import annotations

import pytest

REASON = "needs the group bench; make bench installs it"
pytest.importorskip("bm25s", reason=REASON)
pytest.importorskip("sklearn", reason=REASON)

from .bots import NOTHING, Faq  # noqa: E402 - not before it is known that they are there
from .peers import BM25, LINEAR, TOKEN_SET, W_RATIO  # noqa: E402 - likewise

FAQ: Faq = {
    "OPENING_HOURS": ("when do you open", "what are your hours on sunday"),
    "LAMP_PRICE": ("what does a lamp cost", "is the lamp expensive"),
    "RETURNS": ("can I send it back", "I want my money back"),
}
PEERS = [BM25, LINEAR, TOKEN_SET, W_RATIO]


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_peer_finds_the_entry_of_a_similar_question(peer) -> None:
    bot = peer.made_of(FAQ)
    assert bot.guess("what does this lamp cost?").label == "LAMP_PRICE"
    assert bot.guess("are you open on sunday").label == "OPENING_HOURS"


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_peer_is_surer_of_what_it_has_read(peer) -> None:
    bot = peer.made_of(FAQ)
    read, strange = bot.guess("is the lamp expensive"), bot.guess("the moon is far away")
    assert read.confidence > strange.confidence


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
@pytest.mark.parametrize("message", ["", "???", "سوال"])
def test_a_peer_guesses_whatever_is_asked(peer, message: str) -> None:
    assert peer.made_of(FAQ).guess(message).label in {*FAQ, NOTHING.label}
