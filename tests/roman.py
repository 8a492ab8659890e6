"""Roman Urdu, as far as the wide world needs it: a language without fixed spelling."""

from __future__ import annotations

from dataclasses import replace

from wide_world import load_wide_world

from bot.facts.model import Concept, Knowledge, Language, Sounds
from bot.facts.operations import Operation

WORDS = {
    "opening": ("khula", "khulna"),
    "opened": ("khula",),
    "staff": ("amla",),
    "dentist": ("daanton ka doctor",),
    "clinic": ("shifakhana", "shifakhanay"),
    "people-helped": ("log", "logon"),
}


def roman() -> Language:
    """English's ideas and sentences with a few words of Roman Urdu, and English mixed in."""
    english = load_wide_world().languages["en"]
    concepts = {
        key: Concept(name=concept.name, plural=concept.plural, words=WORDS.get(key, ()))
        for key, concept in english.concepts.items()
    }
    return Language(
        code="ur-Latn",
        name="Roman Urdu",
        script="LATIN",
        locale="en_PK",
        mixes=("en",),
        postpositional=True,
        endings=("on",),
        sounds=Sounds(same=("wv", "kq"), near=("ei", "ou", "ae"), loose="aeiouhy"),
        language_names={"en": "Angrezi", "ur-Latn": "Roman Urdu"},
        requests=("{language} mein jawab do",),
        own_language=("meri zaban mein",),
        concepts=concepts,
        fillers=("ka", "ke", "ki", "mein", "hai", "hain", "yeh", "do", "jin"),
        numbers={"do": 2},
        openers=("kab", "kitne", "kya"),
        joiners=("aur",),
        operations={
            Operation.WHEN: ("kab",),
            Operation.WHICH: ("kaun se",),
            Operation.HOW_MANY: ("kitne",),
            Operation.WITHOUT: ("nahin", "ke baghair"),
            Operation.HAVE: ("jin mein",),
            Operation.OR: ("ya",),
            Operation.AND: ("aur",),
            Operation.MORE: ("se zyada",),
            Operation.BEFORE: ("se pehle",),
            Operation.BETWEEN: ("ke darmiyan",),
        },
        phrases=english.phrases,
    )


def world() -> Knowledge:
    """The wide world, in English and Roman Urdu."""
    wide = load_wide_world()
    return replace(wide, languages={**wide.languages, "ur-Latn": roman()})
