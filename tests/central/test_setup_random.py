"""Whatever managers do, in whatever order: the hall stays one that can be planned with, shown, and sent back as it was shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from central import seed
from central.halls.plan import plan_of
from central.security import password_hash
from central.staff import repository as staff_repository
from central.staff import service as staff_service
from central.unit import unit_for
from tests.central.test_setup import Manager, resend
from tests.kit.central import PASSWORD, Central, running_central

Step = tuple[str, str, Any]
HALLS = count()
ZH = {"zh": "综合"}

words = st.fixed_dictionaries({"zh": st.sampled_from(["综合", "民政"])}, optional={"en": st.just("General")})
minute = st.integers(0, 288).map(lambda five: f"{five * 5 // 60:02}:{five * 5 % 60:02}")
span = st.fixed_dictionaries({"opens": minute, "closes": minute})
week_span = st.builds(lambda each, day: each | {"weekday": day}, span, st.integers(1, 7))
band = st.builds(lambda each, quota: each | {"quota": quota}, span, st.integers(0, 30))
line_id, window_id = st.sampled_from(["l1", "l2", "l3"]), st.sampled_from(["w1", "w2", "w3"])
active = {"active": st.booleans(), "position": st.integers(0, 5)}

line = st.fixed_dictionaries(
    {"letter": st.sampled_from("ABCD"), "name": words, "summary": words},
    optional=active
    | {
        "daily_quota": st.none() | st.integers(0, 99),
        "bands": st.lists(band, max_size=2),
        "slot_min": st.sampled_from([None, 15, 30]),
        "slot_places": st.sampled_from([None, 1, 3]),
    },
)
window = st.fixed_dictionaries(
    {
        "label": st.sampled_from(["1", "2", "3"]),
        "name": words,
        "type": st.sampled_from(["comprehensive", "fallback", "tidal", "tidal"]),
        "lines": st.lists(line_id | st.fixed_dictionaries({"id": line_id, "weight": st.integers(1, 9)}), max_size=2),
    },
    optional=active
    | {
        "area": st.sampled_from([None, {"zh": "东区"}, {"zh": "西区", "en": "West"}]),
        "tidal": st.none() | st.fixed_dictionaries({"open_above": st.integers(3, 9), "close_below": st.integers(0, 4)}),
    },
)
priority = st.fixed_dictionaries(
    {"name": words},
    optional=active
    | {
        "min_age": st.none() | st.integers(0, 130),
        "evidence": st.lists(st.sampled_from(["card_birth_date", "own_word", "paper_at_window"]), max_size=3),
    },
)
day = st.fixed_dictionaries(
    {
        "day": st.sampled_from(["2025-03-03", "2025-03-04", "2025-10-01"]),
        "kind": st.sampled_from(["holiday", "extended", "staggered", "service_day", "closure"]),
        "name": words,
    },
    optional={"line": st.none() | line_id, "spans": st.lists(span, max_size=3)},
)
person = {"name": st.just("某人"), "role": st.sampled_from(["clerk", "helper", "manager"])}
choices = {"windows": st.lists(window_id, max_size=2), "lines": st.lists(line_id, max_size=2), "active": st.booleans()}


def puts(kind: str, id: st.SearchStrategy[str], body: st.SearchStrategy[Any]) -> st.SearchStrategy[Step]:
    return st.tuples(st.just("PUT"), id.map(lambda each: f"/{kind}/{each}"), body)


steps: st.SearchStrategy[Step] = st.one_of(
    puts("lines", line_id, line),
    puts("lines", line_id, line),
    puts("windows", window_id, window),
    puts("windows", window_id, window),
    puts("priorities", st.sampled_from(["p1", "p2"]), priority),
    st.tuples(st.just("DELETE"), st.sampled_from(["/lines/l1", "/windows/w1", "/priorities/p1"]), st.none()),
    st.tuples(
        st.just("PUT"),
        st.just("/hours"),
        st.fixed_dictionaries({"line": st.none() | line_id, "spans": st.lists(week_span, max_size=4)}),
    ),
    st.tuples(st.just("POST"), st.just("/special-days"), day),
    st.tuples(st.just("PUT"), st.just("/rules"), st.fixed_dictionaries({}, optional={"undo_s": st.integers(-1, 130)})),
    st.tuples(st.just("POST"), st.just("/staff"), st.fixed_dictionaries(person | {"user": st.just("u")}, optional=choices)),
    st.tuples(
        st.just("POST"),
        st.just("/machines"),
        st.fixed_dictionaries(
            {"name": st.sampled_from(["T1", "T2"]), "role": st.sampled_from(["terminal", "display", "pad"])},
            optional={"window": st.none() | window_id},
        ),
    ),
)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("random")) as central:
        yield central


def new_hall(central: Central) -> Central:
    """A small hall, with people and machines of its own."""
    hall = f"hall{next(HALLS)}"
    person = {"user": f"{hall}-manager", "name": "主任庚", "role": "manager"}
    part = {"id": hall, "name": {"zh": "测试大厅"}, "phone": "0477-0000000", "zone": "Asia/Shanghai", "region": "150602007"}
    lines = [{"id": id, "letter": letter, "name": ZH, "summary": ZH} for id, letter in (("l1", "A"), ("l2", "B"))]
    windows = [{"id": "w1", "label": "1", "name": ZH, "type": "comprehensive", "lines": ["l1"], "open": False}]
    seed.load(central.context, {"hall": part, "line": lines, "window": windows, "hours": [], "staff": [person]})

    def choose(session: Any) -> None:
        known = staff_repository.by_user(session, person["user"])
        assert known is not None
        staff_service.change_password(unit_for(central.context, session), known.id, password_hash(PASSWORD))

    central.context.database.write(choose)
    staff = {person["user"]: PASSWORD}
    return Central(central.url, hall, {}, staff, central.clock, central.context)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(todo=st.lists(steps, min_size=10, max_size=25))
def test_any_sequence_of_changes_leaves_a_hall_that_works(running: Central, todo: list[Step]) -> None:
    central = new_hall(running)
    with central.person(f"{central.hall}-manager") as client:
        manager = Manager(central, client)
        version = 0
        for method, path, body in todo:
            answer = manager.send(method, path, body if path != "/staff" else body | {"user": f"{central.hall}-u"})
            version = look(answer, version)
        shown = manager.setup()
        assert shown["version"] == version
        resend(manager, shown)
        assert manager.setup() == shown
    plan = central.context.database.read(lambda session: plan_of(unit_for(central.context, session), central.hall))
    assert (plan.version, list(plan.lines), list(plan.windows)) == (
        version,
        [each["id"] for each in shown["lines"]],
        [each["id"] for each in shown["windows"]],
    )
    assert len({each.letter for each in plan.lines.values()}) == len(plan.lines)


def look(answer: httpx.Response, version: int) -> int:
    """A change that is made moves the version; one that is refused says why and where."""
    if answer.is_success:
        assert answer.json()["version"] in (version, version + 1)
        return int(answer.json()["version"])
    assert answer.status_code in (404, 422), answer.text
    if answer.status_code == 422:
        assert answer.json()["error"]["mistakes"] and answer.json()["error"]["field"] is not None
    return version
