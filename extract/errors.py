"""One family of errors: the library raises them, only the command line prints them and picks the exit code."""


class DragomanError(Exception):
    """Base of every error that dragoman raises on purpose; its text is one line that names the cure."""


class ModelError(DragomanError):
    """A spaCy model is missing or unusable."""


class LexiconError(DragomanError):
    """A lexicon or actor file is wrong; the text names file, entry, key and what is allowed."""


class InputError(DragomanError):
    """An input cannot be read; the text names file, line and cure."""
