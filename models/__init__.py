"""The nouns: tables, enumerations and constraints; no session, no clock."""

from models.access import ApiAnswer, ApiToken, CalendarFeed
from models.base import UtcDateTime, metadata
from models.calendar import CalendarEntry
from models.document import Document, DocumentKind, Finding, Purpose, Recipient
from models.escalation import Escalation, News, NewsKind
from models.ladder import Audience, Ladder, Step
from models.ledger import LedgerLine
from models.link import TaskLink
from models.message import Delivery, DeliveryState, DigestLine, Message, MessageKind
from models.person import Channel, Language, Person, Post, PostRole
from models.plan import Item, ItemCoordinator, ItemKind, Opinion, PeriodUnit, Plan, PlanState
from models.run import DailyRun, Fault, FaultKind, Installation, RunState
from models.sign_in import LOCAL, Identity, SignIn, SignInAttempt, SignInLink
from models.task import ENDED, QUIET, URGED, Evidence, Submission, Task, TaskKind, TaskState
from models.term import TermColumns
from models.unit import Unit, UnitKind

__all__ = [
    "ENDED",
    "LOCAL",
    "QUIET",
    "URGED",
    "ApiAnswer",
    "ApiToken",
    "Audience",
    "CalendarEntry",
    "CalendarFeed",
    "Channel",
    "DailyRun",
    "Delivery",
    "DeliveryState",
    "DigestLine",
    "Document",
    "DocumentKind",
    "Escalation",
    "Evidence",
    "Fault",
    "FaultKind",
    "Finding",
    "Identity",
    "Installation",
    "Item",
    "ItemCoordinator",
    "ItemKind",
    "Ladder",
    "Language",
    "LedgerLine",
    "Message",
    "MessageKind",
    "News",
    "NewsKind",
    "Opinion",
    "PeriodUnit",
    "Person",
    "Plan",
    "PlanState",
    "Post",
    "PostRole",
    "Purpose",
    "Recipient",
    "RunState",
    "SignIn",
    "SignInAttempt",
    "SignInLink",
    "Step",
    "Submission",
    "Task",
    "TaskKind",
    "TaskLink",
    "TaskState",
    "TermColumns",
    "Unit",
    "UnitKind",
    "UtcDateTime",
    "metadata",
]
