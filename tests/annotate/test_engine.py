"""The engine: rules over charts, in no language."""

from __future__ import annotations

import pytest

from waqai.annotate.chart import Chart, Node, leaves, longest
from waqai.annotate.engine import Rule, apply, opt, tag, word
from waqai.lexicon.vocabulary import Entry, MapSource, Vocabulary
from waqai.text.document import Document

DIGITS = [(word_, Entry("n", value, f"n:{value}")) for value, word_ in enumerate("abcd", 1)]


def chart(text: str) -> Chart:
    """The chart of a text over a vocabulary of four letters."""
    return leaves(Document(text), Vocabulary([MapSource(DIGITS)]))


def values(found: Chart, kind: str) -> list[object]:
    """The values of a kind in text order."""
    return [node.value for node in sorted(found.of(kind), key=lambda n: (n.i, n.j))]


def total(*nodes: Node | None) -> int:
    """The sum of the values of the nodes that are there."""
    return sum(node.value for node in nodes if node is not None)


PAIR = Rule("pair", "sum", (tag("n"), word("+"), tag("n")), total)


def test_a_rule_joins_adjoining_nodes() -> None:
    found = chart("a + b , c + d")
    apply(found, (PAIR,))
    assert values(found, "sum") == [3, 7]


def test_a_node_keeps_its_derivation() -> None:
    found = chart("a + b")
    apply(found, (PAIR,))
    (node,) = found.of("sum")
    assert (node.i, node.j, node.rule) == (0, 3, "pair")
    assert [part.rule for part in node.parts] == ["n:1", "n:2"]


def test_a_value_test_refuses() -> None:
    found = chart("a + b , c + b")
    apply(found, (Rule("r", "sum", (tag("n", when=lambda v: v > 2), word("+"), tag("n")), total),))
    assert values(found, "sum") == [5]


def test_make_refuses_with_none() -> None:
    found = chart("a + b")
    apply(found, (Rule("r", "sum", (tag("n"), word("+"), tag("n")), lambda *_: None),))
    assert not found.of("sum")


def test_an_optional_item_may_be_absent_on_either_side() -> None:
    pattern = (
        opt(tag("n", when=lambda v: v == 1)),
        tag("n", when=lambda v: v == 2),
        opt(word("!")),
    )
    found = chart("a b ! x b")
    apply(found, (Rule("r", "sum", pattern, total),))
    spans = {(node.i, node.j, node.value) for node in found.of("sum")}
    assert spans == {(0, 2, 3), (0, 3, 3), (1, 2, 2), (1, 3, 2), (4, 5, 2)}


def test_words_before_the_anchor_are_matched() -> None:
    found = chart("( a ) ( b")
    apply(found, (Rule("r", "sum", (word("("), tag("n"), word(")")), total),))
    assert [(n.i, n.j) for n in found.of("sum")] == [(0, 3)]


def test_rules_feed_on_their_own_nodes_up_to_the_rounds() -> None:
    chain = Rule("chain", "sum", (tag("sum"), word("+"), tag("n")), total)
    found = chart("a + b + c + d")
    apply(found, (PAIR, chain), rounds=3)
    assert max(values(found, "sum")) == 10


def test_a_fixpoint_ends_early_and_adds_nothing_twice() -> None:
    found = chart("a + b")
    apply(found, (PAIR,), rounds=50)
    assert len(found.of("sum")) == 1


def test_a_rule_needs_a_tag_to_anchor_it() -> None:
    with pytest.raises(ValueError, match="no tag"):
        Rule("r", "sum", (word("+"), opt(tag("n"))), total)


def test_an_inner_node_bears_no_proclitic_unless_joined() -> None:
    entries = [("واحد", Entry("n", 1, "n:1")), ("عشرون", Entry("n", 20, "n:20"))]
    text = Document("واحد وعشرون")
    for joined, expected in ((False, []), (True, [21])):
        found = leaves(text, Vocabulary([MapSource(entries)]))
        apply(found, (Rule("r", "sum", (tag("n"), tag("n", joined=joined)), total),))
        assert values(found, "sum") == expected


def test_longest_covers_without_overlap() -> None:
    nodes = [Node("k", 0, 2, 1, "a"), Node("k", 1, 4, 2, "b"), Node("k", 4, 5, 3, "c")]
    assert [node.value for node in longest(nodes)] == [2, 3]


def test_replace_forgets_the_rest() -> None:
    found = chart("a + b , c + d")
    apply(found, (PAIR,))
    kept = found.of("sum")[1:]
    found.replace("sum", kept)
    assert values(found, "sum") == [7]
    assert not list(found.at(0, "sum"))
    assert list(found.at(0, "n"))
