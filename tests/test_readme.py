"""README.md and CONTRIBUTING.md: what they show is true."""

import configparser
import json
import os
import re
import shlex
import subprocess
import sysconfig
from functools import cache
from pathlib import Path

import pytest

from bot.answering.conversation import Context
from bot.answering.engine import Engine
from bot.cli.app import app
from bot.cli.jsonlines import Question
from bot.cli.records import as_json, records
from bot.config import bundled_knowledge
from bot.console import shown
from bot.facts.reading import load

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
PAGES = [README, (ROOT / "CONTRIBUTING.md").read_text()]
PROMPT, SHELL = "> ", "$ "
COMMANDS = {command.name or command.callback.__name__ for command in app.registered_commands}


def blocks(language, *pages):
    """The content of each ```language block."""
    fenced = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    return [block for page in pages for name, block in fenced.findall(page) if name == language]


SHOWN = blocks("console", README)
LINES = list(dict.fromkeys("".join(blocks("sh", *PAGES)).splitlines()))


@cache
def engine():
    return Engine(load(bundled_knowledge()))


def conversation(typed):
    context = Context()
    for message in typed:
        reply, context = engine().reply(message, context)
        yield f"{PROMPT}{message}\n{shown(reply)}\n"


def single_reply(question):
    reply, _ = engine().reply(question, Context())
    return "\n".join(filter(None, (reply.plain, reply.source_line))) + "\n"


def replayed(block):
    """The block as the bot would show it today."""
    command, *lines = block.splitlines()
    match shlex.split(command.removeprefix(SHELL)):
        case ["sawal", "chat"]:
            typed = [line.removeprefix(PROMPT) for line in lines if line.startswith(PROMPT)]
            return f"{command}\n{''.join(conversation(typed))}"
        case ["sawal", "ask", question]:
            return f"{command}\n{single_reply(question)}"
    raise ValueError(command)


@pytest.mark.parametrize("block", SHOWN, ids=lambda block: block.splitlines()[0])
def test_a_conversation_is_what_the_bot_says(block):
    assert block == replayed(block)


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("make ")])
def test_a_make_target_exists(line):
    subprocess.run([*shlex.split(line), "--dry-run"], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.parametrize("line", [line for line in LINES if re.match(r"sawal |echo ", line)])
def test_a_command_runs(line, tmp_path):
    environment = {"PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])}

    done = subprocess.run(
        ["/bin/sh", "-c", line], cwd=tmp_path, env=environment, capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


def test_the_table_holds_every_command():
    assert set(re.findall(r"^\| `sawal (\w+)", README, re.MULTILINE)) == COMMANDS


def test_the_keys_of_a_record_are_named_in_their_order():
    sentence = README[README.index("A line has the keys") : README.index(", in this order")]
    [record] = records(engine(), "x", ["hello"])

    assert re.findall(r"`(\w+)`", sentence) == list(json.loads(as_json(record)))


def test_the_line_for_eval_is_one():
    [example] = blocks("json", README)

    assert Question.model_validate_json(example).lang == "en"


def test_the_service_runs_a_command_that_exists():
    [unit] = blocks("ini", README)
    service = configparser.ConfigParser()
    service.optionxform = str
    service.read_string(unit)

    program, command = shlex.split(service["Service"]["ExecStart"])
    assert Path(program).name == "sawal"
    assert command in COMMANDS


def test_the_map_shows_every_room_of_the_house():
    [plan] = [block for block in blocks("", README) if block.startswith("bot/")]
    rooms = {path.name for path in (ROOT / "bot").iterdir() if path.suffix in {"", ".py"}}

    drawn = set(re.findall(r"^  (\w+(?:\.py)?)", plan, re.MULTILINE))
    assert drawn == rooms - {"__init__.py", "__pycache__"}


def test_links_lead_somewhere():
    links = [link for page in PAGES for link in re.findall(r"\]\(([^)]+)\)", page)]

    assert all((ROOT / link).exists() for link in links if not link.startswith("https://"))


def write_down_what_the_bot_says() -> None:
    """Put today's conversations into the README."""
    text = README
    for block in SHOWN:
        text = text.replace(block, replayed(block))
    (ROOT / "README.md").write_text(text, "utf-8")


if __name__ == "__main__":
    write_down_what_the_bot_says()
