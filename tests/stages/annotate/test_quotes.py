"""Statements are found with their words, speaker and kind, across sentences and paragraphs."""

from __future__ import annotations

import pytest

from tests.factories import article
from tests.stages.annotate.found import ENGLISH, told
from twosource.stages.annotate import annotate


def test_interrupted_quotation_is_one_statement() -> None:
    assert told("“We left,” Berg said. “Nobody was hurt.”") == [
        ("“We left,” … “Nobody was hurt.”", "Berg", "direct")
    ]


def test_quotation_over_paragraphs_has_one_speaker() -> None:
    text = "“First the port must open.\n\n“Then the boats must come,” Lund said."
    assert told(text) == [
        ("“First the port must open. … “Then the boats must come,”", "Lund", "direct")
    ]


def test_colon_leads_in_the_next_paragraph() -> None:
    found = told("Lund put it plainly:\n\n“The port is shut and will stay so.”")
    assert ("“The port is shut and will stay so.”", "Lund", "direct") in found


def test_quotation_after_somebody_new_has_spoken_is_hers() -> None:
    text = "“We left,” Berg said. Lund says the port is shut. “It has been shut for a week.”"
    assert ("“It has been shut for a week.”", "Lund", "direct") in told(text)


def test_name_behind_a_dash_signs_the_quotation_of_its_paragraph() -> None:
    text = "“It was dark in there.” — Ana Ortiz, a nurse\n\n“Never again!” - Per Lund"
    assert told(text) == [
        ("“It was dark in there.”", "Ana Ortiz, a nurse", "direct"),
        ("“Never again!”", "Per Lund", "direct"),
    ]


def test_dash_in_running_text_signs_nothing() -> None:
    text = "“It was dark in there” – the whole town had lost its power, Lund said."
    assert all(speaker != "the whole town" for _, speaker, _ in told(text))


def test_words_right_before_a_colon_speak_whatever_they_are_taken_for() -> None:
    for lead, speaker in (
        ("Shop steward Ali Demir", "Shop steward Ali Demir"),
        ("Ferry operator Sundline tweets", "Ferry operator Sundline"),
        ("Update from the minister's office", "the minister's office"),
        ("Said Berg", "Berg"),
    ):
        assert told(f"{lead}: “We would rather be driving.”")[0][1] == speaker


def test_name_and_verb_right_before_a_quotation_tell_its_speaker() -> None:
    text = "Taxes were low ― as was true of the years made public ― Berg boasted, “I am smart.”"
    assert ("“I am smart.”", "Berg", "direct") in told(text)


def test_words_right_beside_a_quotation_outrank_a_clause_farther_off() -> None:
    assert ("“A bridge is a bridge,”", "Luo", "direct") in told(
        "“A bridge is a bridge,” Luo said, according to the interpreter of his delegation."
    )
    assert told(
        "Lund said the port was shut, and Berg replied, “It has been shut for a week.”"
    ) == [
        ("the port was shut", "Lund", "indirect"),
        ("“It has been shut for a week.”", "Berg", "direct"),
    ]


def test_name_between_a_dash_and_a_colon_speaks_and_not_who_acts_before_the_dash() -> None:
    assert told("They met at noon - Ada Lund: “We did all that we could.”") == [
        ("“We did all that we could.”", "Ada Lund", "direct")
    ]


def test_verb_before_a_name_and_a_colon_is_no_part_of_the_name() -> None:
    assert told("Says Ada Lund: “We did all that we could.”")[0][1] == "Ada Lund"


def test_how_often_somebody_said_it_is_nobody() -> None:
    text = "Berg, asked about it, three times gave the same reply: “We did all that we could.”"
    assert all(speaker != "three times" for _, speaker, _ in told(text))


def test_who_answers_in_the_same_sentence_has_his_own_words() -> None:
    assert told("“It has been shut,” said Berg, to whom Lund replied: “It will open.”") == [
        ("“It has been shut,”", "Berg", "direct"),
        ("“It will open.”", "Lund", "direct"),
    ]


def test_what_another_said_meanwhile_is_his_own() -> None:
    text = "Lund said the port was shut, while Berg said of the sea that “it gives nothing back”."
    assert told(text) == [
        ("the port was shut", "Lund", "indirect"),
        ("“it gives nothing back”", "Berg", "direct"),
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We go,” said Bo Lund, to whom Ada Berg replied: “Nobody goes today.”", ["Lund", "Berg"]),
        ("“We go,” said Bo Lund, who added: “Nobody stays behind today.”", ["Lund", "Lund"]),
        ("Ada Berg met Bo Lund, who snapped: “Not on my boat, not today.”", ["Lund"]),
        ("Berg again: “The roof has come down at last.”", ["Berg"]),
        ("The minister, in a letter: “The roof will be mended soon.”", ["minister"]),
    ],
)
def test_who_answers_in_the_same_sentence_or_by_a_colon_speaks(
    text: str, speakers: list[str]
) -> None:
    assert [who.split()[-1] for _, who, _ in told(text) if who] == speakers


def test_what_somebody_recalls_of_anothers_words_is_his_own() -> None:
    (statement,) = told("Lund recalled that his father said, “The sea gives nothing back.”")
    assert statement[1] == "Lund"


def test_partly_quoted_statement_is_mixed() -> None:
    assert told("Berg said the plan was “a disaster” for the port.") == [
        ("the plan was “a disaster” for the port", "Berg", "mixed")
    ]


def test_title_of_a_work_and_scare_quotes_are_no_statements() -> None:
    assert told("The band played “Northern Lights” near the so-called “old” harbour.") == []


def test_title_with_a_comma_before_it_is_no_statement() -> None:
    assert told("The museum has one picture, “The Drowned Orchard”.") == []


def test_what_somebody_wants_to_know_is_asked() -> None:
    assert told("“Who sold the oars?” Berg wanted to know.") == [
        ("“Who sold the oars?”", "Berg", "direct")
    ]


def test_inverted_speaker_with_an_apposition_is_found() -> None:
    found = told("“We left early,” said Anna Berg, a sailor who co-owns the boat.")
    assert found[0][:2] == ("“We left early,”", "Anna Berg")


def test_speech_inside_a_quotation_is_not_told_twice() -> None:
    assert len(told("“My father said the sea gives nothing back,” Lund recalled.")) == 1


def test_headline_names_its_speaker_before_a_colon() -> None:
    found = told("The port was calm.", headline="Lund: Norway will answer in kind")
    assert found == [("Norway will answer in kind", "Lund", "indirect")]


def test_label_before_a_colon_speaks_not() -> None:
    assert told("The port was calm.", headline="Analysis: Norway will answer in kind") == []
    assert told("The port was calm.", headline="Leader: The owner should answer in kind") == []
    assert told("The port was calm.", headline="VLX-2: Satellites end up in the sea") == []


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour Fire: Two crews are missing",
        "Q&A: Two crews are missing",
        "The Quay Company: What we know so far",
        "The Latest: Two crews are missing",
    ],
)
def test_what_happened_before_a_colon_speaks_not(headline: str) -> None:
    assert told("The port was calm.", headline=headline) == []


def test_who_is_found_guilty_finds_nothing() -> None:
    assert told("An adult found guilty of assault could be jailed for up to 10 years.") == []


def test_fire_chief_before_a_colon_speaks() -> None:
    found = told("The port was calm.", headline="Fire Chief: Two crews are missing")
    assert [each[1] for each in found] == ["Fire Chief"]


def test_title_case_headline_tells_who_warns() -> None:
    found = told("The port was calm.", headline="Norway Warns Ferry Crews Will Strike, Lund Says")
    assert [each[1] for each in found] == ["Lund"]


def test_name_in_marks_belongs_to_the_speaker_and_is_not_said() -> None:
    found = told("Ole Brandt, head of “Harbour First,” suggested the port could close.")
    assert found == [("the port could close", "Ole Brandt, head of “Harbour First,”", "indirect")]


def test_speaker_put_in_between_is_nearer_than_the_subject_of_what_is_said() -> None:
    found = told("Sailors, Berg suggested, need not worry that storms will come.")
    assert [each[1] for each in found] == ["Berg"]


def test_clause_that_begins_outside_the_marks_is_whole() -> None:
    assert told("A spokesman said customers “would barely notice”.") == [
        ("customers “would barely notice”", "A spokesman", "mixed")
    ]


def test_day_between_cue_and_quotation_is_not_said() -> None:
    assert told("Berg said on Friday “the port is shut”.")[0][0] == "“the port is shut”"


def test_sentence_before_a_closing_cue_is_what_is_said() -> None:
    found = told("First pictures from the port are expected within the hour, Lund says.")
    assert [(words, speaker) for words, speaker, _ in found] == [
        ("First pictures from the port are expected within the hour", "Lund")
    ]


def test_who_declines_to_comment_has_said_nothing() -> None:
    assert told("A spokesman for the port declined to comment on the timing.") == []


def test_who_refuses_to_do_something_has_said_nothing() -> None:
    assert told("Striking dockers refused to handle the lines of the cruise ship.") == []


def test_who_could_not_believe_it_has_denied_nothing() -> None:
    assert told("Neighbours could not believe what they read on Monday.") == []


def test_pun_in_capitals_before_a_headlines_colon_is_no_speaker() -> None:
    assert told("The quay is shut.", headline="PORT OF NO CALL: Holiday cruise turned away") == []


@pytest.mark.parametrize("speaker", ["UK PM", "NATO", "Harbour Union"])
def test_an_office_in_short_before_a_headlines_colon_speaks(speaker: str) -> None:
    said = told("The quay is shut.", headline=f"{speaker}: We will not give in to threats")
    assert said == [("We will not give in to threats", speaker, "indirect")]


def test_what_somebody_was_asked_is_not_his_own_question() -> None:
    assert [speaker for _, speaker, _ in told("Asked whether the port was shut, Berg left.")] == []


def test_what_nobody_has_said_is_no_statement() -> None:
    assert told("Nobody has suggested that the captain was drunk.") == []


def test_what_is_turned_down_by_a_decision_is_denied_by_nobody() -> None:
    (turned_down,) = annotate(article("The court rejected the appeal."), ENGLISH).quotes
    assert turned_down.sense == "asserted"
    assert told("Voters rejected the plan for a tunnel.") == []
    assert told("Berg rejected the claim that the tunnel leaks.") != []


@pytest.mark.parametrize(
    "text",
    [
        "Crew members denied the accusations that the ship leaked oil.",
        "Family members denied the claim that he fled.",
        "Party members rejected the allegations.",
        "Shareholders rejected the allegations.",
    ],
)
def test_members_who_deny_what_is_said_of_them_are_quoted(text: str) -> None:
    (denial,) = annotate(article(text), ENGLISH).quotes
    assert denial.sense == "denied"


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("The ministry denied a bid to bribe inspectors.", "denied"),
        ("The court rejected a bid to stop the vote.", "asserted"),
        ("The judge denied the motion.", "asserted"),
        ("The union rejected the ultimatum.", "asserted"),
        ("The kidnappers denied demands for money.", "denied"),
        ("Union members rejected the company's offer of a service.", "asserted"),
        ("Party members rejected a compromise on the harbour.", "asserted"),
        ("Union members rejected the claim that the offer was fair.", "denied"),
        ("Berg denied it: “We were at sea that day.”", "asserted"),
        ("Berg denied “taking bribes” from the firm.", "denied"),
    ],
)
def test_a_bid_is_turned_down_by_who_rejects_it_and_not_by_who_denies_it(
    text: str, sense: str
) -> None:
    (quote,) = annotate(article(text), ENGLISH).quotes
    assert quote.sense == sense


def test_all_told_only_adds_up() -> None:
    assert told("All told, 40 houses burned down in the town.") == []


def test_sum_is_part_of_an_estimate() -> None:
    assert told("Police put the crowd at about 200.") == [
        ("the crowd at about 200", "Police", "indirect")
    ]


def test_answer_is_not_given_to_the_one_who_asked() -> None:
    text = "Anna Berg asked if the port was shut. She said it was shut for good."
    assert ("it was shut for good", "She", "indirect") in told(text)


def test_source_who_asks_not_to_be_named_has_said_what_stands_before() -> None:
    text = "The crane came from Austria, a person close to the port said, asking not to be named."
    assert told(text) == [("The crane came from Austria", "a person close to the port", "indirect")]


def test_answer_after_a_colon_is_his_who_was_asked() -> None:
    (found,) = told("Carl Berg, asked if the port was shut: “Only between Monday and Friday.”")
    assert found[0] == "“Only between Monday and Friday.”"


def test_asks_if_is_a_question() -> None:
    assert told("Lund asks if the port is shut.") == [("if the port is shut", "Lund", "indirect")]


def test_who_questions_somebody_asks_and_says_nothing_that_is_told() -> None:
    assert told("Police questioned the owner of the ferry for six hours.") == []
    assert told("The ministry has dismissed the governor of the province.") == []
    assert told("Berg questioned the figures of the ferry line.") != []


def test_words_between_a_quotation_and_its_speaker_are_his_title() -> None:
    of = article(
        "The firm denied it. “We reported what we knew,” chief financial officer Raj Berg said."
    )
    quote = annotate(of, ENGLISH).quotes[-1]
    assert [of.words(each) for each in quote.content] == ["“We reported what we knew,”"]
    assert quote.speaker is not None
    assert of.words(quote.speaker) == "chief financial officer Raj Berg"


def test_country_before_a_headlines_colon_tells_where_and_says_nothing() -> None:
    headline = "Philippines: 24 dead in ferry sinking"
    assert annotate(article("It sank.", headline=headline), ENGLISH).quotes == ()
    (quote,) = annotate(article("It sank.", headline="Moe: nobody is to blame"), ENGLISH).quotes
    assert quote.kind == "indirect"


def test_who_closes_a_sentence_tells_all_before() -> None:
    found = told(
        "The firm expects costs of 80 million euros, finance chief Per Lund told analysts."
    )
    assert [speaker for _, speaker, _ in found] == ["finance chief Per Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "The toll rose to 21, the Herald reported, citing the county council.",
        "A docker who did not want to give his name told the Herald that the crane was old.",
    ],
)
def test_whom_somebody_cites_and_who_keeps_his_name_are_no_words_of_his(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The company wants to change its name.", "to change its name"),
        ("The family wants to clear his name.", "to clear his name"),
        ("The airline cancelled all flights, citing Storm Kestrel.", "Storm Kestrel"),
        ("The minister cited Iran as a threat to shipping.", "Iran as a threat to shipping"),
    ],
)
def test_who_wants_another_name_and_who_cites_a_storm_says_so(text: str, content: str) -> None:
    assert [words for words, *_ in told(text)] == [content]


def test_what_a_semicolon_ends_is_not_told_by_who_acts_behind_it() -> None:
    text = "The federation wanted 9 percent over one year; the employers had offered 4.5."
    assert {speaker for _, speaker, _ in told(text)} == {"The federation"}


def test_what_nobody_knows_is_told_by_nobody() -> None:
    assert told("Whether the crew saw that forecast is not known.") == []


def test_whom_a_sentence_closes_with_told_all_of_it() -> None:
    text = (
        "Norda knew of the leak in June, three months before it shut the plant, according to a "
        "letter to the council."
    )
    ((words, speaker, _),) = told(text)
    assert words == "Norda knew of the leak in June, three months before it shut the plant"
    assert speaker is not None
    assert speaker.startswith("a letter")


def test_a_title_that_is_cut_at_its_stop_is_the_speakers() -> None:
    found = told("The bridge is open, police chief Lt. Ada Lund told reporters.")
    assert found == [("The bridge is open", "police chief Lt. Ada Lund", "indirect")]
