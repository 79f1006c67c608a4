"""Names are read off the model as spaCy's own walk over the sentences finds them."""

from __future__ import annotations

from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from twosource.languages.english.arithmetic import on_one_thread
from twosource.languages.english.language import MODELS
from twosource.languages.english.model import load_model
from twosource.languages.english.spelled import speller_of

SENTENCES = (
    "Prime Minister Ingrid Falk of Norway met the European Commission in Brussels on 4 May 2025 .",
    "Falk",
    "Nobody else came .",
    "The Oslo Harbour Authority , Nordic Freight AS and the Port of Rotterdam signed for $ 2.5 bn",
    "Reporters Without Borders and Anna von Essen",
    "It was said at the World Economic Forum in Davos that the Treaty of Lisbon",
)


def test_names_are_those_of_the_walk_that_the_model_was_trained_with() -> None:
    model = load_model("", MODELS)
    docs = [Doc(model.pipeline.vocab, words=each.split()) for each in SENTENCES]
    with on_one_thread():
        spelled = list(model.spell(docs))
    assert spelled == _walked(model.pipeline)
    assert sum(end - start > 2 for names in spelled for start, end, _ in names) > 2


@pytest.mark.parametrize("has_upper", [True, False])  # without it the walk is spaCy's own
def test_a_model_that_learnt_nothing_spells_as_it_walks_too(has_upper: bool) -> None:
    pipeline = spacy.blank("en")
    shape = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 16,
        "maxout_pieces": 2,
        "use_upper": has_upper,
        "tok2vec": {
            "@architectures": "spacy.HashEmbedCNN.v2",
            "pretrained_vectors": None,
            "width": 16,
            "depth": 1,
            "embed_size": 100,
            "window_size": 1,
            "maxout_pieces": 2,
            "subword_features": False,
        },
    }
    part: Any = pipeline.add_pipe("ner", config={"model": shape})
    for label in ("PERSON", "ORG", "GPE"):
        part.add_label(label)
    read = Doc(pipeline.vocab, words=["Falk"])
    pipeline.initialize(lambda: [Example.from_dict(read, {"entities": [(0, 4, "PERSON")]})])
    chance = numpy.random.default_rng(7)
    for node in part.model.walk():
        for name in node.param_names:
            shape_of = node.get_param(name).shape
            node.set_param(name, chance.normal(size=shape_of).astype("f"))
    spelled = list(speller_of(pipeline)([Doc(pipeline.vocab, words=s.split()) for s in SENTENCES]))
    assert spelled == _walked(pipeline)
    assert sum(map(len, spelled)) > len(SENTENCES)


def _walked(pipeline: Language) -> list[list[tuple[int, int, str]]]:
    docs = [Doc(pipeline.vocab, words=each.split()) for each in SENTENCES]
    ner = pipeline.get_pipe("ner")
    return [[(e.start, e.end, e.label_) for e in ner(doc).ents] for doc in docs]
