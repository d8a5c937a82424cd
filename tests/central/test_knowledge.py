"""知识库: the answers of the guides and the hall's own, found in the words of whoever asks; none of who asked is in it."""

from __future__ import annotations

import copy
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from central import seed
from central.knowledge.finding import Text, best, fit, pieces
from tests.central.catalogue.office import GUIDE
from tests.kit.asking import asked, refused, told
from tests.kit.central import HALL, Central, running_central
from tests.kit.opinions import post
from tests.kit.opinions import told as opinion_told

FAQ = [{"question": "忘带身份证能办吗", "answer": "可以用电子身份证"}, {"question": "能代办吗", "answer": "可以，带委托书"}]
ASKED = {"question": "周六能取老年证吗", "answer": "能，到值班窗口取"}


def test_pieces_and_what_fits() -> None:
    assert pieces("老年证 ID？") == {"老年", "年证", "id"} and pieces("证") == {"证"} and pieces("　？") == set()
    texts = [Text("能代办吗", "老年证", "可以"), Text("忘带身份证能办吗", "老年证", "可以用电子的"), Text("几点开门", "", "八点半")]
    assert best("没带身份证", texts) == [1] and best("老年证代办", texts) == [0, 1] and best("公积金", texts) == []
    assert best("", texts) == [0, 1, 2]


@given(st.text(max_size=20), st.text(max_size=20))
def test_what_stands_there_word_for_word_fits(typed: str, more: str) -> None:
    found = fit(pieces(typed), Text(typed + " " + more, "", ""))
    assert (found > 0) == bool(pieces(typed))


def test_one_base_of_guides_own_answers_and_those_of_other_halls(central: Central) -> None:
    path = "/halls/{hall}/knowledge"
    told(central, "manager", "PUT", "/halls/{hall}/items/elder_card/guide", {"guide": GUIDE | {"faq": FAQ}})
    found = told(central, "clerk", "GET", path + "?q=没带身份证怎么办")
    assert (found["all"], found["found"]) == (2, 1) and found["answers"][0]["answer"]["zh"] == "可以用电子身份证"
    assert [found["answers"][0][name] for name in ("source", "item", "id")] == ["guide", "elder_card", None]

    enquiry = opinion_told(central, "clerk", kind="enquiry", topics=[], words="周六能来取吗")
    body = ASKED | {"item": "elder_card", "opinion": enquiry}
    assert refused(asked(central, "manager", "POST", path, body)) == (409, "wrong_state")
    post(central, "clerk", f"/opinions/{enquiry}/answer", {"result": "explained", "words": "能"}).raise_for_status()
    made = told(central, "manager", "POST", path, body)
    assert refused(asked(central, "manager", "POST", path, body)) == (409, "already_taken")
    complaint = opinion_told(central)
    assert refused(asked(central, "manager", "POST", path, ASKED | {"opinion": complaint})) == (422, "invalid")
    assert [each["source"] for each in told(central, "clerk", "GET", path)["answers"]] == ["own", "guide", "guide"]
    told(central, "manager", "PUT", f"/knowledge/{made['id']}", ASKED | {"shared": True})

    other = copy.deepcopy(HALL)
    other["hall"]["id"] = "second"
    other["staff"] = [{"user": "second-manager", "name": "主任己", "role": "manager"}]
    passwords = seed.load(central.context, other | {"terminal": []}).passwords
    with central.client() as stranger:
        session = {"user": "second-manager", "password": passwords["second-manager"]}
        token = stranger.post("/api/v1/session", json=session).raise_for_status().json()["token"]
    with central.client(token) as first:
        own = {"user": "second-manager", "password": "a hall of its own"}
        changed = {"old": passwords["second-manager"], "new": own["password"]}
        first.post("/api/v1/session/password", json=changed).raise_for_status()
        first.headers["Authorization"] = f"Bearer {first.post('/api/v1/session', json=own).json()['token']}"
        seen = first.get("/api/v1/halls/second/knowledge").raise_for_status().json()["answers"]
        assert [(each["source"], each["hall"]["zh"]) for each in seen] == [("shared", HALL["hall"]["name"]["zh"])]
        assert refused(first.delete(f"/api/v1/knowledge/{made['id']}")) == (403, "forbidden")
    told(central, "manager", "DELETE", f"/knowledge/{made['id']}")
    assert refused(asked(central, "manager", "DELETE", f"/knowledge/{made['id']}")) == (404, "answer_unknown")


def test_the_sample_hall_has_answers_of_its_own(tmp_path: Path) -> None:
    """On the items that it has."""
    with running_central(tmp_path, hall=seed.sample_hall()) as central:
        seed.load_sample(central.context)
        seed.load_sample(central.context)
        sources = [each["source"] for each in told(central, "director", "GET", "/halls/{hall}/knowledge")["answers"]]
        own = told(central, "director", "GET", "/halls/{hall}/knowledge?q=老人走不动")["answers"][0]
    assert sources.count("own") == 3 and own["item_name"]["zh"] == "养老待遇资格认证"
