"""Who may do what: roles, permissions, and the actor every use case takes. The whole table is on this page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

Role = Literal["owner", "lead", "consultant", "analyst", "client_owner", "executive", "team_member", "viewer"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
INTERNAL: Final[frozenset[Role]] = frozenset({"owner", "lead", "consultant", "analyst"})
"""Roles of the consulting team. They see every engagement of their workspace; client roles only their own."""

Permission = Literal[
    "engagement.view",
    "engagement.create",
    "engagement.edit",
    "register.edit",
    "answers.read",
    "answers.write",
    "invite",
    "assess",
    "adjudicate",
    "plan.build",
    "progress.record",
    "owner.assign",
    "report.read",
    "report.make",
    "users.manage",
    "audit.view",
]

_CLIENT: Final[frozenset[Permission]] = frozenset({"engagement.view"})
_ANALYST: Final[frozenset[Permission]] = frozenset(
    {
        "engagement.view",
        "register.edit",
        "answers.read",
        "answers.write",
        "assess",
        "progress.record",
        "report.read",
        "report.make",
    }
)
_CONSULTANT: Final[frozenset[Permission]] = _ANALYST | frozenset[Permission](
    {
        "engagement.create",
        "engagement.edit",
        "invite",
        "adjudicate",
        "plan.build",
        "owner.assign",
    }
)

PERMISSIONS: Final[Mapping[Role, frozenset[Permission]]] = {
    "owner": _CONSULTANT | frozenset[Permission]({"users.manage", "audit.view"}),
    "lead": _CONSULTANT | frozenset[Permission]({"audit.view"}),
    "consultant": _CONSULTANT,
    "analyst": _ANALYST,
    "client_owner": _CLIENT | frozenset[Permission]({"progress.record", "owner.assign", "report.read", "report.make"}),
    "executive": _CLIENT | frozenset[Permission]({"report.read", "report.make"}),
    "team_member": _CLIENT | frozenset[Permission]({"progress.record"}),
    "viewer": _CLIENT | frozenset[Permission]({"report.read"}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """The person a use case works for. ``engagements`` are those a client role is a member of."""

    user: str
    name: str
    email: str
    role: Role
    workspace: str
    engagements: frozenset[str] = frozenset()

    @property
    def internal(self) -> bool:
        """Whether this person belongs to the consulting team."""
        return self.role in INTERNAL


@dataclass(frozen=True, slots=True)
class Respondent:
    """Somebody who came by an invitation: one person's answers to one instrument, and nothing else."""

    engagement: str
    person: str
    instrument: str


def may(actor: Actor, permission: Permission) -> bool:
    """Return whether the actor's role carries ``permission``.

    >>> may(Actor("u1", "Ma", "ma@x.example", "viewer", "w1"), "progress.record")
    False
    """
    return permission in PERMISSIONS[actor.role]


def sees(actor: Actor, workspace: str, engagement: str) -> bool:
    """Return whether an engagement of ``workspace`` exists for this actor at all."""
    return actor.workspace == workspace and (actor.internal or engagement in actor.engagements)


def role_of(text: str) -> Role:
    """Return the role spelt ``text``; ValueError names an unknown one."""
    for role in ROLES:
        if role == text:
            return role
    raise ValueError(f"unknown role {text!r}")
