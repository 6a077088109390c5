"""Who does what in a clause: subjects and objects of a verb through passive, control, relatives and coordination.

Every function takes and gives spaCy tokens of one sentence. The tokens given are heads of noun phrases, with their
conjuncts, relative pronouns replaced by their antecedents; who they stand for is another step's work.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from .memory import kept, remembered

SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
PASSIVE_DEPS = frozenset({"nsubjpass", "auxpass", "csubjpass"})
OBJECT_DEPS = frozenset({"dobj", "obj"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
VERBAL_POS = frozenset({"VERB", "AUX"})
LOOSE_ADVERBS = frozenset({"together", "along", "ahead", "alongside", "back", "home", "off", "over", "out"})
"""Adverbs on which the parser hangs what belongs to their verb ("is back in X", "flew home from X")."""
RELATIVE_WORDS = frozenset({"who", "whom", "which", "that", "whose"})
APOSTROPHES = frozenset({"'", "’"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
WHEN_ENTITIES = frozenset({"DATE", "TIME"})
WHEN_WORDS = frozenset({"time", "end", "deadline", "date", "moment", "day", "week", "month", "year"})
"""Of a passive verb's "by" phrase, what says when it is done ("signed by the time the summit begins")."""
WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
HEADLINE_PASSIVES = frozenset(
    {
        *("accuse", "acquit", "ask", "ban", "bar", "blame", "charge", "condemn", "convict", "criticise", "criticize"),
        *("deport", "detain", "expel", "extradite", "force", "indict", "invite", "name", "order", "pardon", "praise"),
        *("press", "sanction", "sentence", "summon", "honor", "honour", "award", "suspect", "tell", "urge", "warn"),
        *("rebuke", "slam", "blast", "lambast", "denounce", "reprimand", "chide", "deplore", "castigate"),
    }
)
"""Verbs that cannot do without an object: without one, their past form in a headline is a participle."""
GRANTED = frozenset({"access", "entry", "visa", "asylum", "passport", "bail", "permission", "refuge", "parole"})
"""What one is granted or denied."""
HYPHENS = frozenset({"-", "‐", "‑", "–"})
HYPHENED_DEPS = frozenset({"npadvmod", "amod", "compound", "nmod", "nsubj", "advmod"})
NEEDS = frozenset({"need", "necessity", "importance", "urgency", "imperative", "duty", "obligation", "responsibility"})
STRESSING = frozenset(
    {
        *("stress", "emphasise", "emphasize", "underline", "underscore", "highlight", "reiterate", "note", "discuss"),
        *("reaffirm", "recall", "affirm", "cite", "acknowledge", "recognise", "recognize"),
    }
)
"""Verbs by which one says what there is a need for; it is for others to do."""
INTENTS = frozenset(
    {
        *("agreement", "announcement", "attempt", "commitment", "decision", "effort", "intention", "move", "offer"),
        *("plan", "pledge", "promise", "proposal", "readiness", "refusal", "request", "resolve", "vow", "willingness"),
    }
)
"""Nouns for what somebody has said or resolved that he will do."""
NO_WAY = frozenset({"time", "way", "circumstance", "means", "account", "event", "case", "point", "stage", "sense"})
"""Nouns of phrases that negate their clause: "at no time did X enter", "under no circumstances will we"."""
OWN_PREPOSITIONS = frozenset(
    {"after", "before", "without", "by", "while", "on", "in", "since", "upon", "when", "through", "despite", "besides"}
)
"""Prepositions whose gerund is the subject's own act ("left after meeting X")."""

OBJECT_CONTROL = frozenset(
    {
        *("advise", "allow", "appeal", "appoint", "ask", "authorise", "authorize", "beg", "beseech", "call"),
        *("challenge", "command", "compel", "convince", "demand", "direct", "dispatch", "enable", "encourage"),
        *("exhort", "expect", "force", "get", "help", "implore", "instruct", "invite", "lobby", "name"),
        *("need", "nudge", "oblige", "order", "permit", "persuade", "press", "pressure", "push", "recommend"),
        *("rely", "remind", "request", "require", "send", "task", "tell", "urge", "wait", "want", "warn"),
    }
)
"""Verbs whose infinitive is done by their object when they have one ("urged Iran to resume talks")."""

_DEEPEST = 6


@kept
def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it to the right, in order."""
    found, queue = [token], [token]
    while queue:
        for child in queue.pop(0).children:
            if child.dep_ == "conj" and child.i > token.i:
                found.append(child)
                queue.append(child)
    if token.pos_ == "PROPN":  # "Nauru and Papua New Guinea": the parser hangs the first name on the last
        left = [c for c in token.lefts if c.dep_ in {"nmod", "compound"}]
        left += [d for c in left for d in c.lefts if c.pos_ == "NOUN" and d.dep_ in {"nmod", "compound"}]
        found += [c for c in left if c.pos_ == "PROPN" and _has_and(c)]
    return sorted(found, key=lambda t: t.i)


def _has_and(token: Token) -> bool:
    return any(c.dep_ == "cc" and c.i > token.i for c in token.children)


@kept
def is_verbal(token: Token) -> bool:
    """Verbs, auxiliaries standing as verbs, and what heads a clause with its own subject."""
    if token.pos_ in VERBAL_POS or any(c.dep_ in SUBJECT_DEPS for c in token.children):
        return True
    return is_headline_verb(token)


def is_headline_verb(token: Token) -> bool:
    """Whether a verb is taken for a noun between a name and a noun: "US lifts ban", "Mr Li heads to Chad today."."""
    if token.tag_ != "NNS" or not any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.lefts):
        return False
    if token.nbor(-1).pos_ != "PROPN":
        return False
    if token.dep_ == "ROOT" and is_headline(token) and any(c.dep_ in OBJECT_DEPS for c in token.children):
        return True
    if any(t.tag_ in FINITE_TAGS or t.tag_ == "MD" for t in token.doc):
        return False
    if token.dep_ == "ROOT":
        return any(c.dep_ in OBJECT_DEPS | {"prep"} for c in token.rights)
    is_inside = token.dep_ == "compound" and token.head.dep_ == "ROOT" and token.head.i > token.i
    return is_inside and is_headline(token)


@kept
def is_passive(verb: Token) -> bool:
    """Whether the surface subject is the one to whom it is done."""
    deps = {c.dep_ for c in verb.children}
    if deps & PASSIVE_DEPS or _is_headline_passive(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if deps & {"nsubj", "dobj"} or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if verb.dep_ in {"acl", "relcl", "amod", "advcl", "oprd"} and not any(c.dep_ == "aux" for c in verb.children):
        return True
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        return is_passive(verb.head)
    return "agent" in deps


def _is_headline_passive(verb: Token) -> bool:
    """ "Iran urged to free crew", "UN denied access to inmates": a headline's past form without a helping verb."""
    if verb.tag_ not in {"VBD", "VBN"} or not is_headline(verb) or verb.dep_ not in {"ROOT", "ccomp", "conj"}:
        return False
    deps = {c.dep_ for c in verb.children}
    if deps & {"aux", "ccomp"} or "nsubj" not in deps:
        return False
    things = [c.lemma_ for c in verb.children if c.dep_ in OBJECT_DEPS]
    if things:
        return verb.lemma_ in {"deny", "refuse", "grant"} and bool(GRANTED.intersection(things))
    return verb.lemma_ in HEADLINE_PASSIVES


@remembered
def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The heads that stand as grammatical subject, own or shared: control, coordination, relatives, participles."""
    if depth > _DEEPEST:
        return []
    own = [c for c in verb.children if c.dep_ in SUBJECT_DEPS and c.dep_ not in {"csubj", "csubjpass"}]
    if own and _is_partner(verb):
        return surface_subjects(verb.head.head, depth + 1)
    if own:
        found = _headline_list(own[0]) if len(own) == 1 and is_headline(own[0]) else _real(own, verb)
        if len(found) == 2 and _is_torn(found[0], found[1]):
            found = found[1:]
        return found + [t for t in _companions(own[0], verb) if t not in found]
    if verb.tag_ in FINITE_TAGS or is_headline_verb(verb):
        names = [c for c in verb.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"]
        if names:  # "Washington sanctions X": taken for one name
            return [t for name in names for t in conjuncts(name)]
    if verb.tag_ != "VBG" and (name := _behind_day(verb)) is not None:
        return conjuncts(name)
    head, dep = verb.head, verb.dep_
    if dep == "conj" and is_verbal(head):
        return surface_subjects(head.head if _is_of_speaker(verb, head) else head, depth + 1)
    if dep == "xcomp" and head.i == 0 and head.text.isupper() and _is_headline_subject(head, verb):
        return [head]  # "IAEA to visit": taken for a verb
    if dep in {"xcomp", "ccomp"} and head != verb and not (dep == "ccomp" and not _is_infinitive(verb)):
        return controllers(head, depth + 1)
    if dep in {"acl", "relcl"} and head.pos_ in NOMINAL_POS:
        if is_headline(head) and _is_infinitive(verb):
            return _headline_list(head)
        return _noun_clause_subjects(verb, head, depth)
    if dep == "advcl" and _is_headline_subject(head, verb):
        return _headline_list(head)
    if dep == "advcl" and _is_finite(verb):
        return []
    if dep == "advcl" and head != verb:
        return surface_subjects(head, depth + 1) if is_verbal(head) else controllers(head, depth + 1)
    if dep == "pcomp" and head.pos_ in {"ADP", "SCONJ"}:
        return _gerund_subjects(head, depth)
    if dep in {"acomp", "oprd", "attr"} and is_verbal(head):
        return surface_subjects(head, depth + 1)
    if dep == "dep" and is_verbal(head) and head != verb:
        return surface_subjects(head, depth + 1)
    return []


def _is_partner(verb: Token) -> bool:
    """Whether the parser gave whom one speaks with to the purpose: "spoke with Chad's king to thank him"."""
    prep = verb.head
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    if verb.dep_ != "pcomp" or not to or prep.lower_ != "with" or not is_verbal(prep.head):
        return False
    return bool(prep.i > 0 and prep.nbor(-1).text != ",")  # "it opened, with Chad to speak first"


def _is_of_speaker(verb: Token, head: Token) -> bool:
    """Whether a verb goes on with the saying: "said the force must be sent and urged members to pay"."""
    if verb.tag_ not in FINITE_TAGS or head.head.tag_ not in FINITE_TAGS:
        return False
    if head.tag_ == "VB" and verb.tag_ != "VBP" and any(c.lower_ == "to" and c.dep_ == "aux" for c in head.children):
        return head.dep_ in {"xcomp", "ccomp"}  # "told X to stop and urged Y"
    if head.dep_ != "ccomp":
        return False
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in head.children)
    bare = not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    if bare and head.tag_ in {"VBZ", "VBP"} and verb.tag_ == head.head.tag_ == "VBD":
        return True  # "said that Y demands Z and told X": each verb in the tense of its own clause
    perfect = head.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.children)
    modal = modal or (perfect and verb.tag_ == "VBD")  # "said Y had attacked it and praised X"
    return modal and bare and any(c.dep_ in OBJECT_DEPS | {"ccomp"} for c in verb.children)


def _behind_day(verb: Token) -> Token | None:
    """The subject that the parser hung on the day before it: "On Monday Smith will meet X"."""
    for prep in verb.lefts:
        for name in prep.children if prep.dep_ == "prep" and prep.lower_ == "on" else ():
            if name.pos_ == "PROPN" and name.text not in WEEKDAYS and name.left_edge.text in WEEKDAYS:
                return name
    return None


def _is_torn(first: Token, second: Token) -> bool:
    """Whether a comma alone joins two names: "in the capital, Lima, X said" is of X."""
    between = first.doc[first.i + 1 : second.i]
    return second.dep_ == "conj" and "," in (t.text for t in between) and not any(t.dep_ == "cc" for t in between)


def _companions(subject: Token, verb: Token) -> list[Token]:
    """Who does it too: "Bush, along with Merkel, condemned ..."."""
    return [
        t
        for holder in (subject, verb)
        for c in holder.children
        if c.lower_ in {"along", "together", "alongside"} and c.i < verb.i
        for name, t in (_phrase(c, c.lower_) if c.lower_ == "alongside" else prepositions(c))
        if name in {"with", "alongside"}
    ]


def controllers(head: Token, depth: int = 0) -> list[Token]:
    """Whose act an infinitive under this head is ("agreed to meet": who agreed; "urged Iran to": Iran)."""
    if head.pos_ in {"NOUN", "PROPN"} and not is_verbal(head):
        return owners(head) or _support_subjects(head, depth + 1)
    if is_verbal(head):
        if head.lemma_ in OBJECT_CONTROL and not is_passive(head):
            patients = objects(head, depth + 1)
            patients = patients or [t for name in ("on", "upon", "to", "for") for t in prep_objects(head, name)]
            if patients:
                return patients
        return surface_subjects(head, depth + 1)
    if head.dep_ in {"acomp", "attr", "oprd", "conj"}:
        return surface_subjects(head.head, depth + 1) if is_verbal(head.head) else controllers(head.head, depth + 1)
    if head.dep_ in {"amod", "appos"} and head.head.pos_ in NOMINAL_POS:
        return [head.head]
    return []


@remembered
def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who does it: the subject of an active verb, the "by" phrase of a passive one."""
    if not is_passive(verb):
        return surface_subjects(verb, depth)
    holders = [verb, *(c for c in verb.children if c.dep_ in {"oprd", "attr", "dobj"})]
    agents = [
        t
        for holder in holders  # "was designated a terrorist organization by Canada"
        for c in holder.children
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
        for o in c.children
        if o.dep_ == "pobj" and o.ent_type_ not in WHEN_ENTITIES and o.lemma_ not in WHEN_WORDS
        for t in conjuncts(o)
    ]
    return _real(agents, verb) if agents else _hyphened(verb)


def _hyphened(verb: Token) -> list[Token]:
    """The doer before a participle that modifies a noun: "a UN-brokered truce", "the US-backed rebels"."""
    if verb.dep_ != "amod" or verb.i < 2 or verb.nbor(-1).text not in HYPHENS:
        return []
    return [t for c in verb.lefts if c.dep_ in HYPHENED_DEPS for t in conjuncts(c) if t.i < verb.i]


@remembered
def objects(verb: Token, depth: int = 0) -> list[Token]:
    """To whom or what it is done: the object of an active verb, the subject of a passive one."""
    if depth > _DEEPEST:
        return []
    if verb.dep_ == "compound" and is_headline_verb(verb):
        return [verb.head]
    if verb.dep_ == "amod" and verb.tag_ == "VBN":
        return [verb.head] if verb.head.pos_ in NOMINAL_POS else []
    if is_passive(verb):
        found = surface_subjects(verb, depth + 1)
        return found + _real([c for c in verb.children if c.dep_ in {"dobj", "oprd"}], verb)
    own = [c for c in verb.children if c.dep_ in OBJECT_DEPS]
    if own:
        return _real(own, verb)
    if verb.dep_ == "relcl" and verb.head.pos_ in NOMINAL_POS and _has_own_subject(verb):
        return [verb.head]
    if verb.dep_ == "conj" and is_verbal(verb.head) and not _has_own_subject(verb) and _shares_object(verb):
        return objects(verb.head, depth + 1)
    # "urged Iran to resume talks" is often parsed with Iran as the subject of the infinitive
    inner = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and (_is_infinitive(c) or _is_small_clause(c))]
    for clause in inner:
        own = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if own:
            return _real(own, clause)
    right = [c for c in verb.conjuncts if c.i > verb.i and is_verbal(c)]
    if right and right[0].tag_ == verb.tag_ and _ends_before(verb, right[0]):
        return [t for c in right[0].children if c.dep_ in OBJECT_DEPS for t in _real([c], right[0])]
    return []


def datives(verb: Token) -> list[Token]:
    """The second object ("gave Kyiv weapons", "told Borrell that ...")."""
    bare = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    under = [o for c in verb.children if c.dep_ == "dative" and c.pos_ == "ADP" for o in c.children if o.dep_ == "pobj"]
    return _real(bare + under, verb)


@kept
def prepositions(token: Token) -> tuple[tuple[str, Token], ...]:
    """Each prepositional phrase of a token: the preposition (lower case, "on behalf of" as one) and each object."""
    return tuple(_phrases(token))


def _phrases(token: Token) -> Iterator[tuple[str, Token]]:
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ", "ADV", "VERB", "ADJ"}:
            yield from _phrase(child, child.lower_)
        elif child.dep_ == "advmod" and child.lower_ in LOOSE_ADVERBS:
            yield from prepositions(child)


def _phrase(prep: Token, name: str) -> Iterator[tuple[str, Token]]:
    for child in prep.children:
        if child.dep_ in {"pobj", "pcomp"} and child.pos_ in NOMINAL_POS | {"DET"}:
            for token in conjuncts(_undated(child)):
                yield name, token
        elif child.dep_ == "pcomp" and _is_partner(child):
            yield from ((name, t) for c in child.lefts if c.dep_ == "nsubj" for t in conjuncts(c))
        elif child.dep_ == "prep":  # "because of", "out of", "along with"
            yield from _phrase(child, f"{name} {child.lower_}")
        elif child.dep_ == "conj" and child.pos_ in {"ADP", "SCONJ"}:  # "in and around X"
            yield from _phrase(child, child.lower_)
    if prep.n_rights == 0 and prep.i + 1 < len(prep.doc):
        yield from ((name, t) for t in _stranded(prep))


def _undated(token: Token) -> Token:
    """The place that the parser hung on the day behind it: "flew to Kabul Sunday"."""
    if token.text not in WEEKDAYS:
        return token
    names = [c for c in token.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
    return names[-1] if names else token


def _stranded(prep: Token) -> list[Token]:
    """The object that the parser gave to a following infinitive: "spoke with Modi to open the dialogue"."""
    current = prep.doc[prep.i + 1]
    while current.head != current and current.head.left_edge.i == prep.i + 1 and current.head.pos_ in NOMINAL_POS:
        current = current.head
    if current.pos_ in {"PROPN", "PRON", "NOUN"} and current.dep_ == "nsubj" and current.left_edge.i == prep.i + 1:
        return conjuncts(current) if _is_infinitive(current.head) else []
    return []


def prep_objects(token: Token, name: str) -> list[Token]:
    """Objects of one preposition of a token."""
    return _real([o for n, o in prepositions(token) if n == name or n.endswith(" " + name)], token)


@kept
def owners(noun: Token) -> list[Token]:
    """Possessors of a noun, with their conjuncts ("Wang's trip", "Bush and Blair's talks", "its visit")."""
    found = _real([c for c in noun.children if c.dep_ == "poss"], noun)
    first = noun.head
    if found and noun.dep_ == "conj" and first.pos_ == "PROPN" and _is_only_and(first, found[0]):
        return [first, *found]  # the parser coordinates "Bush" with "talks"
    return found


def _is_only_and(first: Token, second: Token) -> bool:
    """ "Bush and Blair's", "Peru's and Chile's": nothing but the conjunction between the owners."""
    between = first.doc[first.i + 1 : second.left_edge.i]
    return 0 < len(between) <= 2 and all(t.tag_ in {"CC", "POS"} or t.text in APOSTROPHES for t in between)


def governor(token: Token) -> Token | None:
    """The verb (or predicate) of the clause that a token stands in, itself excepted."""
    current = token
    while current.head != current:
        current = current.head
        if current.pos_ in VERBAL_POS:
            return current
    return current if current != token and is_verbal(current) else None


def clause_subjects(token: Token) -> list[Token]:
    """Subject of the clause that a noun stands in: whose visit "during a visit to X, he ..." is."""
    verb = governor(token)
    seen = 0
    while verb is not None and seen < _DEEPEST:
        # "in remarks made on a visit, she warned": the clause is hers, not the remarks'
        found = surface_subjects(verb) if not (verb.dep_ == "acl" and verb.tag_ == "VBN") else []
        if found:
            return [t for t in found if token not in t.subtree or t.i > token.i]
        verb, seen = governor(verb), seen + 1
    return []


def _support_subjects(noun: Token, depth: int) -> list[Token]:
    """Subject of the verb that a noun is the object of ("X has plans to visit")."""
    if noun.dep_ in OBJECT_DEPS | {"attr"} and is_verbal(noun.head):
        return surface_subjects(noun.head, depth + 1)
    return []


def _noun_clause_subjects(verb: Token, noun: Token, depth: int) -> list[Token]:
    if _is_infinitive(verb):  # "a plan to visit", "the first leader to visit", "his promise to sign"
        if noun.lemma_ in NEEDS and noun.dep_ in OBJECT_DEPS and noun.head.lemma_ in STRESSING:
            return datives(noun.head) or prep_objects(noun.head, "to")
        if meant := _meant(verb, noun):
            return meant
        if noun.dep_ in {"pobj", "appos"} and noun.ent_type_ in {"GPE", "LOC", "FAC"}:  # "flew to Lima to meet X"
            return clause_subjects(noun)
        if noun.pos_ == "PROPN" or noun.ent_type_ in {"PERSON", "GPE", "NORP", "ORG"}:
            return [noun]
        return owners(noun) or _makers(verb, noun) or _support_subjects(noun, depth) or [noun]
    return [noun]


def _makers(verb: Token, noun: Token) -> list[Token]:
    """Whose a plan is, named behind it: "the decision of X to leave", "the offer made on Monday by X to help"."""
    if noun.lemma_ not in INTENTS:
        return []
    makers = prep_objects(noun, "of") + prep_objects(noun, "by")
    makers += [t for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" for t in subjects(c)]
    return [t for t in makers if t.i < verb.i and t.pos_ in {"PROPN", "NOUN"}]


def _meant(verb: Token, noun: Token) -> list[Token]:
    """Who is right before an infinitive: "plans for X to visit"."""
    to = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    for name, token in prepositions(noun):
        if name == "for" and to is not None and token.right_edge.i == to.i - 1 and token.pos_ in {"PROPN", "NOUN"}:
            return prep_objects(noun, "for")
    return []


def _gerund_subjects(prep: Token, depth: int) -> list[Token]:
    head = prep.head
    if is_verbal(head):
        if prep.lower_ not in OWN_PREPOSITIONS:
            patients = objects(head, depth + 1)
            if patients:
                return patients
        return surface_subjects(head, depth + 1)
    if head.pos_ == "ADP" and head.head != head:
        return _gerund_subjects(head, depth + 1) if depth < _DEEPEST else []
    if head.pos_ in NOMINAL_POS:
        return owners(head) or _support_subjects(head, depth) or ([] if depth else clause_subjects(head))
    return []


def is_headline(token: Token) -> bool:
    """Whether a token stands in a headline: a short sentence without a full stop."""
    doc = token.doc
    return len(doc) < 20 and doc[-1].text not in {".", "!", '"', "”", ":"}


def _is_headline_subject(head: Token, verb: Token) -> bool:
    """ "Modi to visit Tokyo": the name is taken for the root of the sentence, a verb even."""
    return head.dep_ == "ROOT" and head.i < verb.i and head.text[:1].isupper() and is_headline(head) and head.i < 4


def _headline_list(token: Token) -> list[Token]:
    """Names that a headline joins by a comma alone: "US, China to resume talks"."""
    found = _real([token], token)
    if not is_headline(token):
        return found
    commas = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN" and token.pos_ == "PROPN"]
    if token.i >= 2 and token.nbor(-1).text == "," and token.nbor(-2).pos_ == "PROPN":
        commas.append(token.nbor(-2))
    return sorted({t.i: t for t in (*found, *commas)}.values(), key=lambda t: t.i)


def _real(tokens: list[Token], verb: Token) -> list[Token]:
    """Expands coordination and puts the antecedent for a relative pronoun."""
    found: list[Token] = []
    for token in tokens:
        for each in conjuncts(token):
            if each.lower_ in RELATIVE_WORDS and each.tag_ in {"WDT", "WP", "WP$", "IN", "DT"}:
                antecedent = _antecedent(verb)
                if antecedent is not None:
                    found.extend(t for t in antecedent if t not in found)
                    continue
            if each not in found:
                found.append(each)
    return found


def negating_phrase(verb: Token) -> Token | None:
    """The "no" of a phrase that negates the clause: "at no time did X enter"."""
    for prep in verb.children:
        for thing in prep.children if prep.dep_ == "prep" else ():
            if thing.dep_ == "pobj" and thing.lemma_ in NO_WAY:
                return next((c for c in thing.lefts if c.lower_ == "no"), None)
    return None


def _antecedent(verb: Token) -> list[Token] | None:
    current = verb
    for _ in range(_DEEPEST):
        if current.dep_ == "relcl":
            return [current.head]
        if current.dep_ in {"conj", "xcomp", "ccomp", "aux", "prep", "pobj", "pcomp"} and current.head != current:
            current = current.head
        else:
            return None
    return None


def _is_infinitive(verb: Token) -> bool:
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    return any(c.lower_ == "to" for c in auxiliaries) or (verb.tag_ == "VB" and not auxiliaries)


def _is_finite(verb: Token) -> bool:
    return any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"MD", "VBD", "VBZ", "VBP"} for c in verb.children)


def _is_small_clause(head: Token) -> bool:
    """ "holds Israel responsible", "called the move a provocation": a predicate with a subject and no verb."""
    return head.pos_ in NOMINAL_POS and not any(c.dep_ in {"aux", "cop", "mark"} for c in head.children)


def _has_own_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ not in {"who", "which", "that"} for c in verb.children)


def _shares_object(verb: Token) -> bool:
    return not any(c.dep_ in {"ccomp", "xcomp", "prep", "dobj", "advmod"} for c in verb.children)


def _ends_before(verb: Token, right: Token) -> bool:
    """ "met and thanked X": nothing but the conjunction between the verbs, so that the object is shared."""
    between = verb.doc[verb.i + 1 : right.i]
    return all(t.dep_ in {"cc", "punct", "advmod"} for t in between) and len(between) <= 3
