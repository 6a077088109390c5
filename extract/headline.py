"""Headlines In Title Case, put back into the case of running text, which the model was trained on.

"United States Imposes Sanctions on Iran" is read as one long name; "United States imposes sanctions on Iran" is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST = 4
"""How many words a title must have to be judged."""
_SHARE = 0.8
"""Share of its longer words that begin with a capital from which on a title is in Title Case."""


def running_case(title: str, text: str, is_verb: Callable[[str], bool]) -> str:
    """The title with every word in lower case that is no name, letter for letter as long as it was.

    A word is no name when the text writes it small, or never writes it at all and it is a verb by `is_verb`; a word
    that the text capitalises inside a sentence keeps its capital.
    """
    words = list(_WORD.finditer(title))
    longer = [w.group() for w in words if len(w.group()) > 3]
    if len(words) < _LEAST or not longer or sum(w[0].isupper() for w in longer) < _SHARE * len(longer):
        return title
    small = {m.group() for m in _WORD.finditer(text) if m.group()[0].islower()}
    names = set(re.findall(r"(?<=[a-z,;] )[A-Z][^\W\d_]*", text))
    letters = list(title)
    for word in words[1:]:
        form = word.group()
        if not (form[0].isupper() and form[1:].islower()) or form in names:
            continue
        if form.lower() in small or is_verb(form.lower()):
            letters[word.start()] = form[0].lower() if len(form[0].lower()) == 1 else form[0]
    return "".join(letters)
