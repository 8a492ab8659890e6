"""Who is served when."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st
from telegram import CallbackQuery, Chat, Message, Update, User

from bot.telegram_app.ordering import ChatLanes, lane_of

DATE = Message.de_json({"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}).date


def update(chat: int) -> Update:
    return Update(1, Message(1, DATE, Chat(chat, "private")))


async def turns() -> None:
    """Let everything run that can."""
    for _ in range(10):
        await asyncio.sleep(0)


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3)), max_size=40))
def test_each_chat_is_served_in_its_order_whatever_the_others_do(
    work: list[tuple[int, int]],
) -> None:
    served = asyncio.run(_serve(work))
    expected = defaultdict(list)
    for number, (chat, _) in enumerate(work):
        expected[chat].append(number)
    assert served == expected


async def _serve(work: list[tuple[int, int]]) -> dict[int, list[int]]:
    """Chat -> the numbers of its updates, as served; each takes some rounds of the loop."""
    lanes, served, busy = ChatLanes(), defaultdict(list), set()

    async def handle(number: int, chat: int, rounds: int) -> None:
        assert chat not in busy
        busy.add(chat)
        for _ in range(rounds):
            await asyncio.sleep(0)
        busy.remove(chat)
        served[chat].append(number)

    async with asyncio.TaskGroup() as tasks:
        for number, (chat, rounds) in enumerate(work):
            coroutine = handle(number, chat, rounds)
            tasks.create_task(lanes.process_update(update(chat), coroutine))
    return served


async def test_a_busy_chat_does_not_hold_up_a_quiet_one() -> None:
    lanes, answers = ChatLanes(), asyncio.Event()
    busy = [
        asyncio.create_task(lanes.process_update(update(1), answers.wait())) for _ in range(50)
    ]
    await turns()
    async with asyncio.timeout(1):
        await lanes.process_update(update(2), asyncio.sleep(0))
    assert not any(task.done() for task in busy)
    answers.set()
    await asyncio.gather(*busy)


async def test_a_chat_that_sends_too_fast_is_answered_up_to_a_bound() -> None:
    lanes, answers, served = ChatLanes(per_chat=3), asyncio.Event(), []

    async def handle(number: int) -> None:
        await answers.wait()
        served.append(number)

    tasks = [
        asyncio.create_task(lanes.process_update(update(1), handle(number))) for number in range(9)
    ]
    await turns()
    answers.set()
    await asyncio.gather(*tasks)
    assert served == [0, 1, 2]


async def test_there_is_room_again_once_something_is_answered() -> None:
    lanes, answers = ChatLanes(in_all=1), asyncio.Event()
    task = asyncio.create_task(lanes.process_update(update(1), answers.wait()))
    await turns()
    room = asyncio.create_task(lanes.room())
    await turns()
    assert not room.done()
    answers.set()
    await asyncio.gather(task, room)


async def test_a_failure_or_a_cancellation_leaves_the_chat_served() -> None:
    lanes = ChatLanes()

    async def fail() -> None:
        raise ValueError

    failing = asyncio.create_task(lanes.process_update(update(1), fail()))
    hanging = asyncio.create_task(lanes.process_update(update(1), asyncio.Event().wait()))
    waiting = asyncio.create_task(lanes.process_update(update(1), asyncio.sleep(0)))
    await turns()
    hanging.cancel()
    await asyncio.gather(failing, hanging, waiting, return_exceptions=True)
    assert isinstance(failing.exception(), ValueError)
    assert waiting.exception() is None


def test_an_update_without_a_chat_belongs_to_its_person() -> None:
    tap = CallbackQuery("1", User(5, "Ada", is_bot=False), "1")
    assert lane_of(Update(1, callback_query=tap)) == 5
    assert lane_of(Update(1)) == 0
    assert lane_of("no update") == 0
