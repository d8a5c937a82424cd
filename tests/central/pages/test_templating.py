"""A sentence that is put into a template when it is compiled says what it would say when it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from central.pages.templating import Templates
from central.pages.words import Words

SENTENCE = "甲 <b> & 'x' {{n}}"
SHOWN = "甲 &lt;b&gt; &amp; &#39;x&#39; {n}"
WORDS = Words("zh", {"part.said": SENTENCE, "part.some": "<{n}>"})


def drawn(folder: Path, template: str) -> str:
    (folder / "page.html").write_text(template)
    return Templates(folder, WORDS).get_template("page.html").render(key="part.said")


@pytest.mark.parametrize(
    "template",
    [
        "{{ t('part.said') }}",
        "{{ t(key) }}",
        "{% set said = t('part.said') %}{{ said }}",
        "{% macro say(what) %}{{ what }}{% endmacro %}{{ say(t('part.said')) }}",
        "{{ t('part.said') if key else '' }}",
        "{{ [t('part.said')] | first }}",
    ],
)
def test_it_is_the_same_wherever_it_stands(tmp_path: Path, template: str) -> None:
    assert drawn(tmp_path, template) == SHOWN


def test_one_with_a_value_waits_for_it(tmp_path: Path) -> None:
    assert drawn(tmp_path, "{{ t('part.some', n=key ~ '&') }}") == "&lt;part.said&amp;&gt;"


def test_one_that_is_not_there_is_missed_at_once(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        drawn(tmp_path, "{% if not key %}{{ t('part.other') }}{% endif %}")
