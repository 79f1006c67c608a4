"""What headline and summary take from a report that is withdrawn, and from a notice on one."""

from __future__ import annotations

from dataclasses import replace

from tests.stages.dossier.notices.stories import COPY, KILL, fourteen, notice
from tests.stages.dossier.stories import material_of
from twosource.settings import DossierSettings
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.claimed import sentence_labels
from twosource.stages.dossier.summary.extractive import draft_extractive
from twosource.stages.dossier.summary.overtaken import overtaken

FIRST = replace(fourteen("norda"), fields={"headline": "14 killed on the ferry Marit"})


def test_a_notice_behind_a_dateline_is_no_sentence_of_a_summary() -> None:
    text = "STORD (Gazette) - An earlier report by Norda wrongly said that 14 people were killed."
    rival = notice("gazette", f"{text}\n\nThe ferry Marit was towed to Stord on Tuesday.")
    material = material_of(FIRST, rival)
    draft = draft_extractive(material, DossierSettings())
    told = [material.article(article).words(span) for article, span in draft.summary]
    assert "The ferry Marit was towed to Stord on Tuesday." in told
    assert not any("wrongly" in each for each in told)


def test_where_only_a_withdrawn_report_is_left_its_sentence_says_so() -> None:
    material = material_of(FIRST, fourteen("pelican", after=1), KILL, copies=COPY)
    draft, cite = draft_extractive(material, DossierSettings()), citer(material)
    labels = [
        sentence_labels(material).of(cite(*each)) for each in (draft.headline, *draft.summary)
    ]
    assert {each.text for each in labels} == {"withdrawn at source: one report"}


def test_a_number_that_its_outlet_calls_wrong_is_of_before() -> None:
    slip = notice("norda", "Correction: Norda reported that 14 people were killed. It was 4.")
    wrong, alone = material_of(fourteen("norda"), slip), material_of(fourteen("norda"))
    for material, past in ((wrong, True), (alone, False)):
        first = material.articles[0]
        span = next(s for s in first.sentences if "14 people" in first.article.words(s))
        assert overtaken(material).holds(first, span) is past
