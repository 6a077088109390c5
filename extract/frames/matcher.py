"""Finds the frames of a sentence: looks every word up in the lexicon, then fills the roles of what is found."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from spacy.tokens import Token

from .. import grammar
from ..actors import Cast, Mention
from ..memory import remembering
from ..quotes import Quotation, Quotations
from ..units import Unit
from ..words import words
from . import roles, trigger
from .frame import Filler, Frame
from .lexicon import Entry, Lexicon, Pattern, Pos, expressing_verbs
from .lists import listed
from .miss import Miss, Reason
from .speakers import speakers as speakers_of
from .venues import without_venue

OWN_SLOTS = frozenset({"owner", "poss", "by", "from", "of"})
"""Slots of a noun that name its doer without help of the clause."""
SHARED_SLOTS = frozenset({"between", "among"})
"""Slots that name all sides of an act."""
ASIDE_DEPS = frozenset({"amod", "compound", "nmod", "pobj", "poss", "appos", "npadvmod"})
"""Edges to words that a clause mentions without saying them of its subject."""
SPOKEN = frozenset(
    {"criticism", "support", "accusation", "denial", "rejection", "threat", "appeal", "demand", "pledge"}
)
"""Acts that are done by saying them."""
AIMED = frozenset({"criticism", "rejection", "support", "aid", "concession", "rupture"})
"""Acts toward somebody, whom their object names somewhere."""
PAIR_SLOTS = frozenset({"owner", "poss", "between", "among", "of"})
"""Slots of a noun that name all who meet."""
MEANWHILE = frozenset({"in", "during", "after", "before", "following", "at", "since", "over", "through"})
"""Prepositions before a meeting of the clause's own subject."""
ASKING = frozenset({"appeal", "demand"})
"""Acts that say who is to do something, "for X to do it" at the latest."""
VAGUE = frozenset({"it", "this", "that", "they", "these", "those", "he", "she"})
OPINIONS = frozenset({"believe", "think", "feel", "fear", "suspect", "consider", "claim", "argue", "say", "assume"})
LOCATIVES = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "within", "off"})
DELEGATES = frozenset({"delegation", "team", "mission", "party", "contingent", "side", "entourage", "deputation"})
"""Words for people whom a state sends."""
GENERIC = frozenset({"a", "an", "any", "every", "no"})
"""Words before a party that nobody in particular is."""
POLITICS = frozenset(
    {"situation", "event", "crisis", "development", "crackdown", "unrest", "election", "right", "abuse", "coup"}
    | {"instability", "repression", "rule", "reform", "democracy", "constitution", "referendum", "vote", "turmoil"}
)
"""Affairs that those who govern a place answer for: "concern about the situation in Chad"."""
_LONGEST_LIST = 20


@dataclass(frozen=True, slots=True)
class Scene:
    """What the matcher needs to know of an article: who is who, and who says what.

    `misses`, if given, takes down each entry that was tried in vain, and why.
    """

    lexicon: Lexicon
    cast: Cast
    quotations: Quotations
    misses: list[Miss] | None = None
    issuer: tuple[Unit, Token] | None = None
    """Of a release: where the state or body that issues it is first named."""
    anybody: bool = False
    """Whether it is not known yet who the parties are, so that what depends on it is taken to be so."""


def frames(scene: Scene, unit: Unit) -> list[Frame]:
    """The frames of one sentence, in the order of their triggers; at most one a word."""
    found: list[Frame] = []
    consumed: set[int] = set()
    with remembering(unit):
        tried = sorted(candidates(scene, unit), key=lambda f: (-len(f.words), f.trigger.i))
    for frame in tried:
        if frame.trigger.i in consumed and not _stands_alone(frame, found):
            continue
        consumed |= frame.consumed
        found.append(frame)
    return sorted(found, key=lambda f: f.trigger.i)


def _stands_alone(frame: Frame, others: list[Frame]) -> bool:
    """Whether a noun that another trigger takes as its object is the act of someone else: "refused the EU's offer"."""
    if frame.entry.mutual and len(frame.actors) > 1 and all(f.slot in SHARED_SLOTS for f in frame.actors):
        return frame.pattern.head in trigger.words_of(frame.trigger)  # "welcomed the deal between X and Y"
    if any(f.slot not in OWN_SLOTS for f in frame.actors):
        return False
    names = {f.mention.actor.name for o in others if frame.trigger in o.words for f in o.actors}
    return (
        bool(frame.actors)
        and frame.pattern.head in trigger.words_of(frame.trigger)
        and names.isdisjoint(f.mention.actor.name for f in frame.actors)
    )


class Trial(NamedTuple):
    """A word of the lexicon in a sentence: the entries to try on it, and whether something said may hang on it."""

    token: Token
    words: tuple[str, str]
    said: bool
    tries: list[tuple[Pos, Entry, Pattern]]


class Trials(NamedTuple):
    """All of a sentence, with its lemmas and forms."""

    sentence: Set[str]
    words: list[Trial]


def candidates(scene: Scene, unit: Unit) -> Iterator[Frame]:
    """The first frame that each word gives, before it is settled which of them take the others' words."""
    trials = _trials(scene.lexicon, unit)
    for trial in trials.words:
        frame = _first(scene, unit, trial, trials.sentence)
        if frame is not None:
            yield frame


def _trials(lexicon: Lexicon, unit: Unit) -> Trials:
    """Looks up the words of a sentence, once."""
    key = (_trials, id(lexicon))
    if key not in unit.memory:
        found = words(unit.doc)
        sentence = frozenset(chain.from_iterable(found))
        at = [i for i, forms in enumerate(found) if not lexicon.heads.isdisjoint(forms)]
        trials = [_trial(lexicon, unit.doc[i], found[i], sentence) for i in at]
        unit.memory[key] = Trials(sentence, [t for t in trials if t.said or t.tries])
    trials_: Trials = unit.memory[key]
    return trials_


def _trial(lexicon: Lexicon, token: Token, words: tuple[str, str], sentence: Set[str]) -> Trial:
    if token.is_punct or token.is_space:
        return Trial(token, words, False, [])
    tries = [(pos, *pair) for pos in trigger.positions(token) for pair in lexicon.candidates(pos, words, sentence)]
    return Trial(token, words, lexicon.names("saying", words), tries)


def _first(scene: Scene, unit: Unit, trial: Trial, sentence: Set[str]) -> Frame | None:
    token, tries = trial.token, trial.tries
    if trial.said and _speech(scene, unit, token) is not None:
        # "we will not negotiate" is a refusal before it is a negotiation; a saying without conditions comes last
        said: list[tuple[Pos, Entry, Pattern]] = [
            ("saying", *pair) for pair in scene.lexicon.candidates("saying", trial.words, sentence)
        ]
        tries = [t for t in said if _has_conditions(t[1])] + tries + [t for t in said if not _has_conditions(t[1])]
    for pos, entry, pattern in tries:
        if pos == "saying":
            found = _try_saying(scene, unit, token, entry, pattern)
        else:
            found = _try(scene, unit, token, entry, pattern, pos)
        if isinstance(found, Frame):
            return found
        if scene.misses is not None:
            scene.misses.append(Miss(unit, token, pos, entry, pattern, found))
    return None


def _speech(scene: Scene, unit: Unit, token: Token) -> Quotation | None:
    """The words a token is part of: what somebody says, or, in a release, what its issuer says in his own voice."""
    covering = scene.quotations.covering(unit, token)
    named = [q for q in covering if q.speaker is not None]
    known = (q for q in named if q.speaker is not None and scene.cast.resolve(*q.speaker))
    speech = next(known, named[0] if named else None)  # "we have intercepts indicating that ..."
    if (
        speech is not None
        or covering
        or scene.issuer is None
        or unit.field == "title"
        or scene.quotations.quoted(unit, token)
    ):
        return speech
    verb = _clause_head(token)
    main = verb.head if verb.dep_ == "conj" else verb
    if main.dep_ != "ROOT":
        return None
    return Quotation(((unit.index, 0, len(unit.doc)),), False, scene.issuer)


def _is_issued(entry: Entry, token: Token) -> bool:
    """Whether a release's own words are an act of its issuer: "we will", "Iran must"; "the minister will" is not."""
    if any(t.lower_ in {"i", "we"} for t in grammar.surface_subjects(_clause_head(token))):
        return True
    return entry.side == "other" and entry.type in {"demand", "appeal"} and "recipient" in entry.needs


def _has_conditions(entry: Entry) -> bool:
    return bool(entry.modal) or bool(entry.negated) or entry.side != "any" or "imperative" in entry.clause


def _is_name(scene: Scene, unit: Unit, token: Token) -> bool:
    """Whether a noun is part of a name: "National Assembly", "the Wales Summit pledge"."""
    if token.pos_ != "PROPN":
        return False
    return token.dep_ == "compound" or (not scene.anybody and bool(scene.cast.resolve(unit, token)))


def _try(scene: Scene, unit: Unit, token: Token, entry: Entry, pattern: Pattern, pos: Pos) -> Frame | Reason:
    if pos == "noun" and _is_name(scene, unit, token):
        return "name"
    others = trigger.companions(pattern, token, pos)
    if others is None:
        return "companion"
    if trigger.has_excluded(entry, token):
        return "excluded"
    if not trigger.clause_fits(entry, token):
        return "clause"
    if not trigger.governs(entry, token):
        return "governs"
    if not trigger.subject_fits(entry, token):
        return "subject"
    if entry.negated is not None and trigger.is_negated(token) != entry.negated:
        return "negation"
    if entry.modal and not entry.modal & trigger.modals(token):
        return "modal"
    words = [token, *others]
    if entry.object and pos == "verb":
        thing = trigger.object_of(entry, token, others)
        if thing is None:
            return "object"
        words.append(thing)
    return _fill(scene, unit, token, words, entry, pattern, pos)


def _fill(
    scene: Scene, unit: Unit, token: Token, words: list[Token], entry: Entry, pattern: Pattern, pos: Pos
) -> Frame | Reason:
    actors = _role(scene, unit, token, entry.actor, pos, entry.actor_kind, frozenset(), union=entry.mutual)
    if not actors and not entry.mutual and "actor" in entry.needs:
        return "actor"
    taken = {f.mention.actor.name for f in actors} | {f.mention.actor.code for f in actors if f.mention.actor.code}
    recipients = _role(scene, unit, token, entry.recipient, pos, entry.recipient_kind, taken, union=entry.mutual)
    if entry.type == "statement":  # whom a paper is told is no party
        recipients = tuple(f for f in recipients if f.mention.political or f.mention.actor.kind != "organisation")
    if entry.type in SPOKEN:
        actors = _spokesmen(scene, unit, token, pos, actors)
    if entry.mutual:
        actors, recipients = _all_sides(scene, unit, token, pos, without_venue(actors + recipients)), ()
    missing = _missing(entry, actors, recipients)
    if missing is not None:
        return missing
    if _is_generic(token, actors) or (entry.type == "cooperation" and token.dep_ == "acl" and token.tag_ == "VBG"):
        return "actor"  # "staff working with the embassy" only says which staff
    if entry.type == "visit" and _is_at_home(actors, recipients):
        return "recipient"
    if entry.type in ASKING:
        recipients = tuple(f for f in recipients if not _is_patient(f, token))
    if not recipients and entry.type in AIMED:
        recipients = _within(scene, unit, token, actors)
    if not recipients and entry.type in ASKING:
        askable = _role(scene, unit, token, ("for to",), pos, entry.recipient_kind, taken, union=False)
        recipients = tuple(f for f in askable if not _is_patient(f, token))
    consumed = frozenset(t.i for t in words)
    return Frame(unit, token, tuple(sorted(words, key=lambda t: t.i)), entry, pattern, actors, recipients, consumed)


def _is_generic(verb: Token, actors: tuple[Filler, ...]) -> bool:
    """Whether an act only says what kind of party is meant: "a government that supports human rights"."""
    if verb.dep_ != "relcl" or not actors:
        return False
    return all(
        f.token == verb.head and f.mention.actor.code is None and any(c.lower_ in GENERIC for c in f.token.lefts)
        for f in actors
    )


def _is_at_home(visitors: tuple[Filler, ...], hosts: tuple[Filler, ...]) -> bool:
    """Whether somebody is received by people of his own state."""
    codes = {f.mention.actor.code for f in visitors}
    people = [f.mention.actor for f in hosts if f.mention.actor.kind == "person"]
    return len(codes) == 1 and None not in codes and bool(hosts) and [p.code for p in people] == [*codes] * len(hosts)


def _is_patient(filler: Filler, trigger: Token) -> bool:
    """Whether people are only those to whom a thing is to be done: "called for the captives to be released"."""
    head = filler.token
    if filler.mention.actor.kind not in {"person", "group"}:
        return False
    verb = head.head if head.dep_ == "nsubjpass" else None
    if verb is None:
        verb = next((c for c in head.rights if c.dep_ in {"acl", "relcl"} and c.tag_ == "VBN"), None)
        if verb is None or not any(c.lower_ == "to" for c in verb.lefts):
            return False
    return verb not in {trigger, trigger.head} and any(c.dep_ == "auxpass" for c in verb.lefts)


def _all_sides(scene: Scene, unit: Unit, token: Token, pos: Pos, found: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Those of a meeting named by a noun: all that it names, and whoever was "in talks with X and Y"."""
    people = {f.mention.actor.code for f in found if f.mention.actor.kind == "person"} - {None}
    found = tuple(f for f in found if f.mention.actor.kind != "state" or f.mention.actor.code not in people)
    named = [f for f in found if f.slot in PAIR_SLOTS]
    if len(named) > 1:
        return tuple(f for f in found if f.slot not in {"clause", "support"})
    if pos == "verb" and token.dep_ == "relcl" and len(found) == 1 and token.head.dep_ == "conj":
        heads = [t for t in token.head.conjuncts if t.i < token.head.i]  # "of X and Y, who met on Monday"
        return found + tuple(Filler(t, m, "subject") for t in heads for m in scene.cast.resolve(unit, t) if m.political)
    alone = {f.slot for f in found} == {"with"}
    if pos != "noun" or not alone or token.dep_ != "pobj" or token.head.lower_ not in MEANWHILE:
        return found
    taken = {f.mention.actor.name for f in found} | {f.mention.actor.code for f in found if f.mention.actor.code}
    return found + _role(scene, unit, token, ("clause",), pos, "political", taken, union=True)


def _within(scene: Scene, unit: Unit, token: Token, actors: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The last resort for a recipient: the nearest foreign party that the trigger's own phrase names behind it."""
    taken = {f.mention.actor.code for f in actors} | {None}
    other = {t.i for c in token.children if c.dep_ == "conj" and c.pos_ == "VERB" for t in c.subtree}
    inside = [t for t in token.subtree if t.i > token.i and t.i not in other]
    for inner in sorted(inside, key=lambda t: not _is_agent(t)):  # who did the thing comes first
        for mention in scene.cast.resolve(unit, inner):
            if _is_locative(inner) and (mention.actor.kind != "government" or inner.ent_type_ == "GPE"):
                continue
            if mention.political and mention.actor.kind != "group" and mention.actor.code not in taken:
                return (Filler(inner, mention, "within"),)
    return ()


def _is_agent(token: Token) -> bool:
    return bool(token.dep_ == "pobj" and token.head.lower_ == "by")


def _is_locative(token: Token) -> bool:
    """Whether a name only says where: "the bombing in London", "a village of northern Chad"."""
    current = token
    for _ in range(_LONGEST_LIST):
        if current.dep_ == "pobj" and current.head.lower_ in LOCATIVES:
            return current.head.head.lemma_.lower() not in POLITICS
        if current.dep_ not in {"pobj", "prep", "conj", "compound", "amod", "appos"}:
            return False
        current = current.head
    return False


def _spokesmen(scene: Scene, unit: Unit, token: Token, pos: Pos, actors: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The official who says that his state condemns or supports does it himself: he is the more specific actor."""
    if not actors or any(f.mention.actor.kind not in {"state", "government", "igo"} for f in actors):
        return actors
    codes = {f.mention.actor.code for f in actors}
    for where, heads in _voices(scene, unit, token, pos):
        found = [(head, m) for head in heads for m in scene.cast.resolve(where, head)]
        persons = [(head, m) for head, m in found if m.actor.kind == "person" and m.political]
        if persons and len(persons) == len(found) and {m.actor.code for _, m in persons} == codes:
            return tuple(Filler(head, mention, "speaker") for head, mention in persons)
    return actors


def _voices(scene: Scene, unit: Unit, token: Token, pos: Pos) -> Iterator[tuple[Unit, list[Token]]]:
    """Who gives voice to an act: the speaker of its clause; of a noun, the subject of the verb that expresses it."""
    if pos == "noun":
        verb = token.head if token.dep_ in {"dobj", "nsubjpass", "conj"} else None
        if verb is not None and verb.lemma_ in expressing_verbs():
            yield unit, grammar.subjects(verb)
        return
    for speech in scene.quotations.covering(unit, token):
        if speech.speaker is not None:
            yield speech.speaker[0], [speech.speaker[1]]


def _missing(entry: Entry, actors: tuple[Filler, ...], recipients: tuple[Filler, ...]) -> Reason | None:
    """The first role that an entry needs and nobody fills."""
    if "actor" in entry.needs and not actors:
        return "actor"
    if "recipient" in entry.needs and not recipients:
        return "recipient"
    if "both" in entry.needs and len(actors) + len(recipients) < 2:
        return "both"
    if "pair" in entry.needs and not (len(actors) + len(recipients) > 1 or _is_plural(actors + recipients)):
        return "pair"
    return None


def _is_plural(fillers: tuple[Filler, ...]) -> bool:
    return any(f.mention.actor.kind == "group" for f in fillers)


def _role(
    scene: Scene,
    unit: Unit,
    token: Token,
    slots: tuple[str, ...],
    pos: Pos,
    kind: str,
    taken: Set[str],
    *,
    union: bool,
) -> tuple[Filler, ...]:
    """Fillers of the first slot that holds any not taken (a state: by code); of all slots when the act is mutual."""
    found: list[Filler] = []
    for slot in slots:
        for head in [t for h in roles.fill(slot, token, pos) for t in listed(scene.cast, unit, h)]:
            # people travel and telephone themselves: "called the killing of X" is no call
            for mention in scene.cast.resolve(unit, head) if kind == "person" else _who(scene, unit, head):
                if _is_second_title(head, mention):
                    continue
                if kind in {"political", "person"} and not mention.political:
                    continue
                if kind == "person" and not _is_person(head, mention):
                    continue
                if mention.actor.name in taken or (mention.actor.kind == "state" and mention.actor.code in taken):
                    continue  # nobody acts toward himself, nor an official toward his own state
                if mention.actor.code in taken and _is_possessed(head):
                    continue  # "ordered its army"
                if all(mention.actor.name != f.mention.actor.name for f in found):
                    found.append(Filler(head, mention, slot))
        if found and not union:
            break
    return tuple(f for f in found if not _is_half(f, found))


def _is_half(filler: Filler, others: list[Filler]) -> bool:
    """Whether a state is only the first word of a group beside it: "the UK and US monitors"."""
    state = filler.mention.actor
    groups = (o.mention.actor for o in others if o.mention.actor.kind in {"group", "organisation"})
    return state.kind == "state" and any(g.code == state.code and g.name.startswith(state.text) for g in groups)


def _is_person(head: Token, mention: Mention) -> bool:
    """Whether a party can travel and telephone: a person or group, or those whom a state sends ("a US delegation")."""
    return mention.actor.kind in {"person", "group"} or head.lemma_ in DELEGATES


def _is_second_title(head: Token, mention: Mention) -> bool:
    """The other office of the person before: "the state councillor and director of the bureau"."""
    if head.dep_ != "conj" or head.pos_ != "NOUN" or mention.actor.kind != "person" or head.head.pos_ != "NOUN":
        return False
    untitled = not any(c.dep_ in {"det", "poss"} for c in head.children)
    return untitled and head.text in mention.actor.name and any(c.dep_ == "det" for c in head.head.children)


def _is_possessed(head: Token) -> bool:
    """Whether somebody is called by whose he is: "its army", "their envoys", "the work of his government"."""
    own = (head, *roles.inside(head))
    return any(c.dep_ == "poss" and c.tag_ == "PRP$" for t in own for c in t.children)


def _who(scene: Scene, unit: Unit, head: Token) -> tuple[Mention, ...]:
    """Who a filler stands for; of a thing, whose it is."""
    found = scene.cast.resolve(unit, head)
    if found:
        return found
    owners = roles.inside(head)
    for at, owner in enumerate(owners):
        found = scene.cast.resolve(unit, owner)
        if found:  # "statements by Europe and the United States"
            others = [
                o for o in owners[at + 1 :] if o in owner.conjuncts or _is_hyphened(owner, o) or _is_beside(owner, o)
            ]
            others += [o for o in listed(scene.cast, unit, owner)[1:] if o not in others]
            joined = [m for o in others for m in scene.cast.resolve(unit, o)]
            return (*found, *joined)
    deep = [(o, m) for o in owners for t in roles.inside(o)[:1] for m in scene.cast.resolve(unit, t)]
    if not deep:
        deep = [(o, m) for o in owners for t in roles.inside(o) for m in scene.cast.resolve(unit, t)][:1]
    first = deep[0][0] if deep else None
    return tuple(m for o, m in deep if o == first or (first is not None and o in first.conjuncts))


def _is_hyphened(first: Token, second: Token) -> bool:
    """Whether two owners are one compound: "the American-French proposal"."""
    return second.i - first.i == 2 and first.nbor(1).text in grammar.HYPHENS


def _is_beside(first: Token, second: Token) -> bool:
    """Whether the parser gave one preposition two objects: "by X leader A and Y President B"."""
    return bool(first.dep_ == second.dep_ == "pobj" and first.head == second.head)


def _asked_about(scene: Scene, unit: Unit, speech: Quotation, actors: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The state that a question was about: "asked whether action against Iran is planned, he answered ..."."""
    verb = speech.verb[1] if speech.verb is not None and speech.verb[0].index == unit.index else None
    questions = [c for c in verb.children if c.dep_ == "advcl" and c.lemma_ == "ask"] if verb is not None else []
    return next((found for q in questions if (found := _within(scene, unit, q, actors))), ())


def _try_saying(scene: Scene, unit: Unit, token: Token, entry: Entry, pattern: Pattern) -> Frame | Reason:
    """An act done by what is said: the speaker is the actor, the one whom the words are about the recipient."""
    speech = _speech(scene, unit, token)
    if speech is None or speech.speaker is None:
        return "speaker"
    if speech.speaker is scene.issuer and not _is_issued(entry, token):
        return "speaker"
    others = trigger.companions(pattern, token, "saying")
    if others is None:
        return "companion"
    if trigger.has_excluded(entry, token):
        return "excluded"
    if not _is_said(entry, token):
        return "aside"
    verb = _clause_head(token)
    if _is_aside(verb) or _is_condition(verb) or _is_unsaid(speech) or _is_opinion(verb, speech):
        return "aside"
    if token.dep_ in {"acomp", "attr"} and trigger.has_excluded(entry, verb):
        return "excluded"
    if not trigger.governs(entry, verb):
        return "governs"
    if not trigger.subject_fits(entry, verb):
        return "subject"
    if entry.clause and not trigger.clause_fits(entry, verb):
        return "clause"
    if entry.negated is not None and trigger.is_negated(verb) != entry.negated:
        return "negation"
    if entry.modal and not entry.modal & trigger.modals(verb):
        return "modal"
    if entry.object and trigger.object_of(entry, verb) is None:
        return "object"
    voices = speakers_of(scene.cast, unit, verb, speech, issued=speech.speaker is scene.issuer)
    if entry.actor_kind == "political":
        voices = [(head, m) for head, m in voices if m.political]
    if not voices:
        return "actor"
    actors = tuple(Filler(head, m, "speaker") for head, m in voices)
    speakers = tuple(m for _, m in voices)
    subject = [m for t in grammar.surface_subjects(verb) for m in _who(scene, unit, t)]
    subject = subject or [m for _, m in _talked_of(scene, verb, speech)]
    if entry.side != "any" and not scene.anybody and entry.side != _side(speakers, subject, verb):
        return "side"
    recipients = _said_of(scene, unit, verb, entry, speech, actors)
    if "recipient" in entry.needs and not recipients:
        return "recipient"
    if not recipients and entry.type in AIMED:
        recipients = _within(scene, unit, verb, actors)
    if not recipients and entry.type in SPOKEN:
        recipients = _asked_about(scene, unit, speech, actors)
    words = tuple(sorted({token, *others}, key=lambda t: t.i))
    consumed = frozenset(t.i for t in words)
    verb = speech.verb[1] if speech.verb is not None and speech.verb[0].index == unit.index else None
    return Frame(unit, token, words, entry, pattern, actors, recipients, consumed, verb, True)


def _is_aside(verb: Token) -> bool:
    """Whether a clause only tells which thing is meant: "the price that they have to pay"."""
    while verb.dep_ in {"xcomp", "conj"} and verb.head != verb and not any(c.dep_ == "nsubj" for c in verb.lefts):
        verb = verb.head
    return verb.dep_ in {"relcl", "acl"}


def _is_unsaid(speech: Quotation) -> bool:
    """Whether nobody said it: "has not said what measures it will take"."""
    verb = speech.verb[1] if speech.verb is not None else None
    return verb is not None and not speech.direct and any(c.dep_ == "neg" for c in verb.lefts)


def _is_opinion(verb: Token, speech: Quotation) -> bool:
    """Whether a clause is what the speaker says that another thinks: "he claimed that Britain believes Africa is"."""
    head = verb.head
    if verb.dep_ != "ccomp" or head.lemma_ not in OPINIONS or (speech.verb is not None and head == speech.verb[1]):
        return False
    subjects = [c.lower_ for c in head.children if c.dep_ == "nsubj"]
    return bool(subjects) and not {"i", "we"}.intersection(subjects)


def _is_condition(verb: Token) -> bool:
    """Whether a clause only says under what condition: "if we are to restore trust"."""
    if trigger.is_inverted(verb):
        return True
    marks = {c.lower_ for c in verb.lefts if c.dep_ == "mark"}
    return "whether" in marks or (verb.dep_ == "advcl" and not marks.isdisjoint({"if", "unless"}))


def _is_said(entry: Entry, token: Token) -> bool:
    """Whether a word is what the clause says, not a word in passing ("the unprovoked invasion", "military bases")."""
    if entry.side == "own" and not grammar.is_verbal(token):
        return False
    while token.dep_ == "conj" and token.head.dep_ in ASIDE_DEPS | {"conj"}:
        token = token.head
    return token.dep_ not in ASIDE_DEPS


def _clause_head(token: Token) -> Token:
    if token.dep_ in {"aux", "auxpass", "neg", "acomp", "attr", "advmod"} and token.head != token:
        return token.head
    if token.pos_ == "NOUN" and token.dep_ in {"dobj", "pobj", "nsubjpass", "oprd"}:  # "will bear the consequences"
        return grammar.governor(token) or token
    return token


def _side(speakers: tuple[Mention, ...], subject: list[Mention], verb: Token) -> str:
    """Whether the clause is about the speaker's own side ("we will", "Russia will" by a Russian) or about another."""
    if any(t.lower_ in {"i", "we"} for t in grammar.surface_subjects(verb)):
        return "own"
    if not subject:
        return "none"
    names = {m.actor.name for m in speakers}
    codes = {m.actor.code for m in speakers if m.actor.code}
    own = any(m.actor.name in names or _is_of(m, codes) for m in subject)
    return "own" if own else "other"


def _is_of(mention: Mention, codes: Set[str]) -> bool:
    """Whether somebody belongs to one of the states; a movement or a mob there does not speak for it."""
    apart = mention.actor.kind == "organisation" or (mention.actor.kind == "group" and not mention.political)
    return mention.actor.code in codes and not apart


def _said_of(
    scene: Scene, unit: Unit, verb: Token, entry: Entry, speech: Quotation, actors: tuple[Filler, ...]
) -> tuple[Filler, ...]:
    taken = {f.mention.actor.name for f in actors}
    codes = {f.mention.actor.code for f in actors if f.mention.actor.code}
    for slot in entry.recipient:
        if slot == "addressee":
            heads = [speech.addressee] if speech.addressee is not None else []
        else:
            heads = [(unit, t) for t in roles.fill(slot, verb, "verb")]
        found = [
            Filler(head, mention, slot)
            for where, head in heads
            for mention in _who(scene, where, head)
            if (mention.political or (entry.recipient_kind != "political" and slot != "addressee"))
            and mention.actor.name not in taken
            and not _is_of(mention, codes)
        ]
        if found:
            return tuple(found)
        if slot == "subject":
            about = _talked_of(scene, verb, speech)
            found = [Filler(head, m, slot) for head, m in about if m.actor.name not in taken and not _is_of(m, codes)]
            if found:
                return tuple(found)
    return ()


def _talked_of(scene: Scene, verb: Token, speech: Quotation) -> list[tuple[Token, Mention]]:
    """Whom a quote's "it" or "they" is about, where the saying verb tells: "it is a disgrace, he said of the raid"."""
    if speech.verb is None or not any(t.lower_ in VAGUE for t in grammar.surface_subjects(verb)):
        return []
    unit, saying = speech.verb
    return [(t, m) for t in grammar.prep_objects(saying, "of") for m in _who(scene, unit, t)]
