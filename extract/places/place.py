"""Where an act happens: by syntax, and by the type of the act. A place that is merely named nearby is not its place."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from ...models import Place
from ..units import Unit
from .journeys import destination, host
from .movements import is_behind_clause, moved
from .names import read
from .phrases import (
    EVENT_PREPOSITIONS,
    FRAMES,
    GATHERINGS,
    TOPICS,
    ahead,
    attached,
    before,
    beside,
    carried,
    is_act,
    lemma,
    place_at,
    place_of,
)
from .words import words

SPEECH = {
    "statement", "denial", "accusation", "criticism", "demarche", "appeal", "demand", "pledge", "support", "apology",
    "rejection", "threat", "recognition", "rupture", "sanction", "expulsion",
}  # fmt: skip
PLACELESS = {"call"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_GOVERNED = {"dobj", "nsubj", "nsubjpass", "attr", "oprd", "dative"}
_DEPTH = 2  # nouns below the trigger
_AUDITORIA = {"before", "to"}


def where(unit: Unit, trigger: Token, type: str, countries: Collection[str] = ()) -> Place | None:
    """The place of the act of this type that `trigger` names, as far as its sentence says; else None.

    `countries` are those of the article (ISO 3166-1 alpha-3); they decide which of several places of one name is meant.
    """
    if type in PLACELESS:
        return None
    if type == "visit" and trigger.pos_ == "ADP":  # "while in Oslo"
        return place_of(unit, trigger, countries)
    if type == "visit":
        return (
            destination(unit, trigger, countries)
            or ahead(unit, trigger, countries)
            or _named_before(unit, trigger, countries)
        )
    if type in {"aid", "concession"} and (found := moved(unit, trigger, type, countries)):
        return found
    if trigger.dep_ == "acomp" and trigger.head.pos_ in {"VERB", "AUX"}:
        return _own(unit, trigger.head, type, countries) or _governed(unit, trigger.head, type, countries)
    found = _own(unit, trigger, type, countries) or _governed(unit, trigger, type, countries)
    if found or type not in GATHERINGS:
        return found
    if lemma(trigger) in words("gathering") or is_act(trigger):
        found = ahead(unit, trigger, countries)
    return found or _meanwhile(unit, trigger, countries)


def _named_before(unit: Unit, trigger: Token, countries: Collection[str]) -> Place | None:
    """ "on Kenya, he told leaders during his visit there": the last place that the sentence names before "there"."""
    there = next((t for t in trigger.rights if t.lower_ == "there" and t.dep_ == "advmod"), None)
    if there is None:
        return None
    names = [t for t in trigger.doc[: trigger.i] if t.ent_type_ in {"GPE", "LOC"} and t.pos_ == "PROPN"]
    return next((found for t in reversed(names) if (found := read(unit, t, countries))), None)


def _meanwhile(unit: Unit, trigger: Token, countries: Collection[str]) -> Place | None:
    """ "a meeting with Putin while the diplomat is in Moscow": a clause that the parse hangs on a verb above."""
    node = trigger
    while node.head != node and node.dep_ in {"dobj", "nsubj", "nsubjpass", "ccomp", "xcomp", "pobj", "prep"}:
        node = node.head
        for clause in node.children:
            marks = {t.lower_ for t in clause.children if t.dep_ in {"mark", "advmod"}}
            if (
                clause.dep_ == "advcl"
                and clause.i > trigger.i
                and "while" in marks
                and (found := destination(unit, clause, countries))
            ):
                return found
    return None


def _own(unit: Unit, node: Token, type: str, countries: Collection[str], depth: int = _DEPTH) -> Place | None:
    """The place in the phrases of a node and of what hangs on it: its objects and the acts in it."""
    signed = depth < _DEPTH and lemma(node) in words("accords")  # who signs the Kyoto Protocol need not be in Kyoto
    if node.pos_ in {"NOUN", "PROPN"} and is_act(node) and not signed and (found := before(unit, node, countries)):
        return found
    if found := attached(unit, node, type, countries):
        return found
    if node.pos_ in {"NOUN", "PROPN"} and (found := carried(unit, node, countries)):
        return found
    if depth == 0:
        return None
    return (
        _below(unit, node, type, countries, depth)
        or _scene(unit, node, type, countries)
        or _on_journey(unit, node, countries)
    )


def _below(unit: Unit, node: Token, type: str, countries: Collection[str], depth: int) -> Place | None:
    """ "met with Putin in Moscow", "hold talks in Geneva", "said during a visit to London", "in a speech in Vienna"."""
    for child in node.children:
        nouns = [child] if child.dep_ in {"dobj", "attr", "nsubjpass"} else []
        if child.dep_ == "prep" and child.lower_ not in TOPICS:
            nouns = [t for t in child.children if t.dep_ == "pobj" and (child.lower_ != "of" or is_act(node))]
        for noun in nouns:
            act = is_act(noun) and (child.dep_ != "dobj" or type in GATHERINGS or lemma(node) in words("supports"))
            if (
                child.dep_ == "prep"
                and act
                and _frames(child, noun, type)
                and (found := place_at(unit, noun, countries))
            ):
                return found
            if type in {"statement", *SPEECH} and act and (found := _before_audience(unit, noun, countries)):
                return found
            if (act or _may_pass(node, noun, type)) and (found := _own(unit, noun, type, countries, depth - 1)):
                return found
    return _before_audience(unit, node, countries) if type == "statement" else None


def _frames(preposition: Token, noun: Token, type: str) -> bool:
    """Whether an act after this preposition tells the place: "met for talks in Oslo", not "thanked for ..."."""
    if preposition.lower_ in FRAMES:
        return True
    if preposition.lower_ in {"after", "following"}:
        return lemma(noun) in words("encounters")
    return type in GATHERINGS and preposition.lower_ in EVENT_PREPOSITIONS


def _may_pass(node: Token, noun: Token, type: str) -> bool:
    """Whether a place after this noun is the act's: after the people met, not after the people condemned."""
    if type == "investigation":
        return noun.pos_ in {"NOUN", "PROPN"}
    if type in GATHERINGS and lemma(node) in words("gathering"):
        return True
    if type in GATHERINGS:
        return noun.pos_ in {"PROPN", "PRON"} or lemma(noun) in words("people") or noun.ent_type_ == "PERSON"
    return noun.ent_type_ == "PERSON" or noun.pos_ == "PRON" or lemma(noun) in words("listeners")


def _on_journey(unit: Unit, node: Token, countries: Collection[str]) -> Place | None:
    """ "apologised for the massacre on a visit to Namibia": a journey that the parse hangs on the object."""
    for preposition in node.subtree:
        if (
            preposition.i > node.i
            and preposition.lower_ in {"on", "during"}
            and not is_behind_clause(preposition, node)
        ):
            for noun in preposition.children:
                if (
                    noun.dep_ == "pobj"
                    and lemma(noun) in words("journeys")
                    and (found := place_at(unit, noun, countries))
                ):
                    return found
    return None


def _before_audience(unit: Unit, node: Token, countries: Collection[str]) -> Place | None:
    """ "a speech before the UN General Assembly"."""
    for child in node.children:
        nouns = [child] if child.dep_ == "dobj" and lemma(node) == "address" else []
        if child.dep_ in {"prep", "dative"} and child.lower_ in _AUDITORIA:
            nouns = list(child.children)
        for noun in nouns:
            if (found := place_at(unit, noun, countries)) and found.kind == "venue":
                return found
    return None


def _scene(unit: Unit, node: Token, type: str, countries: Collection[str]) -> Place | None:
    """ "while in Jakarta", "while visiting Cairo", "speaking in Berlin": the clause that sets the scene."""
    for child in node.children:
        if child.dep_ not in {"advcl", "acl"} or lemma(child) not in words("scenes") | {"be"}:
            continue
        marks = {t.lower_ for t in child.children if t.dep_ in {"mark", "advmod"}}
        if (child.tag_ != "VBG" and not marks & {"while", "when", "as"}) or marks & {"before", "if", "until", "unless"}:
            continue
        if found := attached(unit, child, type, countries) or destination(unit, child, countries):
            return found
    return None


def _governed(unit: Unit, node: Token, type: str, countries: Collection[str]) -> Place | None:
    """The place said by what governs the trigger: its support verb, its conjunct, the journey it was the aim of."""
    if node.pos_ in {"NOUN", "PROPN"}:
        return _governed_noun(unit, node, type, countries)
    return _governed_verb(unit, node, type, countries)


def _governed_noun(unit: Unit, noun: Token, type: str, countries: Collection[str]) -> Place | None:
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "of" and is_act(head.head):  # "a round of talks"
        return _own(unit, head.head, type, countries) or _governed_noun(unit, head.head, type, countries)
    if noun.dep_ in {"compound", "conj", "appos"} and head.pos_ in {"NOUN", "PROPN"} and is_act(head):
        return _own(unit, head, type, countries) or _governed_noun(unit, head, type, countries)
    if noun.dep_ in _GOVERNED and head.pos_ in {"VERB", "AUX"} and lemma(head) in words("supports"):
        return (
            attached(unit, head, type, countries, noun)
            or _scene(unit, head, type, countries)
            or beside(unit, head, countries, noun)
            or _raised(unit, head, type, countries)
            or host(unit, head, countries)
            or _governed_verb(unit, head, type, countries)
        )
    if noun.dep_ == "pobj" and head.lower_ in EVENT_PREPOSITIONS | {"to"}:
        above = head.head
        if lemma(above) in words("motions") | words("journeys"):
            return destination(unit, above, countries)
        if head.lower_ == "for" and above.pos_ == "PROPN" and (found := read(unit, above, countries)):
            return found  # "while in Cairo for a summit"
        if (
            type in GATHERINGS
            and (is_act(above) or above.pos_ == "VERB")
            and head.lower_ in {"for", "in", "at", "during"}
        ):
            return attached(unit, above, type, countries) or _below(unit, above, type, countries, 1)
    return None


def _raised(unit: Unit, verb: Token, type: str, countries: Collection[str]) -> Place | None:
    """ "talks are scheduled to begin in Oslo": the place of the verb below."""
    for child in verb.children:
        if (
            child.dep_ in {"xcomp", "ccomp"}
            and lemma(child) in words("supports")
            and not _has_subject(child)
            and (found := attached(unit, child, type, countries) or beside(unit, child, countries))
        ):
            return found
    return None


def _has_subject(verb: Token) -> bool:
    return any(t.dep_ in _SUBJECTS for t in verb.children)


def _governed_verb(unit: Unit, verb: Token, type: str, countries: Collection[str]) -> Place | None:
    head = verb.head
    if head == verb:
        return None
    alone = not _has_subject(verb)
    if verb.dep_ == "relcl":
        return _relative(unit, verb, countries)
    if verb.dep_ in {"conj", "xcomp", "advcl"} and alone and head.pos_ in {"VERB", "AUX"}:
        if lemma(head) in words("reached") | words("motions") and (found := destination(unit, head, countries)):
            return found
        if verb.dep_ == "conj" or (type in SPEECH and verb.tag_ == "VBG") or _raises(head):
            found = attached(unit, head, type, countries) or _scene(unit, head, type, countries)
            return found or _governed_verb(unit, head, type, countries)
    if verb.dep_ == "ccomp" and type in SPEECH and lemma(head) in words("sayings") and _is_his_own(verb):
        return (
            attached(unit, head, type, countries)
            or _below(unit, head, type, countries, 1)
            or _scene(unit, head, type, countries)
        )
    return None


def _relative(unit: Unit, verb: Token, countries: Collection[str]) -> Place | None:
    """ "Tunis, where he met ...", "the Munich conference, where he promoted ..."."""
    if any(t.lower_ == "where" for t in verb.children):
        noun = verb.head
        if noun.head.lower_ == "of":  # "the president of Chad, where ..."
            return None
        whole = noun.head if noun.dep_ in {"appos", "npadvmod"} and noun.head.pos_ == "PROPN" else noun
        return place_at(unit, whole, countries) or place_at(unit, noun, countries)
    return None


def _raises(verb: Token) -> bool:
    """ "is due in Cairo to hold talks": the place of the plan is the place of the act."""
    return lemma(verb) in words("schedules")


def _is_his_own(verb: Token) -> bool:
    """What a speaker says that he or his state does in saying so, not what another did before."""
    if any(t.dep_ == "aux" and t.lower_ == "had" for t in verb.children):
        return False
    return not any(t.dep_ in _SUBJECTS and t.ent_type_ == "PERSON" for t in verb.children)
