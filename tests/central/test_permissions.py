"""The table of permissions is the truth: every endpoint takes its roles from it, and it is what the service does."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import central
from central.app import api_routes
from central.permissions import ROLES, TABLE, may
from tests.central.test_access import STAFF
from tests.central.test_access import TABLE as FOUND
from tests.kit.central import Central

HERE = Path(central.__file__).parent


def decorated() -> Iterator[tuple[str, str | None]]:
    """Every ``@reads`` and ``@writes``: where it stands, and the action that it names. None: anybody may."""
    for path in sorted(HERE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for each in getattr(node, "decorator_list", ()):
                if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in ("reads", "writes"):
                    yield f"{path.relative_to(HERE)}:{each.lineno}", _action(each.args[0])


def _action(argument: ast.expr) -> str | None:
    if isinstance(argument, ast.Constant) and argument.value is None:
        return None
    if isinstance(argument, ast.Call) and isinstance(argument.func, ast.Name) and argument.func.id == "may":
        (action,) = argument.args
        if isinstance(action, ast.Constant):
            return str(action.value)
    return f"not in the table: {ast.unparse(argument)}"


def test_every_endpoint_names_its_action() -> None:
    actions = {each.action for each in TABLE}
    assert [where for where in decorated() if where[1] is not None and where[1] not in actions] == []


def test_no_action_is_for_nothing() -> None:
    assert len({each.action for each in TABLE}) == len(TABLE)
    assert {each.action for each in TABLE} - {action for _, action in decorated()} == set()
    assert all(each.roles and each.roles <= set(ROLES) and each.zh and each.en for each in TABLE)


def test_the_table_is_what_is_found_by_asking() -> None:
    """``test_access`` calls every endpoint as every role; its rows and the table say the same."""
    asked = {(row.method, row.path.partition("?")[0]): row.who - {"nobody"} for row in FOUND if "nobody" not in row.who}
    held = {
        (method, route.path.removeprefix("/api/v1")): set(route.endpoint.who)
        for route in api_routes()
        for method in route.methods or ()
        if getattr(route.endpoint, "who", None) is not None
    }
    assert {each: asked[each] for each in held} == held


def test_the_staff_can_read_it(central: Central) -> None:
    held = {each.action: set(each.roles) for each in TABLE}
    for user in STAFF:
        with central.person(user) as member:
            told = member.get("/api/v1/permissions").raise_for_status().json()
        assert {each["action"]: set(each["roles"]) for each in told["permissions"]} == held
    assert may("setup.change") == {"admin", "manager"}
