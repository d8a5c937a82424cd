"""Logging in: an initial password opens nothing but its own change, failures lock, a browser needs its form's token."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from central import security
from central.audit import repository as audit
from central.credentials import COOKIE, CSRF_HEADER, csrf_token
from central.staff.service import FAILURES_ALLOWED, LOCKED_FOR, SESSION_LIFE
from tests.kit.central import PASSWORD, Central, running_central


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Central]:
    with running_central(tmp_path, initial_passwords=True) as running:
        yield running


def log_in(central: Central, user: str, password: str) -> httpx.Response:
    with central.client() as client:
        return client.post("/api/v1/session", json={"user": user, "password": password})


def hall_status(central: Central, token: str) -> int:
    with central.client(token) as client:
        return client.get(f"/api/v1/halls/{central.hall}").status_code


def test_a_session_opens_and_ends(central: Central) -> None:
    answer = log_in(central, "clerk", PASSWORD)
    opened = answer.json()
    assert {key: opened[key] for key in opened if key != "token"} == {
        "name": "窗口丙",
        "role": "clerk",
        "hall": central.hall,
        "must_change": False,
    }
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and cookie.startswith(f"{COOKIE}=")
    assert hall_status(central, opened["token"]) == 200
    with central.client(opened["token"]) as client:
        assert client.delete("/api/v1/session").status_code == 204
    assert hall_status(central, opened["token"]) == 401


def test_a_session_lasts_a_working_day(central: Central) -> None:
    token = log_in(central, "clerk", PASSWORD).json()["token"]
    central.clock.move(SESSION_LIFE.total_seconds() - 1)
    assert hall_status(central, token) == 200
    central.clock.move(1)
    assert hall_status(central, token) == 401


def test_an_initial_password_opens_nothing_but_its_change(fresh: Central) -> None:
    initial = fresh.staff["clerk"]
    opened = log_in(fresh, "clerk", initial).json()
    assert opened["must_change"] is True
    assert hall_status(fresh, opened["token"]) == 403
    with fresh.client(opened["token"]) as client:

        def change(old: str, new: str) -> int:
            return client.post("/api/v1/session/password", json={"old": old, "new": new}).status_code

        assert change("not the old one", PASSWORD) == 401
        assert change(initial, "short") == 422
        assert change(initial, initial) == 422
        assert change(initial, PASSWORD) == 204
        assert change(PASSWORD, "another password") == 401, "every session has ended"
    assert log_in(fresh, "clerk", initial).status_code == 401
    again = log_in(fresh, "clerk", PASSWORD).json()
    assert again["must_change"] is False and hall_status(fresh, again["token"]) == 200


def test_failures_in_a_row_lock(central: Central) -> None:
    for _ in range(FAILURES_ALLOWED):
        refused = log_in(central, "clerk", "wrong")
        assert (refused.status_code, refused.json()["error"]["code"]) == (401, "login_refused")
    assert log_in(central, "clerk", PASSWORD).status_code == 401
    assert log_in(central, "manager", PASSWORD).status_code == 200, "nobody else is locked out"
    central.clock.move(LOCKED_FOR.total_seconds())
    assert log_in(central, "clerk", PASSWORD).status_code == 200
    actions = central.context.database.read(lambda session: [row.action for row in audit.entries(session, central.hall)])
    assert actions.count("staff.login_failed") == FAILURES_ALLOWED and actions.count("staff.locked") == 1


def test_a_success_between_failures_starts_the_count_anew(central: Central) -> None:
    for _ in range(2):
        for _ in range(FAILURES_ALLOWED - 1):
            log_in(central, "clerk", "wrong")
        assert log_in(central, "clerk", PASSWORD).status_code == 200


def test_guesses_at_once_are_all_counted(central: Central) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: log_in(central, "clerk", "wrong"), range(FAILURES_ALLOWED)))
    assert log_in(central, "clerk", PASSWORD).status_code == 401


def test_an_unknown_user_is_answered_like_a_wrong_password(central: Central) -> None:
    known, unknown = log_in(central, "clerk", "wrong"), log_in(central, "no-such-user", "wrong")
    assert known.status_code == unknown.status_code and known.json() == unknown.json()


def test_a_browsers_session_needs_the_forms_token_to_change_anything(central: Central) -> None:
    token = log_in(central, "clerk", PASSWORD).json()["token"]
    csrf = csrf_token(central.context.vault, token)
    with central.client() as browser:
        browser.cookies.set(COOKIE, token)
        path = f"/api/v1/halls/{central.hall}/windows/w1"
        assert browser.get(f"/api/v1/halls/{central.hall}").status_code == 200
        assert browser.post(f"{path}/close").status_code == 403
        assert browser.post(f"{path}/close", headers={CSRF_HEADER: "forged"}).status_code == 403
        assert browser.post(f"{path}/close", headers={CSRF_HEADER: csrf}).status_code == 200
        assert browser.post(f"{path}/open", data={"csrf": "forged"}).status_code == 403
        assert browser.post(f"{path}/open", data={"csrf": csrf}).status_code == 200
        browser.cookies.set(COOKIE, "staff_unknown")
        assert browser.post(f"{path}/close", headers={CSRF_HEADER: csrf}).status_code == 401


def test_a_machines_token_is_no_cookie(central: Central) -> None:
    with central.client() as browser:
        browser.cookies.set(COOKIE, central.enrol("T1"))
        assert browser.get(f"/api/v1/halls/{central.hall}").status_code == 401


def test_secrets_are_stored_as_hashes(fresh: Central) -> None:
    token = log_in(fresh, "clerk", fresh.staff["clerk"]).json()["token"]
    secrets = [token, fresh.enrol("T1"), *fresh.codes.values(), *fresh.staff.values()]
    dump = fresh.context.database.read(
        lambda session: "\n".join(session.connection().connection.driver_connection.iterdump())  # type: ignore[union-attr]
    )
    assert fresh.hall in dump
    assert not [secret for secret in secrets if secret in dump]


def test_passwords_are_judged_by_argon2id() -> None:
    stored = security.password_hash("something")
    assert stored.startswith("$argon2id$")
    assert security.password_fits(stored, "something")
    assert not security.password_fits(stored, "something else")
    assert not security.password_fits(None, "something")
