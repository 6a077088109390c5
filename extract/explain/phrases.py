"""The words of explanations, apart from the code that fills them."""

from __future__ import annotations

from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "name": "is part of a name",
    "companion": "stands without {others}",
    "excluded": "stands with a word that makes it something else ({words})",
    "clause": "needs a clause after it ({words})",
    "governs": "needs a clause of {words}",
    "subject": "needs a subject such as {words}",
    "negation": "counts only when it is {words}",
    "modal": "counts only with {words}",
    "object": "needs an object such as {words}",
    "speaker": "counts only in what somebody says, and no speaker is named",
    "aside": "is mentioned in passing, not said",
    "side": "counts only when the speaker says it of {words}",
    "actor": "nobody does it: {roles}",
    "recipient": "nobody has it done to him: {roles}",
    "both": "needs both sides: {roles}",
    "pair": "needs two participants: {roles}",
    "content": "is only the content of another act ({words})",
    "type": "is {words}, a type that was not asked for (--types)",
    "word": "is read as {pos} here, the lexicon has it as {words}",
}
"""Why a trigger made no event, by kind; said of the trigger."""

SHORT: Mapping[str, str] = {
    "name": "part of a name",
    "excluded": "beside a word that makes it something else",
    "clause": "without the clause that it needs",
    "governs": "without the clause that it needs",
    "subject": "with another subject",
    "negation": "negated, or not negated, as its entry does not ask",
    "modal": "without the modal that it needs",
    "object": "without the object that it needs",
    "speaker": "without a speaker",
    "aside": "in passing",
    "side": "of the other side",
    "actor": "without a political actor",
    "recipient": "without a recipient",
    "both": "with one side only",
    "pair": "with one participant only",
    "content": "as the content of another act",
    "type": "of a type not asked for",
    "word": "as another part of speech",
}
"""The same in a few words, for counts."""

SIDES: Mapping[str, str] = {"own": "himself or his own side", "other": "somebody else"}
NEGATED: Mapping[bool, str] = {True: "negated", False: "not negated"}

EMPTY_SLOT = "{slot} is empty"
NO_PARTY = '{slot} is "{text}", which is no person, body, state or group'
NOT_POLITICAL = '{slot} is "{text}", who holds no office and acts for no state'
NO_PERSON = '{slot} is "{text}", which is no person'
TAKEN = '{slot} is "{text}", who is on the other side already'

SPEAKER_PATH = "the speaker of the words around it"
ADDRESSEE_PATH = "the one to whom the words are said"
ELSEWHERE_PATH = "in another sentence"

HOST = "{name}: the country where the visit goes"
ANSWERED = "{name}: the latest who accused, asked or addressed the actor (an act told before)"

FIXED = "{value}: the entry says so"
UTTERED = "{value}: what is done by words is done once it is said"
PLAIN = "{value}: nothing speaks against it"
CUED = '{value}: "{cue}"'

NO_DATE = "the article does not say when"
DATE = '"{text}"{anchor}: {days}{size}'
ANCHOR = ", read from {published}"
UNDATED_ANCHOR = ", without a publication date"
NO_PLACE = "the article does not say where"
PLACE = '"{text}": {name}{country}, {kind}'
GIVEN = ", from the {type} told with it"
GIVEN_BY_SOME = ", from an act told with it"

SOURCE = "{name}, at {field} {start}-{end}, {manner}"
OWN_VOICE = "the article itself"
"""Who tells of an event without a source."""

CODES = "{type} done: {done}"
SHIFTED = "; {factuality}: {codes}"
ENTRY_CODE = " (the entry's own code)"
