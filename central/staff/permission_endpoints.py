"""Endpoint of the table of permissions."""

from __future__ import annotations

from pydantic import BaseModel, Field

from central.errors import documented
from central.permissions import ROLES, TABLE, Permission, may
from central.routing import UnitOfWork, api_router, reads

router = api_router("staff")


class PermissionOut(BaseModel):
    action: str
    name: dict[str, str] = Field(description="By language: zh, en")
    roles: list[str]


class PermissionsOut(BaseModel):
    roles: list[str]
    permissions: list[PermissionOut]


@router.get("/permissions", responses=documented())
@reads(may("permissions.see"))
def permissions(unit: UnitOfWork) -> PermissionsOut:
    """Who may do what."""
    return PermissionsOut(roles=list(ROLES), permissions=[_shown(each) for each in TABLE])


def _shown(permission: Permission) -> PermissionOut:
    roles = [role for role in ROLES if role in permission.roles]
    return PermissionOut(action=permission.action, name={"zh": permission.zh, "en": permission.en}, roles=roles)
