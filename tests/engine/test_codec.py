"""Values as JSON and back: the same value, or a refusal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engine.codec import Unfit, decode, encode
from pipeline.models.findings import Findings
from pipeline.models.pack import PackInput, Picture
from pipeline.models.passages import Passage, RawStatement, Statement
from pipeline.models.relations import Contradiction, Demand, Relations
from pipeline.models.session import Consent, Session
from pipeline.models.templates import Templates
from pipeline.problems import Problem
from tests.build import a_pack_input, the_templates

KINDS = [Problem, Passage, Statement, RawStatement, Picture, Findings, Relations, Consent]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_a_value_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    """For any value of a model, by its types alone."""
    st.register_type_strategy(float, st.floats(allow_nan=False))
    value = data.draw(st.from_type(kind))
    assert decode(kind, encode(kind, value)) == value


def test_everything_a_pack_is_made_from_comes_back() -> None:
    """Session, review, statements, findings, photos, templates."""
    pack = a_pack_input()
    assert decode(PackInput, encode(PackInput, pack)) == pack
    assert decode(Templates, encode(Templates, the_templates())) == the_templates()
    assert decode(Session, encode(Session, pack.session)) == pack.session


def test_a_named_tuple_stays_one() -> None:
    """Relations compare by their demands."""
    value = Relations(contradictions=(Contradiction(Demand(0, 1), Demand(2, 0)),))
    back = decode(Relations, encode(Relations, value))
    assert back.contradictions[0].first.recommendation == 1


@pytest.mark.parametrize("data", [b"", b"{}", b"null", b"[" * 9000, b'["a",1,2,3,4]', b"\xff"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_anything_else_is_refused(kind: type, data: bytes) -> None:
    """Never another exception, never half a value."""
    with pytest.raises(Unfit):
        decode(kind, data)


def test_a_type_that_no_model_uses_is_our_fault() -> None:
    """It is found when it is written, not when it is read."""
    with pytest.raises(TypeError):
        encode(Any, 1)
