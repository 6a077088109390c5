"""Whether a word is a trigger of an entry here: its companions, object, clause and negation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from spacy.tokens import Token

from .. import grammar
from ..memory import kept
from .lexicon import Entry, Pattern, Pos

OBLIGING = frozenset({"have", "need", "ought"})
"""Verbs whose own word "to" is that of an infinitive ("has to leave")."""
WINDOW = 7
"""How far to the right of its head a companion word of a trigger may stand, in tokens."""
MONTHS = frozenset(
    {
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    }
)
NOUN_WINDOW = 4
"""The same of a noun, whose phrase ends sooner than a clause."""
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly", "nobody", "none"})
PHASES = frozenset({"start", "begin", "continue", "keep", "stop", "cease"})
"""Verbs that share their modal with the one they govern ("will start to withdraw")."""
CONTENT_DEPS = frozenset({"ccomp", "xcomp", "acl"})
PREPOSITIONAL_POS = frozenset({"ADP", "PART", "SCONJ"})
PHRASAL_DEPS = frozenset(
    {"dobj", "nsubjpass", "prep", "prt", "advmod", "dative", "agent", "pobj", "aux", "auxpass", "xcomp"}
)
"""Children whose own prepositions may belong to a trigger: "impose sanctions on", "together with"."""
_HIGHEST = 8
"""How many words up the tree may tell what a trigger is."""
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def positions(token: Token) -> tuple[Pos, ...]:
    """The kinds of trigger that a token can be, by its part of speech; participles may be adjectives."""
    pos = token.pos_
    if pos in {"VERB", "AUX"}:
        return ("verb", "adjective") if token.tag_ in {"VBN", "VBG"} else ("verb",)
    if pos in {"NOUN", "PROPN"}:
        # a headline verb ("Iran slams") and a gerund are often tagged as nouns
        if grammar.is_headline_verb(token):
            return ("verb", "noun") if grammar.objects(token) else ("noun", "verb")
        clausal = token.dep_ in {"ROOT", "ccomp", "conj", "advcl"}
        return ("noun", "verb") if clausal and any(c.dep_ in {"nsubj", "dobj"} for c in token.children) else ("noun",)
    if pos == "ADJ":
        return ("adjective", "verb") if token.tag_ in {"VBN", "VBD"} else ("adjective",)
    if pos in {"ADV", "ADP"}:
        return ("adjective",)
    return ()


def words_of(token: Token) -> tuple[str, str]:
    """The forms under which a token is looked up in the lexicon."""
    return token.lemma_.lower(), token.lower_


def companions(pattern: Pattern, token: Token, pos: Pos) -> tuple[Token, ...] | None:
    """The tokens of a pattern's other words, or None when one is missing."""
    if not pattern.others:
        return ()
    if token.dep_ == "aux" and token.lemma_ == "have":  # "had failed": no having
        return None
    if pos in {"noun", "adjective"} and not _is_starred(pattern):
        return _before(pattern, token)
    if pattern.others[-1] == "be" and not any(c.dep_ == "auxpass" and c.lemma_ == "be" for c in token.lefts):
        return None  # "release be": a passive
    found: list[Token] = []
    near = list(_family(token))
    for word in pattern.others:
        match = next(
            (t for t, forms in near if word in forms and t not in found and t.i != token.i and not _is_dating(t)), None
        )
        if match is not None and word == "to" == pattern.others[-1]:  # "went to", no infinitive; but "has to"
            wanted = token.lemma_ in OBLIGING
            match = next((t for t, _ in near if _is_to(t, token, wanted)), None)
        if match is None:
            return None
        found.append(match)
        near.extend((t, words_of(t)) for t in match.children)  # "came to the aid of"
    return tuple(found)


def _is_dating(word: Token) -> bool:
    """Whether a preposition only says when: "talks on Monday" are not "talks on" something."""
    if word.lower_ not in {"on", "in", "for"} or word.pos_ != "ADP":
        return False
    return any(c.dep_ == "pobj" and c.text in grammar.WEEKDAYS | MONTHS for c in word.children)


def _is_to(word: Token, verb: Token, wanted: bool) -> bool:
    """Whether a "to" is the one that a pattern ends in; that of "to have" is no part of "have to"."""
    return word.lower_ == "to" and (word.dep_ == "aux") == wanted and not (wanted and word.i < verb.i)


def _is_starred(pattern: Pattern) -> bool:
    return not pattern.text.endswith(" " + pattern.head)


def _before(pattern: Pattern, token: Token) -> tuple[Token, ...] | None:
    doc, at = token.doc, token.i - 1
    found: list[Token] = []
    for word in reversed(pattern.others):
        while at >= 0 and doc[at].is_punct and doc[at].text in "-–":
            at -= 1
        if at < 0 or word not in words_of(doc[at]):
            return None
        found.append(doc[at])
        at -= 1
    return tuple(reversed(found))


@kept
def _family(token: Token) -> list[tuple[Token, tuple[str, str]]]:
    """Words that can belong to a trigger, with their forms: close to its right, and its children with theirs.

    The subject of a verb is no part of it ("aid agencies refused"), nor is a preposition that hangs on another word
    ("called the move a bar to talks" is no "call to").
    """
    reach = NOUN_WINDOW if token.pos_ == "NOUN" else WINDOW
    if token.lemma_ == "be":
        reach = 0  # what follows "is" at a distance is no predicate
    end = _next_clause(token)
    near = [t for t in token.doc[token.i + 1 : min(token.i + 1 + reach, end)] if t.pos_ not in PREPOSITIONAL_POS]
    for child in token.children:
        if child.i >= end:
            break
        if child.i < token.i and (child.dep_ in {"nsubj", "csubj"} or _is_fronted(child)):
            continue
        near.append(child)
        own = child.dep_ in PHRASAL_DEPS
        near.extend(c for c in child.children if own or c.dep_ in {"mark", "aux"} or c.pos_ not in PREPOSITIONAL_POS)
        if child.dep_ == "dobj":  # "hosted X and a delegation from Y for talks": the parse hangs it on the list's end
            near.extend(c for t in grammar.conjuncts(child)[1:] for c in t.rights if c.dep_ == "prep")
    return [(t, words_of(t)) for t in near]


def _next_clause(token: Token) -> int:
    """Where another clause with a subject of its own is joined on: "denied its role, and the army released ..."."""
    for child in token.rights:
        if child.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.lefts):
            return int(child.left_edge.i)
    return len(token.doc)


def _is_fronted(phrase: Token) -> bool:
    """What stands before the verb ("Before the vote, he spoke", "Before it fell, he spoke") is no part of it.

    But "to which" is.
    """
    if phrase.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in {"before", "after", "since", "until"} for c in phrase.children)
    return phrase.dep_ == "prep" and not any(c.tag_ in {"WDT", "WP"} for c in phrase.children)


def object_of(entry: Entry, token: Token, others: Sequence[Token] = ()) -> Token | None:
    """The object that an entry asks for, by the lemma of its head (or of the noun it counts: "dozens of troops").

    The object of a preposition among the trigger's words is one too ("bowed to demands").
    """
    after = [t for word in others if word.pos_ == "ADP" for t in word.children if t.dep_ == "pobj"]
    for thing in (*grammar.objects(token), *after):
        for head in (thing, *_counted(thing)):
            if set(words_of(head)) & entry.object and not _is_other_thing(entry, head):
                return head
    return None


def _is_other_thing(entry: Entry, thing: Token) -> bool:
    """Whether a word before the object makes it another thing: a press conference is no conference."""
    before = [c for c in thing.lefts if c.dep_ in {"compound", "nmod", "amod"}] if entry.not_with else []
    return any(not entry.not_with.isdisjoint(words_of(c)) for c in before)


def _counted(token: Token) -> list[Token]:
    found = grammar.prep_objects(token, "of") + grammar.prep_objects(token, "in")
    named = [c for c in token.children if c.dep_ in {"compound", "nmod"} and c.i < token.i]
    return found + named + [c for c in token.children if c.dep_ == "appos"]


def subject_fits(entry: Entry, token: Token) -> bool:
    """Whether the subject is one of the kind that the entry asks for ("peacekeepers arrived")."""
    if not entry.subject:
        return True
    things = [h for t in grammar.surface_subjects(token) for h in (t, *_counted(t))]
    return any(set(words_of(t)) & entry.subject for t in things)


def has_excluded(entry: Entry, token: Token) -> bool:
    """Whether an object or companion word stands here that makes the trigger another thing ("meet the criteria")."""
    if entry.not_object:
        things = grammar.objects(token)
        if (things and "*" in entry.not_object) or any(set(words_of(o)) & entry.not_object for o in things):
            return True
    return bool(entry.not_with) and not entry.not_with.isdisjoint(_close(token))


@kept
def _close(token: Token) -> frozenset[str]:
    """The words around a trigger that can make it another thing: those it governs, and those it stands under."""
    phrases = [c for child in token.children if child.dep_ in {"prep", "dative"} for c in child.children]
    phrases += [c for prep in phrases if prep.dep_ == "prep" for c in prep.children]  # "out of the deal"
    if token.dep_ == "conj":  # "can share and work": the modal is for both
        phrases += [c for c in token.head.children if c.dep_ == "aux"]
    close = (*token.children, *phrases, *islice(token.ancestors, _HIGHEST))
    return frozenset(word for t in close for word in words_of(t))


def clause_fits(entry: Entry, token: Token) -> bool:
    """Whether the trigger governs a clause of the kinds that the entry asks for."""
    if not entry.clause or "any" in entry.clause:
        return True
    if "condition" in entry.clause:
        return condition(token) is not None
    if "imperative" in entry.clause:
        return is_imperative(token)
    kinds = set()
    for child in token.children:
        if child.dep_ in {"ccomp", "xcomp", "acl", "advcl"} and grammar.is_verbal(child):
            infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
            if child.dep_ == "advcl" and not infinitive:
                continue
            gerund = child.tag_ == "VBG" and not any(c.dep_ in {"nsubj", "aux"} for c in child.children)
            kinds.add("infinitive" if infinitive else "gerund" if gerund else "that")
        if child.dep_ == "oprd":  # "called him a liar"
            kinds.add("predicate")
        if child.dep_ == "prep" and any(c.dep_ == "pcomp" for c in child.children):
            kinds.add("gerund")
    return bool(kinds & entry.clause) if kinds else "none" in entry.clause


def is_imperative(verb: Token) -> bool:
    """Whether a verb stands at the head of its clause as a command: "Stop the bombing", "Please let them go"."""
    if verb.tag_ not in {"VB", "VBP"} or verb.dep_ not in {"ROOT", "ccomp", "parataxis"}:
        return False
    if any(c.dep_ not in {"advmod", "intj", "punct", "npadvmod", "meta", "cc"} for c in verb.lefts):
        return False
    first = verb.left_edge.i
    return first == 0 or bool(verb.doc[first - 1].is_punct or verb.doc[first].is_punct)


def condition(token: Token) -> Token | None:
    """The verb of the "if" or "unless" clause that a trigger's clause depends on; "even if" is no condition."""
    for holder in (token, token.head):
        for child in holder.children:
            if is_inverted(child):
                return child
            if child.dep_ != "advcl":
                continue
            marks = [c for c in child.children if c.dep_ == "mark" and c.lower_ in {"if", "unless"}]
            if marks and not (marks[0].i > 0 and marks[0].nbor(-1).lower_ == "even"):
                return child
    return None


def is_inverted(clause: Token) -> bool:
    """ "Should China pursue it, ...", "Had they asked, ...": a condition without a conjunction."""
    if clause.dep_ not in {"advcl", "ccomp", "csubj"}:
        return False
    helping = next((c for c in clause.lefts if c.dep_ == "aux"), None)
    subject = next((c for c in clause.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if helping is None or subject is None:
        return False
    return helping.lower_ in {"should", "had"} and helping.i < subject.i


def contents(token: Token) -> list[Token]:
    """Verbs of the clauses that a trigger governs: "agreed to meet", "a plan to visit", "committed to working"."""
    found = [c for c in token.children if c.dep_ in CONTENT_DEPS and grammar.is_verbal(c)]
    for child in token.children:
        if child.dep_ == "prep":
            found.extend(c for c in child.children if c.dep_ == "pcomp")
    return [t for verb in found for t in grammar.conjuncts(verb)]


def governs(entry: Entry, token: Token) -> bool:
    """Whether the clause that the trigger governs is of one of the verbs that the entry asks for."""
    return not entry.governs or any(set(words_of(verb)) & entry.governs for verb in contents(token))


def is_negated(token: Token) -> bool:
    """Whether the clause of a token is negated on its verb or its subject."""
    verb = token if grammar.is_verbal(token) else grammar.governor(token) or token
    outer = verb.head.children if verb.dep_ == "xcomp" and verb.head.lower_ == "going" else ()
    if verb.dep_ == "conj" and any(c.lower_ == "nor" and c.i < verb.i for c in verb.head.rights):
        return True
    if grammar.negating_phrase(verb) is not None:
        return True
    for child in (*verb.children, *token.children, *outer):
        if child.dep_ == "neg" or child.lower_ in NEGATIONS:
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and any(c.lower_ == "no" for c in child.children):
            return True
    return False


def modals(token: Token) -> set[str]:
    """Modal words on a token's verb: "will", "must", "have to", "going to"."""
    verb = token if grammar.is_verbal(token) else grammar.governor(token) or token
    found = {{"'ll": "will", "wo": "will", "ca": "can", "'d": "would"}.get(c.lower_, c.lower_)
             for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"}  # fmt: skip
    if verb.dep_ == "conj" and not found and not any(c.dep_ in grammar.SUBJECT_DEPS for c in verb.children):
        return modals(verb.head)
    if verb.dep_ == "xcomp" and verb.head.lemma_ in {"go", "have", "need", "intend", "plan", "want", "ought"}:
        found.add({"go": "will", "have": "must", "ought": "should"}.get(verb.head.lemma_, verb.head.lemma_))
    if verb.dep_ == "xcomp" and verb.head.lemma_ in PHASES:
        found |= modals(verb.head)
    return found
