"""How a run ends before its command does, other than by an error of words/errors.py."""


class Leave(Exception):  # noqa: N818 - nothing went wrong
    """The run ends here, with this exit code; whatever is to be said has been said."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(code)
        self.code = code


class Interrupted(Exception):  # noqa: N818 - nothing went wrong
    """A person who was asked gave no answer."""


class Misused(Exception):  # noqa: N818 - a person's error, said in a sentence
    """A command line that is not understood, in a sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
