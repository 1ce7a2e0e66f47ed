"""What an account must be like: an address, a role, a password long enough, engagements that are there."""

import re
from collections.abc import Collection, Iterator

from sqlmodel import Session, select

from assessment.access import ROLES
from assessment.errors import Problem
from assessment.passwords import SHORTEST
from assessment.tables import EngagementRow, UserRow
from questionnaires.locale_text import LocaleText

ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def of_user(session: Session, email: str, role: str) -> Iterator[Problem]:
    """Check address and role."""
    if not ADDRESS.fullmatch(email):
        yield Problem("email", LocaleText(f"“{email}”不是邮箱地址。", f"“{email}” is not an e-mail address."))
    elif session.exec(select(UserRow.id).where(UserRow.email == email)).first():
        yield Problem("email", LocaleText(f"{email} 已经有账号。", f"{email} already has an account."))
    if role not in ROLES:
        known = "、".join(ROLES), ", ".join(ROLES)
        yield Problem("role", LocaleText(f"角色应为：{known[0]}。", f"The role must be one of {known[1]}."))


def of_password(password: str) -> Iterator[Problem]:
    """Check a password."""
    if len(password) < SHORTEST:
        text = LocaleText(f"密码至少 {SHORTEST} 个字符。", f"A password has at least {SHORTEST} characters.")
        yield Problem("password", text)


def of_engagements(session: Session, engagements: Collection[str], workspace: str) -> Iterator[Problem]:
    """Check that the engagements are of this workspace."""
    there = session.exec(select(EngagementRow.id).where(EngagementRow.workspace_id == workspace)).all()
    for missing in sorted(set(engagements) - set(there)):
        yield Problem("engagements", LocaleText(f"没有项目 {missing}。", f"There is no engagement {missing}."))
