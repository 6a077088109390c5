"""Where the parties of an act stand: from a slot's name in the lexicon to the tokens that fill it.

Slots of a verb: subject, object, dative, addressee, clause (subject of what it governs), or any preposition.
Slots of a noun: owner ("Wang's visit", "the Chinese visit"), or only one kind of it: poss ("Wang's") or modifier ("the
Moscow trip"); support (subject of "pay a visit"), clause (subject of the clause it stands in), receiver (subject of
"face criticism"), object (of its support verb: "hosted X for talks"), told (whom the clause's subject tells something
in it: "told X in a call"), attr (what it is: "his first stop is X"), or any preposition ("talks between").
Slots of an adjective: subject, or any preposition.
Of all: "in > owner", whose the thing is that fills "in"; "for > with", the "with" phrase of what fills "for" ("called
for talks with X"); "content X", the slot X of the clause that the trigger governs ("agreed to help Kyiv": content
object); "for to", who is to do it ("calls for X to go"); "purpose X", that of an infinitive that says what for ("gave
money to help Kyiv"); "participle X", that of a participle of it or its object ("sanctions targeting X").
"""

from __future__ import annotations

from spacy.tokens import Token

from .. import grammar
from ..memory import kept, remembered
from . import trigger as trigger_
from .lexicon import Pos, classes, support_verbs

ABOUT = frozenset({"about", "regarding", "concerning", "over", "against", "despite"})
"""Prepositions behind which a verb tells of an act that it does not do: "spoke about the allegations"."""
_FOR_WINDOW = 8
"""How far behind a trigger its "for ... to" clause may begin, in tokens."""
MODIFIER_DEPS = frozenset({"poss", "compound", "amod", "nmod"})
TELLING = frozenset(
    {
        *("tell", "inform", "assure", "warn", "urge", "ask", "thank", "congratulate", "brief", "press", "remind"),
        *("reassure", "advise", "promise", "notify", "confront", "implore", "beg", "invite"),
    }
)
"""What one does to another in a meeting or call ("told X in a call that ...")."""
PARTICIPLE_TAGS = frozenset({"VBG", "VBN", "VBD", "VBZ", "VBP"})
SHARING = frozenset({"between", "among", "with"})
"""Prepositions of those who share in what stands as the subject of the clause."""
MEANWHILE = frozenset({"after", "before", "during", "following", "amid", "since", "until", "despite"})
"""Prepositions that lend a noun no verb: "after the meeting X voiced concern"."""
ATTENDING = frozenset({"attend", "join", "participate", "come", "go"})
"""Verbs for taking part: who does not is no party to the meeting."""
MAKING = frozenset(
    {
        *("announce", "make", "issue", "give", "extend", "deliver", "voice", "level", "put", "present", "submit"),
        *("table", "renew", "repeat", "unveil", "express", "raise", "launch", "impose", "send", "take", "lodge"),
    }
)
"""Verbs for doing what the noun before them names ("the charges levelled by X")."""
PURPOSE_DEPS = frozenset({"advcl", "acl", "relcl", "xcomp"})
MATTERS = frozenset({"investigation", "probe", "inquiry", "policy", "war", "crisis", "debate"})
"""Nouns before which a country's bare name says what they are about: "the Russia investigation"."""


def fill(slot: str, trigger: Token, pos: Pos) -> list[Token]:
    """Heads of the noun phrases in one slot of a trigger, in the order of the text."""
    if " > " in slot:
        outer, inner = slot.rsplit(" > ", 1)
        if inner == "owner":
            return [t for thing in fill(outer, trigger, pos) for t in _owners(thing)]
        return [t for thing in fill(outer, trigger, pos) for t in grammar.prep_objects(thing, inner)]
    if slot.startswith("content "):
        inner = slot.removeprefix("content ")
        return [t for verb in trigger_.contents(trigger) for t in _verb_slot(inner, verb)]
    if slot == "for to":
        return _for_subjects(trigger)
    if slot.startswith("purpose "):
        inner = slot.removeprefix("purpose ")
        return [t for verb in _purposes(trigger) for t in _verb_slot(inner, verb)]
    if slot.startswith("participle "):
        inner = slot.removeprefix("participle ")
        return [
            t
            for verb in _participles(trigger)
            if inner not in {"subject", "object"} or not grammar.is_passive(verb)
            for t in _verb_slot(inner, verb)
        ]
    if pos == "noun":
        found = _noun_slot(slot, trigger)
    elif pos == "adjective":
        found = _adjective_slot(slot, trigger)
    else:
        found = _verb_slot(slot, trigger)
    return found or (_for_subjects(trigger) if slot == "for" else [])


def _verb_slot(slot: str, verb: Token) -> list[Token]:
    if slot == "subject":
        return grammar.subjects(verb)
    if slot == "object":
        return _without_predicate(grammar.objects(verb))
    if slot == "dative":
        return grammar.datives(verb)
    if slot == "addressee":
        return grammar.datives(verb) or grammar.prep_objects(verb, "to") or grammar.objects(verb)
    if slot == "clause":
        return _content_subjects(verb)
    if slot == "condition":
        conditional = trigger_.condition(verb)
        return grammar.surface_subjects(conditional) if conditional is not None else []
    if slot == "owner":
        return []
    things = grammar.objects(verb) or [c for c in verb.children if c.dep_ in {"attr", "acomp"}]  # "is the work of X"
    return _near_phrases(verb, slot) or [t for thing in things for t in _near_phrases(thing, slot)]


def _without_predicate(objects: list[Token]) -> list[Token]:
    """Without what the object is called, which the parser takes for another object: "branded X a criminal"."""
    if len(objects) != 2 or objects[0].head != objects[1].head:
        return objects
    first, second = objects
    if any(t.text == "," for t in first.doc[first.i : second.left_edge.i]):
        return [first]  # no list without "and"
    called = first.dep_ == second.dep_ == "dobj" and second.tag_ == "NN"
    return [first] if called and any(c.lower_ in {"a", "an"} for c in second.children) else objects


def _noun_slot(slot: str, noun: Token) -> list[Token]:
    if slot == "owner":
        return _owners(noun)
    if slot == "poss":
        return grammar.owners(noun)
    if slot == "modifier":
        return _modifying(noun)
    if slot == "support":
        verb = support(noun)
        if verb is not None and verb.lemma_ in ATTENDING and trigger_.is_negated(verb):
            return []
        return grammar.subjects(verb) if verb is not None and verb.lemma_ not in support_verbs()[1] else []
    if slot == "receiver":
        verb = support(noun)
        return grammar.subjects(verb) if verb is not None and verb.lemma_ in support_verbs()[1] else []
    if slot == "clause":  # "the car's journey" is nobody else's
        owned = any(c.dep_ == "poss" and c.pos_ in {"NOUN", "PROPN"} for c in noun.children)
        if owned or _is_shunned(noun):
            return []
        return grammar.clause_subjects(noun) or _accompanied(noun)
    if slot == "attr":
        is_named = noun.dep_ == "nsubj" and noun.head.lemma_ == "be"
        return [t for c in noun.head.children if is_named and c.dep_ == "attr" for t in grammar.conjuncts(c)]
    if slot == "told":
        verb = grammar.governor(noun)
        return _verb_slot("addressee", verb) if verb is not None and verb.lemma_ in TELLING else []
    if slot == "condition":
        conditions = [trigger_.condition(verb) for verb in trigger_.contents(noun)]
        return [t for verb in conditions if verb is not None for t in grammar.surface_subjects(verb)]
    if slot == "object":
        verb = support(noun)
        return [t for t in grammar.objects(verb) if t != noun] if verb is not None else []
    found = _near_phrases(noun, slot)
    if not found:
        verb = support(noun)
        if verb is None and noun.dep_ == "nsubj" and slot in SHARING:  # "talks resumed between X and Y"
            verb = noun.head
        found = _near_phrases(verb, slot) if verb is not None else []
    if not found and slot == "by":
        found = _makers(noun)
    if not found and slot in SHARING:  # "talks held in X between Y and Z"
        found = [t for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" for t in _near_phrases(c, slot)]
    return found


def _is_shunned(noun: Token) -> bool:
    """Whether the clause's subject stays away from what a noun names: "will not participate in talks"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "to"} else noun.head
    if noun.dep_ not in {"pobj", "dobj"} or verb.lemma_ not in ATTENDING:
        return False
    return trigger_.is_negated(verb)


def _accompanied(noun: Token) -> list[Token]:
    """Whom a "with" phrase in commas belongs to: "X, with the support of Y, announced"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ != "with" or prep.i == 0 or prep.nbor(-1).text != ",":
        return []
    return grammar.conjuncts(prep.head) if prep.head.dep_ in {"nsubj", "nsubjpass"} else []


def _adjective_slot(slot: str, adjective: Token) -> list[Token]:
    if slot == "subject":
        if adjective.dep_ == "amod":
            return []
        if adjective.dep_ == "prep" and adjective.i and adjective.nbor(-1).lower_ in {"while", "when"}:  # "while in X"
            return grammar.clause_subjects(adjective)
        return grammar.surface_subjects(adjective)
    if slot == "clause":
        return _content_subjects(adjective)
    if adjective.pos_ == "ADP" and slot == adjective.lower_:
        return [t for c in adjective.children if c.dep_ == "pobj" for t in grammar.conjuncts(c)]
    return _near_phrases(adjective, slot) or (
        _near_phrases(adjective.head, slot) if adjective.dep_ in {"acomp", "oprd"} else []
    )


def _for_subjects(trigger: Token) -> list[Token]:
    """Who is to do it, where a clause with "for" follows: "calls for Iran to halt", "demands by X for Iran to halt"."""
    at = trigger.i + 1
    for token in trigger.doc[at : at + _FOR_WINDOW]:
        if token.lower_ == "for" and token.dep_ == "mark":
            subjects = [c for c in token.head.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > token.i]
            return [t for s in subjects for t in grammar.conjuncts(s)]
        if token.lower_ == "for" and token.dep_ == "prep" and (found := _to_act(token)):
            return found
        if token.pos_ == "VERB":
            break
    return []


def _to_act(prep: Token) -> list[Token]:
    """The object of a "for" whose infinitive the parser hung elsewhere: "a plea for the world to help"."""
    for child in prep.children:
        after = child.doc[child.right_edge.i + 1 : child.right_edge.i + 3]
        if child.dep_ == "pobj" and [t.tag_ for t in after] == ["TO", "VB"]:
            return grammar.conjuncts(child)
    return []


def _makers(noun: Token) -> list[Token]:
    """Who made what a noun names, by its participle or relative: "the offer made by X", "a pledge that X gave"."""
    return [
        t
        for c in noun.children
        if c.lemma_ in MAKING and (c.dep_ == "relcl" or (c.dep_ == "acl" and c.tag_ == "VBN"))
        for t in grammar.subjects(c)
        if t != noun
    ]


@kept
def support(noun: Token) -> Token | None:
    """The verb that lends a noun its clause: it is the noun's governor as object, or through one preposition."""
    current = noun
    for _ in range(3):
        head = current.head
        if head == current:
            return None
        if current.dep_ in {"dobj", "nsubjpass", "attr", "oprd"} and grammar.is_verbal(head):
            return head if head.lemma_ in support_verbs()[0] | support_verbs()[1] else None
        if current.dep_ == "pobj" and head.lower_ in ABOUT:
            return None
        if current.dep_ == "pobj" and head.dep_ in {"prep", "agent"} and grammar.is_verbal(head.head):
            if head.lower_ in MEANWHILE:
                return None
            verb = head.head
            return verb if verb.lemma_ in support_verbs()[0] | support_verbs()[1] else None
        if current.dep_ == "conj":
            current = head
            continue
        if current.dep_ == "pobj" and head.dep_ == "prep" and head.lower_ == "of":  # "a round of talks"
            current = head.head
            continue
        return None
    return None


@remembered
def _owners(noun: Token) -> list[Token]:
    found = list(grammar.owners(noun))
    found.extend(t for t in _modifying(noun) if t not in found)
    if not found and noun.dep_ == "conj" and noun.head.pos_ == "NOUN":  # "Rice's visits and talks"
        return _owners(noun.head)
    if not found and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        return grammar.owners(noun.head.head)  # "their round of talks"
    return found


def _modifying(noun: Token) -> list[Token]:
    """Names and nationalities before a noun that do not possess it."""
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ in MODIFIER_DEPS - {"poss"}:
            named = _modifiers(child) if child.lower_ != "led" else grammar.subjects(child)  # "the Saudi-led strike"
            found.extend(t for t in named if t not in found)
    return [] if len(found) == 1 and noun.lemma_ in MATTERS and _is_country(found[0]) else found


def _is_country(token: Token) -> bool:
    """Whether it is a country's own name, not a nationality; initials ("US policy") serve as both."""
    return bool(token.ent_type_ == "GPE" and token.tag_ == "NNP" and token.text[1:2].islower())


def _modifiers(token: Token) -> list[Token]:
    """A name or nationality before a noun, with what is joined to it: "US-China", "Russian and Turkish"."""
    joined = grammar.conjuncts(token)
    found = list(joined)
    for each in joined:
        for child in each.children:
            if child.dep_ in MODIFIER_DEPS and (child.pos_ == "PROPN" or child.ent_type_):
                found.extend(t for t in _modifiers(child) if t not in found)
    return sorted(found, key=lambda t: t.i)


def _near_phrases(token: Token, slot: str) -> list[Token]:
    """Objects of a preposition of the token, or of a phrase that hangs on one of its phrases ("talks in X with Y")."""
    own = grammar.prep_objects(token, slot)
    if own:
        return own
    for name, inner in grammar.prepositions(token):
        sought = slot == "from" and name == "for"  # "sought support for the bid from X"
        if inner.pos_ == "PROPN" or inner.ent_type_ or inner.pos_ == "PRON" or sought:
            found = grammar.prep_objects(inner, slot)
            if found:
                return found
    if slot == "by" and token.pos_ == "NOUN":  # "a trip to X, Y and Z by W": hung on the last name
        names = [t for t in token.subtree if t.i > token.i and t.pos_ == "PROPN" and t.ent_type_ == "GPE"]
        return [t for name in names for t in grammar.prep_objects(name, "by")]
    return []


def _purposes(trigger: Token) -> list[Token]:
    """Infinitives that say what for, of the trigger or its object ("gave money to help X")."""
    verb = support(trigger) if trigger.pos_ == "NOUN" else None  # "made a trip to meet X"
    things = [trigger, *grammar.objects(trigger), *([verb] if verb is not None else [])]
    found = [c for t in things for c in t.children if c.dep_ in PURPOSE_DEPS]
    return [c for c in found if any(a.lower_ == "to" and a.dep_ == "aux" for a in c.children)]


def _participles(trigger: Token) -> list[Token]:
    """Participles that say what the trigger or its object does: "imposed sanctions targeting X"."""
    things = (trigger, *grammar.objects(trigger))
    found = [c for t in things for c in t.children if c.dep_ in {"acl", "relcl"} or _is_trailing(c, trigger)]
    return [c for c in found if c.tag_ in PARTICIPLE_TAGS]


def _is_trailing(clause: Token, trigger: Token) -> bool:
    return bool(clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.i > trigger.i)


def _content_subjects(verb: Token) -> list[Token]:
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp", "advcl", "pcomp"}:
            found = grammar.surface_subjects(child)
            if found:
                return found
    for child in verb.children:
        if child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pcomp":
                    own = [c for c in inner.children if c.dep_ in {"nsubj", "nsubjpass"}]
                    if own:
                        return own
    return []


@remembered
def inside(token: Token) -> list[Token]:
    """Whose a thing is, for a slot filled by one: "North Korea's test", "Israeli attacks", "the decision by Iran"."""
    found = list(_owners(token))
    for name in ("by", "of", "from"):
        found.extend(grammar.prep_objects(token, name))
    if not found and token.dep_ == "appos" and token.pos_ == "NOUN":  # "X left early, a move that Y praised"
        found = list(_owners(token.head) or grammar.clause_subjects(token))
    for child in token.children:
        if child.dep_ in {"acl", "relcl"} and not found:
            found.extend(t for t in grammar.subjects(child) if t != token)
    if token.lemma_ in classes()["document"]:  # "parliament passed a resolution criticising the king"
        verb = support(token)
        found += grammar.subjects(verb) if verb is not None else []
    return [t for t in found if t != token]
