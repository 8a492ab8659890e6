"""The other commands, and what all of them share."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from parrot import sawal

from bot import __version__
from bot.cli.app import app

INTERRUPTIBLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where tests run in background
from bot.__main__ import main
main()
"""
COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands]


def started(*arguments, **options):
    """A command in a process of its own, over the knowledge that comes with the bot."""
    environment = {name: value for name, value in os.environ.items() if "SAWAL" not in name}
    return subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, *arguments],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def test_ask_prints_the_reply_and_its_source():
    ran = sawal("ask", "hello")

    assert (ran.out, ran.err, ran.code) == ("You said hello\nFrom A Book, 2010.\n", "", 0)


def test_ask_prints_the_record_of_batch_on_request():
    record = json.loads(sawal("ask", "hello", "--json").out)

    assert (record["id"], record["turn"], record["text"]) == (None, 1, "You said hello")


def test_bytes_that_are_no_text_are_a_question_like_any_other():
    ran = sawal("ask", os.fsdecode(b"caf\xe9"))

    assert (ran.out.splitlines()[0], ran.code) == ("You said caf\\udce9", 0)


def test_run_without_a_token_says_how_to_get_one_and_talks_here():
    ran = sawal("run", piped=b"hello\n")

    assert "@BotFather" in ran.err
    assert "SAWAL_TELEGRAM__TOKEN" in ran.err
    assert ran.out.startswith("You said hello")


def test_run_with_a_token_starts_the_telegram_front_end(monkeypatch):
    calls = []
    monkeypatch.setattr("bot.telegram_app.app.run", lambda *parts: calls.append(parts))

    ran = sawal("run", SAWAL_TELEGRAM__TOKEN="1:token")

    [(settings, _)] = calls
    assert settings.telegram.token.get_secret_value() == "1:token"
    assert (ran.out, ran.err, ran.code) == ("", "", 0)


def test_a_wrong_setting_ends_in_one_message():
    ran = sawal("ask", "hello", SAWAL_TELEGRAM__TOKEN="nonsense")

    assert ran.err.startswith("SAWAL_TELEGRAM__TOKEN: telegram.token: ")
    assert len(ran.err.splitlines()) == 1
    assert (ran.out, ran.code) == ("", 1)


def test_the_folder_of_the_command_line_wins_over_the_settings(tmp_path):
    (tmp_path / "set.toml").write_text('knowledge = "elsewhere"')

    ran = sawal("check", "--config", str(tmp_path / "set.toml"), "--knowledge", str(tmp_path))

    assert str(tmp_path) in ran.out
    assert "elsewhere" not in ran.out


def test_check_lists_every_mistake_with_place_and_remedy(tmp_path):
    (tmp_path / "sources.toml").write_text('[book]\ntitle = ""\n')
    (tmp_path / "vocabulary.toml").write_text("topics = 3\n")

    ran = sawal("check", "--knowledge", str(tmp_path))

    lines = ran.out.splitlines()
    assert len(lines) > 1
    assert all("; " in line for line in lines)
    assert any(line.startswith(f"{tmp_path / 'sources.toml'}:") for line in lines)
    assert (ran.err, ran.code) == ("", 1)


def test_check_sums_up_knowledge_without_mistakes():
    ran = sawal("check")

    line, *notes = ran.out.splitlines()
    assert all(
        note.startswith("Worth a look (sawal check --notes lists them): ") for note in notes
    )
    assert line.startswith("No mistakes in ")
    for counted in ("entities", "facts", "sources", "languages"):
        assert f"{counted}: " in line
    assert ran.code == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_knowledge_and_settings(command):
    out = sawal(command, "--help").out

    assert "--knowledge" in out
    assert "--config" in out


def test_the_version_is_told():
    assert sawal("--version").out == f"sawal {__version__}\n"


def test_a_reader_that_leaves_early_meets_no_traceback():
    with started("batch") as process:
        process.stdout.close()
        process.stdin.write(b'{"id": "x", "turns": ["hello"]}\n' * 3)
        process.stdin.close()
        complaint = process.stderr.read()

    assert complaint == b""


def test_ctrl_c_ends_a_command_without_a_traceback():
    with started("batch") as process:
        process.stdin.write(b'{"id": "x", "turns": ["hello"]}\n')
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        complaint = process.stderr.read()

    assert complaint == b""
    assert process.returncode == 130


def test_asking_does_not_load_telegram():
    command = (
        "import sys, bot.cli.app; print([m for m in ('telegram', 'aiohttp') if m in sys.modules])"
    )

    loaded = subprocess.check_output([sys.executable, "-c", command], text=True)

    assert loaded == "[]\n"


def test_letters_reach_a_terminal_that_claims_to_know_ascii_only():
    folder = Path(__file__).parent.parent

    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--json", "سوال"],
        cwd=folder,
        env={"PYTHONIOENCODING": "ascii", "PATH": os.environ["PATH"]},
        capture_output=True,
        check=True,
    )

    assert json.loads(done.stdout)["question"] == "سوال"
