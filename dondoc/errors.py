"""What Dondoc refuses, said once in a sentence that a catalogue can translate."""


class DondocError(Exception):
    """A sentence for the user: an English message id with named parameters.

    The sentence names the place (file, sheet, field) and what to do about it. `str()` gives it in English;
    `dondoc.i18n` renders it in the reader's language.
    """

    exit_code = 1

    def __init__(self, msgid: str, **params: object) -> None:
        """Keep `msgid` (a %(name)s format) and its parameters apart, so that both can be translated."""
        super().__init__(msgid, params)
        self.msgid = msgid
        self.params = params

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.msgid % self.params


class Refused(DondocError):
    """The operation is understood and not allowed: a right, a state or a rule stands against it (exit 1)."""


class Forbidden(Refused):
    """The person has no right to it, whatever its state."""


class Damaged(Refused):
    """What is kept of something cannot be read: a row that somebody changed by hand."""


class BadInput(DondocError):
    """The command, the file or the setting is not usable as given (exit 2)."""

    exit_code = 2


class AtField(BadInput):
    """What is wrong with one field of a form; "" where no single field is."""

    def __init__(self, field: str, reason: DondocError) -> None:
        """Say `reason` of the field."""
        super().__init__(reason.msgid, **reason.params)
        self.field = field


class TooLarge(BadInput):
    """What was sent is larger than what is taken."""


class Absent(BadInput):
    """What is named is not there, or not for this person to see: the answer does not tell which."""


class Sentences(tuple[DondocError, ...]):
    """Several sentences as one parameter of another, each on a line of its own."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return the English sentences."""
        return "\n".join(map(str, self))
