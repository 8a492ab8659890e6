"""The operator's settings: config.toml, and environment variables that win over it.

`SAWAL_TELEGRAM__TOKEN` is the variable of the key `token` in the section `[telegram]`.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
)
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from bot.errors import ConfigError

PREFIX = "SAWAL_"
DELIMITER = "__"
DEFAULT_FILE = Path("config.toml")
WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s?#]*")
TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
ALIKE = 0.85
"""How much a variable's name has to resemble a setting's to be taken for a misspelt one.

Other variables with our prefix are left alone: Kubernetes sets SAWAL_PORT for a service `sawal`.
"""

NO_NUMBER = "this is no whole number; write one like 32, without quotes"
PROBLEMS = {
    "int_parsing": NO_NUMBER,
    "int_type": NO_NUMBER,
    "int_from_float": NO_NUMBER,
    "string_type": "this is no text; write it in quotes",
    "path_type": 'this is no folder; write one in quotes, like "knowledge"',
    "model_type": "this has to be a section; write its name in brackets and its keys below",
}
"""Pydantic's names of errors, in the operator's words."""


def _token(value: SecretStr) -> SecretStr:
    text = value.get_secret_value().strip()
    if not TOKEN.fullmatch(text):
        raise ValueError("this is no bot token; copy it whole from BotFather, like 123456:ABC-DEF")
    return SecretStr(text)


def _bot_api(value: str) -> str:
    if not WEB_ADDRESS.fullmatch(value):
        raise ValueError("this is no web address; write one like https://api.telegram.org/bot")
    return value


def _number(value: object) -> object:
    """Refuse true and false, which Python counts as 1 and 0."""
    if isinstance(value, bool):
        raise ValueError(NO_NUMBER)  # noqa: TRY004 - pydantic reports ValueError
    return value


class TelegramSettings(BaseModel):
    """The Telegram front end."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    """The bot's password, from BotFather; without one the bot talks in the terminal."""
    base_url: Annotated[str, AfterValidator(_bot_api)] = "https://api.telegram.org/bot"
    """The Bot API's address, up to where the token follows."""
    concurrency: Annotated[int, BeforeValidator(_number)] = Field(32, ge=1, le=1000)
    """How many requests to Telegram are open at once."""
    poll_timeout: Annotated[int, BeforeValidator(_number)] = Field(30, ge=1, le=50)
    """Seconds that Telegram holds a request for news open."""


class ConversationSettings(BaseModel):
    """What is kept of the conversations in Telegram, in memory."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    forget_after: Annotated[int, BeforeValidator(_number)] = Field(60, ge=1)
    """Minutes of silence after which a chat's conversation begins anew."""
    most_chats: Annotated[int, BeforeValidator(_number)] = Field(1_000_000, ge=1)
    """How many chats are kept; beyond it those that were silent longest are forgotten."""


class Settings(BaseSettings):
    """Everything that an operator can set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter=DELIMITER,
        env_ignore_empty=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )

    knowledge: Annotated[Path, AfterValidator(Path.expanduser)] | None = None
    """The folder of knowledge files; None for the one that comes with the bot."""
    telegram: TelegramSettings = TelegramSettings()
    conversation: ConversationSettings = ConversationSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic-settings names the arguments
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the environment above the file, which arrives as arguments."""
        return env_settings, init_settings

    @property
    def knowledge_folder(self) -> Path:
        """The folder of knowledge files in use."""
        return self.knowledge or bundled_knowledge()


def bundled_knowledge() -> Path:
    """The knowledge that comes with the bot: inside the installed package, or beside its code."""
    package = Path(str(files("bot")))
    inside = package / "knowledge"
    return inside if inside.is_dir() else package.parent / "knowledge"


def read_settings(file: Path | None = None) -> Settings:
    """Settings from the environment and a file, by default ./config.toml where there is one.

    Raises ConfigError with a line for every problem.
    """
    if file is None and DEFAULT_FILE.exists():
        file = DEFAULT_FILE
    values = _read_toml(file) if file else {}
    misspelt = list(_misspelt_variables())
    try:
        settings = Settings(**values)
    except ValidationError as error:
        problems = [_line(problem, file) for problem in error.errors()]
        raise ConfigError("\n".join([*problems, *misspelt])) from None
    except SettingsError as error:
        raise ConfigError(f"environment: {error}; set each key by a variable of its own") from None
    if misspelt:
        raise ConfigError("\n".join(misspelt))
    return settings


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        # Windows editors start files with a byte order mark, which TOML does not allow.
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise ConfigError(f"{file}: can't be read: {reason}; check the path") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: this is not UTF-8 text; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: this is not TOML: {error}; mend that line") from None


def _line(error: ErrorDetails, file: Path | None) -> str:
    """Word one of pydantic's errors without the value, which may be the token."""
    keys = [str(key) for key in error["loc"]]
    place = _variable_set(keys) or str(file or "settings")
    return f"{place}: {'.'.join(keys)}: {_problem(error, keys)}"


def _problem(error: ErrorDetails, keys: list[str]) -> str:
    match error["type"]:
        case "value_error":
            return str(error["ctx"]["error"])
        case "extra_forbidden":
            return f"there is no such setting; use one of: {', '.join(_keys_beside(keys))}"
        case kind:
            return PROBLEMS.get(kind) or f"{error['msg']}; see config.example.toml"


def _keys_beside(keys: list[str]) -> list[str]:
    model: type[BaseModel] = Settings
    for section in keys[:-1]:
        model = _section(model.model_fields[section]) or model
    return list(model.model_fields)


def _section(field: FieldInfo) -> type[BaseModel] | None:
    kind = field.annotation
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _variable_set(keys: list[str]) -> str | None:
    """The environment variable that set a key, or its whole section, if one did."""
    names = {name.upper(): name for name in os.environ}
    candidates = (PREFIX + DELIMITER.join(keys[:end]).upper() for end in range(len(keys), 0, -1))
    return next((names[name] for name in candidates if name in names), None)


def _variables(model: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        variable = prefix + name.upper()
        yield variable
        if section := _section(field):
            yield from _variables(section, variable + DELIMITER)


def _misspelt_variables() -> Iterator[str]:
    """Lines for variables such as SAWAL_TELEGRAM_TOKEN, which lacks an underscore."""
    known = list(_variables(Settings, PREFIX))
    # Wrong names inside a section reach pydantic, which reports them.
    reported = tuple(variable + DELIMITER for variable in known)
    for name in sorted(os.environ):
        variable = name.upper()
        if variable in known or variable.startswith(reported) or not variable.startswith(PREFIX):
            continue
        for meant in difflib.get_close_matches(variable, known, n=1, cutoff=ALIKE):
            yield f"{name}: there is no such setting; did you mean {meant}?"
