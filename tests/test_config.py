"""The operator's settings."""

import os
import re
import tomllib
from pathlib import Path

import pytest

from bot.config import (
    ConversationSettings,
    Settings,
    TelegramSettings,
    bundled_knowledge,
    read_settings,
)
from bot.errors import ConfigError

EXAMPLE = Path(__file__).parent.parent / "config.example.toml"
SECRET = "123456:s3cret"


@pytest.fixture(autouse=True)
def _only_this_tests_settings(monkeypatch, tmp_path):
    for name in os.environ:
        if name.upper().startswith("SAWAL_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.toml"


def problems(file):
    with pytest.raises(ConfigError) as caught:
        read_settings(file)
    return str(caught.value).splitlines()


def test_without_a_file_everything_has_a_default():
    assert read_settings() == Settings()


def test_without_a_folder_the_knowledge_that_comes_with_the_bot_is_used():
    assert read_settings().knowledge_folder == bundled_knowledge()
    assert (bundled_knowledge() / "sources.toml").exists()


def test_a_file_in_the_current_folder_is_found():
    Path("config.toml").write_text("[telegram]\nconcurrency = 7\n")

    assert read_settings().telegram.concurrency == 7


def test_the_environment_wins_over_the_file(file, monkeypatch):
    file.write_text('[telegram]\ntoken = "1:file"\nconcurrency = 7\n')
    monkeypatch.setenv("SAWAL_TELEGRAM__TOKEN", " 2:environment\n")

    telegram = read_settings(file).telegram

    assert telegram.token.get_secret_value() == "2:environment"
    assert telegram.concurrency == 7


def test_each_key_of_a_section_is_a_variable(monkeypatch):
    monkeypatch.setenv("SAWAL_CONVERSATION__FORGET_AFTER", "5")

    assert read_settings().conversation == ConversationSettings(forget_after=5)


def test_an_empty_variable_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("SAWAL_TELEGRAM__TOKEN", "")

    assert read_settings().telegram.token is None


def test_a_file_from_a_windows_editor_is_read(file):
    file.write_bytes(b"\xef\xbb\xbf[telegram]\r\nconcurrency = 7\r\n")

    assert read_settings(file).telegram.concurrency == 7


def test_the_home_folder_may_be_a_tilde(file):
    file.write_text('knowledge = "~/facts"')

    assert read_settings(file).knowledge_folder == Path.home() / "facts"


def test_all_problems_are_listed_at_once_with_their_places(file, monkeypatch):
    file.write_text('[telegram]\ntoken = "nonsense"\nconcurency = 3\npoll_timeout = "soon"\n')
    monkeypatch.setenv("SAWAL_TELEGRAM__BASE_URL", "telegram")

    lines = problems(file)

    assert [line.split(": ")[:2] for line in lines] == [
        [str(file), "telegram.token"],
        ["SAWAL_TELEGRAM__BASE_URL", "telegram.base_url"],
        [str(file), "telegram.poll_timeout"],
        [str(file), "telegram.concurency"],
    ]
    assert all("; " in line for line in lines), "each line has a remedy"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("[telegram", "not TOML"),
        ("telegram = 3", "a section"),
        ("knowledge = 3", "no folder"),
        ("[telegramm]", "use one of: knowledge, telegram, conversation"),
        ("[telegram]\nconcurrency = true", "no whole number"),
        ("[telegram]\nconcurrency = 1.5", "no whole number"),
        ("[telegram]\nconcurrency = 0", "greater than or equal to 1"),
        ("[conversation]\nforget_after = 0", "greater than or equal to 1"),
        ("[conversation]\nmost_chats = 0.5", "no whole number"),
        ("[telegram]\ntoken = 5", "in quotes"),
        ('[telegram]\nbase_url = "ftp://example.org"', "no web address"),
        ('[telegram]\nbase_url = "https://"', "no web address"),
        ('[telegram]\nbase_url = "http://example.org/a b"', "no web address"),
    ],
)
def test_a_wrong_value_is_one_line_with_a_remedy(file, content, problem):
    file.write_text(content)

    [line] = problems(file)

    assert line.startswith(f"{file}: ")
    assert problem in line
    assert "; " in line


def test_a_missing_file_is_named(file):
    assert problems(file) == [f"{file}: can't be read: No such file or directory; check the path"]


def test_a_file_of_bytes_is_named(file):
    file.write_bytes(b"\xff\xfe")

    assert problems(file) == [f"{file}: this is not UTF-8 text; save it as UTF-8"]


@pytest.mark.parametrize("variable", ["SAWAL_TELEGRAM_TOKEN", "SAWAL_TELEGRAM__TOKENS"])
def test_a_misspelt_variable_is_named_and_not_its_value(monkeypatch, variable):
    monkeypatch.setenv(variable, SECRET)

    [line] = problems(None)

    assert line.startswith(f"{variable}: ")
    assert "there is no such setting" in line
    assert SECRET not in line


def test_variables_that_only_share_the_prefix_are_left_alone(monkeypatch):
    monkeypatch.setenv("SAWAL_SERVICE_HOST", "10.0.0.1")

    assert read_settings() == Settings()


def test_the_token_is_never_shown(file, monkeypatch):
    file.write_text(f'[telegram]\ntoken = "x {SECRET}"\n')
    assert SECRET not in "".join(problems(file))

    monkeypatch.setenv("SAWAL_TELEGRAM__TOKEN", SECRET)
    assert SECRET not in repr(read_settings(file))

    monkeypatch.setenv("SAWAL_TELEGRAM", f'{{"token": "{SECRET}"')
    assert SECRET not in "".join(problems(None))


def test_the_example_holds_every_key_with_its_default():
    filled_in = re.sub(r"^# (?=\w+ = )", "", EXAMPLE.read_text(), flags=re.MULTILINE)
    keys = tomllib.loads(filled_in)

    assert set(keys) == set(Settings.model_fields)
    assert set(keys["telegram"]) == set(TelegramSettings.model_fields)
    assert set(keys["conversation"]) == set(ConversationSettings.model_fields)
    assert read_settings(EXAMPLE) == Settings()
