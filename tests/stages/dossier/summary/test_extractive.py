"""Headline and summary are the sources' own whole sentences, counted by reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

import pytest

from tests.factories import outlet
from tests.stages.dossier.marked import Told, material
from twosource.model.acquired import Entry, Genre
from twosource.model.linked import Derivation
from twosource.model.material import StoryMaterial
from twosource.settings import DossierSettings
from twosource.stages.dossier.summary.extractive import draft_extractive
from twosource.stages.dossier.summary.overtaken import is_of_an_hour

SETTINGS = DossierSettings(summary_sentences=3)
LEAD = "A ferry with 187 passengers ran aground in a gale off the western coast late on Monday."


def summary(of: StoryMaterial, settings: DossierSettings = SETTINGS) -> list[str]:
    draft = draft_extractive(of, settings)
    return [of.article(article).words(span) for article, span in draft.summary]


def headline(of: StoryMaterial) -> str:
    article, span = draft_extractive(of, SETTINGS).headline
    return of.article(article).words(span)


def test_sentences_stand_word_for_word_in_an_article() -> None:
    of = material(
        Told("herald", f"{LEAD} All passengers of the ferry were lifted off by helicopter crews."),
        Told("post", "The ferry ran aground off the western coast with 187 passengers on board."),
    )
    texts = [each.article.text for each in of.articles]
    found = summary(of)
    assert found
    assert all(any(sentence in text for text in texts) for sentence in found)


def test_a_pronoun_is_not_torn_from_its_name() -> None:
    told = Told(
        "herald", f"{LEAD} He said the ferry had lost both engines before the gale came up."
    )
    assert summary(material(told)) == [LEAD]


def test_what_somebody_named_so_far_by_a_noun_did_with_his_own_needs_no_other_sentence() -> None:
    lead = "Rescuers ended their search for the crew of the ferry off the western coast."
    assert summary(material(Told("herald", lead))) == [lead]
    after = "Soon after their search the ferry sank with all its boats off the western coast."
    assert summary(material(Told("herald", f"{LEAD} {after}"))) == [LEAD]


def test_what_was_to_come_is_left_out_once_its_day_is_told_of() -> None:
    plan = "The owners and the crew are to meet in Hafen on Friday for talks on her repair."
    told = Told("herald", f"{LEAD} {plan}").day("Friday", "2026-03-06")
    assert plan in summary(material(told))
    talks = "The owners of the ferry agreed with the crew to scrap her, a lawyer for both said."
    later = Told("post", f"{talks} Nothing of the hull will be kept, he said.", after=24 * 4)
    assert summary(material(told, later))[-1] != plan
    assert plan not in summary(material(told, later), DossierSettings(summary_sentences=2))


def test_a_quote_is_not_torn_from_its_speaker() -> None:
    quote = "“We drifted towards the rocks of the western coast for half an hour in the gale.”"
    told = Told("herald", f"{LEAD} {quote} So said a teacher.").quote(quote, by="", cue="")
    assert summary(material(told)) == [LEAD]


def test_a_quote_of_whose_body_another_sentence_tells_is_left_out() -> None:
    quote = "“The ferry drifted towards the western coast for half an hour,”"
    told = Told("herald", f"{LEAD} {quote} said its captain, Una Holt.")
    told.quote(quote, by="its captain, Una Holt", cue="said")
    assert summary(material(told)) == [LEAD]


def test_a_sentence_that_breaks_off_is_left_out() -> None:
    told = Told("herald", f"{LEAD}\n\nThe ferry with its passengers ran aground off the western co")
    assert summary(material(told)) == [LEAD]


def test_the_dateline_is_left_out() -> None:
    told = Told("norda", f"MOLDE, Norway, March 3 (Norda) — {LEAD}")
    assert summary(material(told)) == [LEAD]


SCENE = "For ten winters a lighthouse keeper has counted the boats that pass below his window."
TOLL = "Police said 31 passengers were injured when the ferry struck a reef near Bud on Monday."
TOLL_AGAIN = "The reef near Bud left 31 passengers of the ferry injured on Monday, hospitals said."
ONE_SENTENCE = DossierSettings(summary_sentences=1)


def test_what_two_reports_claim_comes_before_the_scene_that_opens_one() -> None:
    of = material(
        Told("herald", f"{SCENE} {TOLL}", headline="What the keeper saw"),
        Told("post", TOLL_AGAIN, headline="Ferry on the rocks"),
    )
    assert summary(of, ONE_SENTENCE)[0] in (TOLL, TOLL_AGAIN)
    alone = material(Told("herald", f"{SCENE} {TOLL}", headline="What the keeper saw"))
    assert summary(alone, ONE_SENTENCE) == [SCENE]


def test_what_one_report_alone_quotes_comes_behind_what_happened() -> None:
    quote = "“We drank cold tea in the lifeboat and sang of the coast,” said the teacher Ada Lund."
    plain = "The company ordered two tugs and a diving crew for Thursday."
    told = Told("herald", f"{quote} {plain}", headline="Rocks")
    assert summary(material(told), ONE_SENTENCE) == [quote]
    told.quote("“We drank cold tea in the lifeboat and sang of the coast,”", by="Ada Lund")
    assert summary(material(told), ONE_SENTENCE) == [plain]


def test_what_the_headlines_tell_opens_the_summary_wherever_it_stands() -> None:
    told = Told("herald", f"{SCENE} {TOLL}", headline="Ferry struck a reef near Bud")
    assert summary(material(told)) == [TOLL, SCENE]


def test_copies_give_no_sentences_and_no_weight() -> None:
    of = material(
        Told("norda", LEAD),
        Told("post", f"{LEAD} Extra words of the copy are here to be seen."),
        copies={"post": "norda"},
    )
    draft = draft_extractive(of, SETTINGS)
    assert {of.article(article).outlet for article, _ in draft.summary} == {"norda"}


def test_opinion_analysis_and_satire_are_not_taken_while_there_is_news() -> None:
    of = material(
        Told("herald", LEAD),
        Told("view", LEAD.replace("ferry", "boat"), genre=Genre(name="opinion")),
        Told("why", LEAD.replace("ferry", "ship"), genre=Genre(name="analysis")),
        Told("mallard", LEAD.replace("ferry", "duck")),
        outlets=(outlet("mallard", kind="satire"),),
    )
    assert summary(of) == [LEAD]


def test_the_scene_that_a_feature_opens_with_is_not_taken() -> None:
    scene = (
        "Priit Saar woke before dawn because his bedroom window glowed orange. "
        "Neighbours carried paintings through deep snow until their fingers hurt. "
        "Somebody boiled coffee for twenty strangers in a small kitchen. "
    )
    of = material(
        Told("herald", LEAD, headline="Ferry with 187 passengers runs aground in gale"),
        Told("post", LEAD, headline="Ferry runs aground in gale with 187 passengers"),
        Told("news", scene + f"{LEAD} " * 3, headline="Like ants in a row all night"),
    )
    assert not any(each in scene for each in summary(of))


def test_the_beginning_of_a_side_angle_is_taken_where_nothing_else_stands() -> None:
    of = material(
        Told("herald", "He said so on Monday.", headline="Ferry runs aground in gale"),
        Told("post", LEAD, headline="Explained: what we know about the ferry in the gale"),
    )
    assert summary(of) == [LEAD]


def test_no_more_sentences_than_asked_for() -> None:
    sentences = (
        "The harbour board of Molde sent a boat to help the ferry in the gale. "
        "Firefighters laid booms against oil along the shallow bay of Bud. "
        "Schoolchildren brought soup and blankets to the gymnasium overnight."
    )
    of = material(Told("herald", sentences))
    assert len(summary(of, DossierSettings(summary_sentences=2))) == 2


def test_the_headline_is_the_one_that_other_reports_bear_out() -> None:
    of = material(
        Told("herald", LEAD, headline="A night that nobody in the village will forget"),
        Told("post", LEAD, headline="Ferry with 187 passengers runs aground in gale"),
        Told("news", LEAD, headline="WATCH: FERRY AGROUND"),
    )
    assert headline(of) == "Ferry with 187 passengers runs aground in gale"


def test_an_equal_story_gives_an_equal_draft() -> None:
    def story() -> StoryMaterial:
        return material(Told("herald", LEAD), Told("post", LEAD.replace("late", "early")))

    assert draft_extractive(story(), SETTINGS) == draft_extractive(story(), SETTINGS)


def test_each_sentence_adds_something_though_all_reports_open_with_one_event() -> None:
    of = material(
        Told("herald", f"{LEAD} The owner will raise the wreck before the first snow falls."),
        Told("post", "A ferry that carried 187 passengers ran aground in Monday’s gale."),
        Told("times", "With 187 passengers aboard, a ferry ran aground off the western coast."),
    )
    found = summary(of)
    assert "The owner will raise the wreck before the first snow falls." in found
    assert len([each for each in found if "aground" in each]) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Did the owner of the ferry with 187 passengers know of the gale?",
        "We saw the ferry with 187 passengers run aground off the western coast.",
        "The owner of the ferry with 187 passengers could not be reached on Monday.",
        "A picture shows the ferry with 187 passengers aground off the western coast.",
        "For most of the past decade, a ferry with 187 passengers passed the western coast.",
        "For years a ferry with 187 passengers ran along the western coast in any gale.",
        "The reason: the ferry had lost both of its engines before the gale came up.",
        "The inspections followed the loss of a ferry with 187 passengers off the coast.",
    ],
)
def test_what_says_nothing_new_by_itself_is_left_out(sentence: str) -> None:
    assert summary(material(Told("herald", f"{LEAD}\n\n{sentence}"))) == [LEAD]


def test_a_toll_that_a_later_report_has_updated_opens_no_story() -> None:
    def toll(outlet: str, number: int, words: str, after: float) -> Told:
        text = f"The quake in the western hills killed {words} people, the hill police said."
        told = Told(outlet, text, after=after, headline=f"Quake kills {words} in western hills")
        told.figure(f"{words} people", number, unit="person", of="dead")
        return told.figure(f"kills {words}", number, unit="person", of="dead")

    first, later = toll("herald", 12, "twelve", 0), toll("post", 31, "thirty-one", 6)
    assert headline(material(first, later)) == "Quake kills thirty-one in western hills"
    assert summary(material(first, later))[0] == later.article.text
    assert headline(material(first)) == "Quake kills twelve in western hills"


@pytest.mark.parametrize(("kind", "opens"), [("verbatim", "thirty-one"), ("rewrite", "twelve")])
def test_a_reprint_with_the_newest_toll_stands_for_its_report(
    kind: Literal["verbatim", "rewrite"], opens: str
) -> None:
    def take(outlet: str, number: int, words: str, after: float) -> Told:
        text = f"The quake in the western hills killed {words} people, the hill police said."
        told = Told(outlet, text, after=after, headline=f"Quake kills {words} in western hills")
        told.figure(f"{words} people", number, unit="person", of="dead")
        return told.figure(f"kills {words}", number, unit="person", of="dead")

    of = material(
        take("norda", 12, "twelve", 0),
        take("post", 12, "twelve", 1),
        take("herald", 31, "thirty-one", 6),
        copies={"post": "norda", "herald": "norda"},
    )
    [report] = of.lineages
    derived = tuple(
        Derivation(copy=each, original=report.origin, kind=kind, overlap=0.9)
        for each in report.members[1:]
    )
    of = replace(of, lineages=(replace(report, derivations=derived),))
    assert headline(of) == f"Quake kills {opens} in western hills"
    assert f"killed {opens} people" in summary(of)[0]


def test_a_headline_over_an_early_toll_makes_room_for_one_over_the_newest() -> None:
    def toll(outlet: str, number: int, words: str, after: float, headline: str) -> Told:
        text = f"The quake in the western hills killed {words} people, the hill police said."
        told = Told(outlet, text, after=after, headline=headline)
        return told.figure(f"{words} people", number, unit="person", of="dead")

    first = toll("herald", 12, "twelve", 0, "Crews race to western hills after quake")
    later = toll("post", 31, "thirty-one", 6, "Last victim of western quake is found")
    assert headline(material(first, later)) == later.article.headline


def test_a_summary_keeps_to_the_language_of_most_reports() -> None:
    of = material(
        Told("herald", f"{LEAD} All passengers of the ferry were lifted off by helicopter crews."),
        Told("post", "The ferry ran aground off the western coast with 187 passengers on board."),
        Told("bote", "Die Fähre lief am Montag mit 187 Menschen an Bord auf Grund.", language="de"),
    )
    assert not any("Fähre" in sentence for sentence in summary(of))


def test_what_came_of_it_days_later_stands_in_the_summary() -> None:
    later = "The ferry sank on Thursday off the western coast after passengers had left it."
    of = material(
        Told("herald", LEAD),
        Told("post", "The ferry ran aground off the western coast with 187 passengers on board."),
        Told("news", later, after=60),
    )
    assert summary(of, DossierSettings(summary_sentences=2))[-1] == later


def test_the_first_time_in_years_is_news() -> None:
    first = "For the first time in ten years the harbour of Bud was closed to fishing boats."
    assert first in summary(material(Told("herald", f"{LEAD}\n\n{first}")))


def test_a_sentence_that_opens_in_a_year_gone_by_is_left_out() -> None:
    recalls = "In 2019 a ferry with 90 passengers ran aground off the western coast in a gale."
    told = Told("herald", f"{LEAD} {recalls}").day("2019", "2019")
    assert summary(material(told)) == [LEAD]


def test_who_is_told_only_as_the_operator_is_left_out() -> None:
    lost = "the ferry had lost both of its engines before the gale"
    told = Told("herald", f"{LEAD} According to the operator, {lost}.")
    told.quote(lost, by="the operator", cue="According to", kind="indirect")
    assert summary(material(told)) == [LEAD]


def test_what_a_live_blog_told_at_first_comes_behind_what_others_tell() -> None:
    first, later = "No passenger of the ferry was hurt off the western coast.", TOLL
    blog = Told("herald", first, headline="Ferry passengers", kind="live blog")
    of = material(blog, Told("post", later, after=2, headline="Ferry passengers"))
    assert summary(of, ONE_SENTENCE) == [later]


def test_only_of_entries_with_times_one_is_known_to_be_the_newest() -> None:
    (blog,) = material(Told("herald", f"{LEAD}\n\n{TOLL}", kind="live blog")).articles
    first, newest = blog.sentences[-2:]
    assert is_of_an_hour(blog, newest)
    untold = [Entry(start=each.start, end=each.end) for each in (first, newest)]
    timed = [replace(each, at=datetime(2026, 3, 5, n, tzinfo=UTC)) for n, each in enumerate(untold)]
    for entries, of_an_hour in ((untold, (True, True)), (timed, (True, False))):
        parted = replace(blog, article=replace(blog.article, entries=tuple(entries)))
        assert tuple(is_of_an_hour(parted, each) for each in (first, newest)) == of_an_hour
