"""What goes wrong between the bot and Telegram, and must not reach the people who ask."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter

import pytest
from botapi.people import Person, labels
from botapi.server import TOKEN, BotApi, Fault
from conftest import assert_discreet
from process import BotProcess

QUESTION = "How many people does Callao help?"
AMBIGUOUS = "Is there a dentist?"
"""Answered by buttons."""


async def test_after_a_crash_every_question_is_answered_once(
    api: BotApi, bot: BotProcess, ada: Person, bilal: Person
) -> None:
    # Some answers are under way when the connections break, some wait behind them.
    api.order("sendMessage", Fault(delay=30), times=2)
    for number in range(5):
        ada.says(f"{QUESTION} {number}")
        bilal.says(f"{QUESTION} {number}")
    await api.until(lambda: api.waiting == 2 and not api.world.pending)
    await api.stop()
    ada.says("Is there a dentist in Callao?")
    await asyncio.sleep(3)
    await api.start()
    await api.until(lambda: len(ada.heard) >= 6 and len(bilal.heard) >= 5)
    await bot.stopped()
    assert (len(ada.heard), len(bilal.heard)) == (6, 5)


async def test_a_flooded_chat_waits_as_long_as_telegram_asks_and_others_do_not(
    api: BotApi, bot: BotProcess, ada: Person, bilal: Person
) -> None:
    api.order("sendMessage", Fault(retry_after=1))
    ada.says(QUESTION)
    await api.until(lambda: api.called("sendMessage"))
    bilal.says(QUESTION)
    await bilal.hears()
    assert ada.heard == []
    await ada.hears()
    await bot.stopped()
    assert len(ada.heard) == 1


@pytest.mark.parametrize(
    "fault",
    [Fault(status=500), Fault(status=502), Fault(drop=True), Fault(delay=2)],
    ids=["error 500", "error 502", "dropped", "slow"],
)
async def test_an_answer_survives_a_fault(
    api: BotApi, bot: BotProcess, ada: Person, fault: Fault
) -> None:
    for method in ("getUpdates", "sendMessage", "answerCallbackQuery"):
        api.order(method, fault)
    ada.says(AMBIGUOUS)
    which = await ada.hears()
    ada.taps(which, labels(which)[0])
    await ada.hears()
    await bot.stopped()
    assert len(ada.heard) == 2
    assert not api.world.unanswered_taps


async def test_an_update_that_cannot_be_read_does_not_stop_the_others(
    api: BotApi, bot: BotProcess, ada: Person
) -> None:
    ada.says(QUESTION)
    api.world.announce_unreadable("message")
    ada.says("Is there a dentist in Callao?")
    for _ in range(2):
        await ada.hears()
    code, output = await bot.stopped()
    assert code == 0
    assert len(output.splitlines()) == 1
    assert len(api.called("getUpdates")) < 8


async def test_told_to_stop_the_bot_first_answers_what_it_fetched(
    api: BotApi, bot: BotProcess
) -> None:
    people = [Person(api, f"Person {number}") for number in range(10)]
    api.order("sendMessage", Fault(delay=0.05), times=50)
    for person in people * 5:
        person.says(QUESTION)
    await api.until(lambda: api.called("sendMessage"))
    code, _ = await bot.stopped()
    assert code == 0
    assert Counter(len(person.heard) for person in people) == {5: 10}
    assert api.world.pending == []


async def test_what_comes_while_the_bot_is_away_is_answered_when_it_is_back(
    api: BotApi, ada: Person
) -> None:
    ada.says(QUESTION)
    for _ in range(2):
        bot = await BotProcess.start(api)
        await api.until(lambda: api.polling and ada.heard)
        bot.interrupt(signal.SIGINT)
        code, _ = await bot.ended()
        assert code == 0
    assert len(ada.heard) == 1


async def test_a_person_who_blocked_the_bot_keeps_nobody_waiting(
    api: BotApi, bot: BotProcess, ada: Person, bilal: Person
) -> None:
    api.world.blocked.add(ada.chat["id"])
    ada.says(QUESTION)
    bilal.says(QUESTION)
    await bilal.hears()
    await bot.stopped()
    assert [call.status for call in api.called("sendMessage")].count(403) == 1


async def test_a_tap_too_old_to_be_acknowledged_is_answered_all_the_same(
    api: BotApi, bot: BotProcess, ada: Person
) -> None:
    ada.says(AMBIGUOUS)
    which = await ada.hears()
    ada.taps(which, labels(which)[0])
    api.world.unanswered_taps.clear()
    await ada.hears()
    await bot.stopped()
    assert len(ada.heard) == 2


@pytest.mark.usefixtures("bot")
async def test_a_second_poller_makes_it_wait_and_not_fail(api: BotApi, ada: Person) -> None:
    api.order("getUpdates", Fault(status=409), times=2)
    ada.says(QUESTION)
    await ada.hears()
    ada.says(QUESTION)
    await ada.hears()


async def test_a_wrong_token_ends_in_one_line_that_does_not_show_it(api: BotApi) -> None:
    wrong = "123456:WRONG-abcdefghijklmnopqrstuvwxyz0123"
    bot = await BotProcess.start(api, wrong)
    code, output = await bot.ended()
    assert code == 1
    assert len(output.splitlines()) == 1
    assert "token" in output
    assert "WRONG" not in output


async def test_telegram_may_be_away_at_the_start(api: BotApi, ada: Person) -> None:
    ada.says(QUESTION)
    await api.stop()
    bot = await BotProcess.start(api)
    await bot.prints("can't be reached")
    await api.start()
    await ada.hears()
    code, output = await bot.stopped()
    assert code == 0
    assert_discreet(output, api)


async def test_a_bot_that_waits_for_telegram_can_be_stopped(api: BotApi) -> None:
    api.order("getMe", Fault(delay=30))
    bot = await BotProcess.start(api)
    await api.until(lambda: api.waiting)
    code, output = await bot.stopped()
    assert (code, output) == (0, "")
    assert TOKEN not in output
