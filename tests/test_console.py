"""The terminal front end."""

import os
import pty
import select
import subprocess
import sys

import pytest
from parrot import Parrot, sawal

from bot.answering.conversation import Context
from bot.console import shown

PATIENCE = 20
"""Seconds to wait for the next letter."""


def test_text_source_and_numbered_choices_are_shown():
    assert shown(Parrot().say("greeting")) == "(greeting)\n1. An example"
    assert shown(Parrot().reply("hi", Context())[0]) == "You said hi\nFrom A Book, 2010."


def test_piped_questions_get_replies_and_nothing_else():
    ran = sawal("chat", piped=b"what is EPI\n\n  \nwhich\n2\n")

    assert ran.out == (
        "You said what is EPI\nFrom A Book, 2010.\n"
        "Which one?\n1. The red\n2. The blue\n"
        "You chose blue\nFrom A Book, 2010.\n"
    )
    assert (ran.err, ran.code) == ("", 0)


@pytest.mark.parametrize("ending", [b"quit\n", b"QUIT\n", b"exit\n"])
def test_quit_ends_the_conversation(ending):
    assert sawal("chat", piped=ending + b"more\n").out == ""


def test_garbage_is_a_question_like_any_other():
    ran = sawal("chat", piped=b"\xff\xfe\x00\x1b[31m\n\xed\xa0\x80\n")

    assert ran.out.count("You said") == 2
    assert ran.code == 0


TALK = """
import os, signal
os.login_tty(0)
signal.signal(signal.SIGINT, signal.default_int_handler)
from bot.console import converse
from parrot import Parrot
converse(Parrot())
"""


def at_a_terminal(*typed: bytes) -> tuple[str, int]:
    """What `sawal chat` shows someone who types this, prompt after prompt; its exit code."""
    keyboard, terminal = pty.openpty()
    environment = os.environ | {"TERM": "dumb", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", TALK]
    with subprocess.Popen(
        command, stdin=terminal, stdout=terminal, stderr=terminal, env=environment
    ) as process:
        os.close(terminal)
        try:
            screen = "".join(_until_prompt(keyboard, words) for words in typed)
            screen += _until_end(keyboard, typed[-1])
            code = process.wait(PATIENCE)
        finally:
            process.kill()
    os.close(keyboard)
    return screen, code


def _until_prompt(keyboard: int, typed: bytes) -> str:
    """Read up to the next prompt, and type there."""
    seen = b""
    while not seen.endswith(b"> "):
        seen += _read(keyboard)
    os.write(keyboard, typed)
    return _text(seen)


def _until_end(keyboard: int, ending: bytes) -> str:
    """Read to the end; press the key again where it came before anybody listened."""
    seen = b""
    for _ in range(PATIENCE):
        while select.select([keyboard], [], [], 1)[0]:
            if not (chunk := _read(keyboard)):
                return _text(seen)
            seen += chunk
        os.write(keyboard, ending)
    pytest.fail("the terminal hangs")


def _read(keyboard: int) -> bytes:
    assert select.select([keyboard], [], [], PATIENCE)[0], "the terminal hangs"
    try:
        return os.read(keyboard, 4096)
    except OSError:  # Linux says EIO when the program at the other end has gone
        return b""


def _text(seen: bytes) -> str:
    return seen.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("ending", [b"quit\n", b"\x04", b"\x03"], ids=["quit", "ctrl-d", "ctrl-c"])
def test_at_a_terminal_the_bot_greets_answers_and_says_goodbye(ending):
    screen, code = at_a_terminal(b"1\n", b"hello\n", ending)

    places = [
        screen.index(words)
        for words in (
            "(greeting)\n1. An example",
            "You chose example",
            "You said hello",
            "(goodbye)",
        )
    ]
    assert places == sorted(places)
    assert "Traceback" not in screen
    assert code == 0
