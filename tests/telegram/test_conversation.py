"""What people meet in a chat, with the real bot in a process of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from botapi.people import Person, buttons_of, labels
from botapi.server import BotApi
from conftest import running, serving

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def api() -> AsyncIterator[BotApi]:
    """One server and one bot for the whole module: each test brings people of its own."""
    async with serving() as api, running(api):
        yield api


async def test_start_offers_four_questions_and_each_is_answered_by_a_tap(ada: Person) -> None:
    ada.says("/start")
    greeting = await ada.hears()
    assert len(labels(greeting)) == 4
    for label in labels(greeting):
        ada.taps(greeting, label)
        assert (await ada.hears())["text"]
    assert not ada.api.world.unanswered_taps


async def test_help_says_what_can_be_asked(ada: Person) -> None:
    ada.says("/help")
    assert (await ada.hears())["text"]


async def test_a_question_is_answered_with_its_source(ada: Person) -> None:
    ada.says("How many people does Callao help?")
    answer = await ada.hears()
    assert "520" in answer["text"]
    assert "Source" in answer["text"].splitlines()[-1]


async def test_a_follow_up_is_understood_from_what_came_before(ada: Person) -> None:
    ada.says("How many people does Callao help?")
    await ada.hears()
    ada.says("is there a dentist?")
    assert "Callao" in (await ada.hears())["text"]


async def test_two_people_have_two_conversations(ada: Person, bilal: Person) -> None:
    ada.says("How many people does Callao help?")
    await ada.hears()
    bilal.says("is there a dentist?")
    assert "Callao has" not in (await bilal.hears())["text"]


async def test_start_begins_a_new_conversation(ada: Person) -> None:
    ada.says("How many people does Callao help?")
    await ada.hears()
    ada.says("/start")
    await ada.hears()
    ada.says("is there a dentist?")
    assert "Callao has" not in (await ada.hears())["text"]


@pytest.mark.parametrize(
    ("telegram_in", "greeted_with"),
    [("es", "¡Hola"), ("ur", "السلام"), ("ur-PK", "السلام"), ("fr", "Hello"), ("en", "Hello")],
)
async def test_a_stranger_is_greeted_in_the_language_of_their_telegram(
    ada: Person, telegram_in: str, greeted_with: str
) -> None:
    ada.user["language_code"] = telegram_in
    ada.says("/start")
    assert (await ada.hears())["text"].startswith(greeted_with)


async def test_a_message_is_answered_in_its_language_and_one_may_be_asked_for(ada: Person) -> None:
    ada.says("¿cuántas personas atiende Callao?")
    assert "520" in (reply := (await ada.hears())["text"])
    assert "Fuente" in reply
    ada.says("answer in Urdu")
    assert "اردو" in (await ada.hears())["text"]
    ada.says("how many people does Lahore medical centre help")
    reply = (await ada.hears())["text"]
    assert "1,200" in reply
    assert "حوالہ" in reply
    ada.says("/start")
    assert "السلام" in (await ada.hears())["text"]


async def test_an_ambiguous_question_is_settled_by_a_tap(ada: Person) -> None:
    ada.says("is there a dentist?")
    question = await ada.hears()
    ada.taps(question, labels(question)[0])
    assert "Source" in (await ada.hears())["text"]


async def test_a_button_of_an_earlier_version_is_answered_kindly(ada: Person) -> None:
    ada.says("/start")
    greeting = await ada.hears()
    ada.taps_data(greeting, "what/is:this?")
    assert (await ada.hears())["text"]


async def test_a_tap_below_a_message_that_telegram_hides_by_now_is_answered(ada: Person) -> None:
    ada.says("Is there a dentist?")
    which = await ada.hears()
    hidden = {"chat": which["chat"], "message_id": which["message_id"], "date": 0}
    ada.taps_data(hidden, buttons_of(which)[0]["callback_data"])
    assert (await ada.hears())["text"]


async def test_an_edited_question_is_answered_anew_below_itself(ada: Person) -> None:
    question = ada.says("How many people does Calao halp?")
    await ada.hears()
    ada.edits(question, "How many people does Callao help?")
    answer = await ada.hears()
    assert "520" in answer["text"]
    assert answer["reply_to_message"]["message_id"] == question["message_id"]


async def test_the_longest_message_is_answered(ada: Person) -> None:
    ada.says("why " * 1024)
    assert (await ada.hears())["text"]


@pytest.mark.parametrize(
    "text",
    ["<b>Callao</b> & Callao > 2 < 3", "&amp;", "</i>", "Callao \N{WAVING HAND SIGN}" * 30, "?"],
)
async def test_characters_that_mean_something_in_html_do_no_harm(ada: Person, text: str) -> None:
    ada.says(text)
    assert (await ada.hears())["text"]


FILE = {"file_id": "f", "file_unique_id": "u"}


@pytest.mark.parametrize(
    "content",
    [
        {"photo": [{**FILE, "width": 1, "height": 1}]},
        {"voice": {**FILE, "duration": 1}},
        {"location": {"latitude": -12.0, "longitude": -77.1}},
        {"contact": {"phone_number": "1", "first_name": "Ada"}},
        {"dice": {"emoji": "\N{GAME DIE}", "value": 3}},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_what_is_no_text_is_answered_kindly(ada: Person, content: dict[str, object]) -> None:
    ada.sends(**content)
    assert (await ada.hears())["text"]


async def test_the_caption_of_a_photo_is_a_question(ada: Person) -> None:
    photo = {**FILE, "width": 1, "height": 1}
    ada.sends(photo=[photo], caption="How many people does Callao help?")
    assert "520" in (await ada.hears())["text"]


async def test_service_messages_and_moving_locations_are_left_alone(ada: Person) -> None:
    place = ada.sends(location={"latitude": 1.0, "longitude": 1.0, "live_period": 60})
    await ada.hears()
    ada.moves(place)
    ada.sends(message_auto_delete_timer_changed={"message_auto_delete_time": 86400})
    ada.says("How many people does Callao help?")
    assert "520" in (await ada.hears())["text"]


async def test_a_group_is_answered_where_the_bot_is_meant(api: BotApi) -> None:
    family = Person(api, "Ada", group="Family")
    family.says("How many people does Callao help?")
    family.sends(photo=[{**FILE, "width": 1, "height": 1}])
    asked = family.says("@Sawal_Test_Bot how many people does Callao help?")
    answer = await family.hears()
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    family.says("is there a dentist?", reply_to_message=answer)
    assert "dentist" in (await family.hears())["text"]


async def test_two_chats_at_once_are_each_answered_in_order(ada: Person, bilal: Person) -> None:
    numbers = range(20)
    for number in numbers:
        ada.says(f"question {number} of mine")
        bilal.says(f"question {number} of mine")
    for person in (ada, bilal):
        answers = [await person.hears() for _ in numbers]
        assert len({answer["message_id"] for answer in answers}) == len(numbers)


async def test_the_menu_and_the_profile_are_filled_in(api: BotApi) -> None:
    await api.until(lambda: len(api.world.profile) == 3)
    assert [command["command"] for command in api.world.profile["commands"]] == ["start", "help"]
