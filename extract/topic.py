"""The words that say what an act is about: the content of a claim, the matter of talks, the goods given."""

from __future__ import annotations

from spacy.tokens import Token

from .frames.frame import Frame

CLAUSE_DEPS = ("ccomp", "xcomp", "acl")
ABOUT = ("about", "over", "on", "regarding", "concerning", "of", "for", "against")
_LONGEST = 240


def topic(frame: Frame) -> str | None:
    """The topic as written, without the marks around it; None when the sentence gives none."""
    if frame.said:
        clause = frame.trigger if frame.trigger.dep_ not in {"aux", "acomp", "attr", "neg"} else frame.trigger.head
        return _text(clause)
    parties = {f.token.i for f in (*frame.actors, *frame.recipients)}
    for child in frame.trigger.children:
        if child.dep_ in CLAUSE_DEPS:
            return _text(child)
    for child in frame.trigger.children:
        if child.dep_ in {"dobj", "nsubjpass"} and child.i not in parties:
            return _text(child)
    for child in frame.trigger.children:
        if child.dep_ == "prep" and child.lower_ in ABOUT:
            inner = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            if inner and inner[0].i not in parties:
                return _text(inner[0])
    return None


def _text(head: Token) -> str | None:
    words = head.doc[head.left_edge.i : head.right_edge.i + 1].text.strip(" ,.;:\"'“”’")
    return words[:_LONGEST] or None
