"""The whole dossier: every block there, every sentence cited, equal material giving equal bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stages.dossier.stories import Copied, Counted, Report, Said, material_of
from twosource.canonical import from_bytes, to_bytes
from twosource.model.dossier import Dossier
from twosource.model.identity import ArticleId, Digest
from twosource.model.material import StoryMaterial
from twosource.settings import DossierSettings
from twosource.stages.dossier import compose, draft_extractive

SETTINGS = DossierSettings()
LONG = " ".join(["The crew swept the deck and counted the ropes once more before supper."] * 12)


def herald(toll: int = 14, after: float = 0.0) -> Report:
    """Return an own report with a toll that the police give."""
    return Report(
        outlet="herald",
        text=f"The ferry Marit ran aground off Stord on Tuesday evening in a storm.\n\n"
        f"{toll} people were injured, the police said.\n\n{LONG}",
        said=(Said(words=f"{toll} people were injured", by="the police"),),
        counted=(Counted(words=f"{toll} people", value=toll, of="injured", unit="person"),),
        after=after,
    )


POST = Report(
    outlet="post",
    text="Fourteen people were hurt on a Norwegian ferry, the hospital in Stord said.\n\n" + LONG,
    said=(
        Said(words="Fourteen people were hurt on a Norwegian ferry", by="the hospital in Stord"),
    ),
    counted=(Counted(words="Fourteen people", value=14, of="injured", unit="person"),),
    after=1,
)
COPY = Report(
    outlet="hub",
    text="The ferry Marit ran aground off Stord on Tuesday evening in a storm.\n\n"
    "14 people were injured, the police said.\n\nSource link",
    said=(Said(words="14 people were injured", by="the police"),),
    counted=(Counted(words="14 people", value=14, of="injured", unit="person"),),
    after=2,
)
COLUMN = Report(outlet="mallard", text=f"Ships should stay at home.\n\n{LONG}", genre="opinion")
BRIEF = Report(outlet="times", text="A ferry is aground off Stord, and the storm goes on.", after=3)


def story() -> StoryMaterial:
    """Return two own reports, a copy, a column and a brief."""
    copies = (Copied(copy=2, of=0, aligned=((0, 0), (1, 1)), kind="verbatim"),)
    return material_of(herald(), POST, COPY, COLUMN, BRIEF, copies=copies)


def dossier_of(material: StoryMaterial) -> Dossier:
    """Return the dossier that the extractive draft makes of a story."""
    return compose(material, draft_extractive(material, SETTINGS), Digest("recipe"), SETTINGS)


def test_equal_material_gives_equal_bytes() -> None:
    assert to_bytes(dossier_of(story())) == to_bytes(dossier_of(story()))


def test_the_line_under_the_headline_counts_outlets_reports_and_informants() -> None:
    assert dossier_of(story()).tally.text == "4 outlets, 3 reports, 2 informants"


def test_every_sentence_of_headline_and_summary_has_a_label_and_stands_in_its_source() -> None:
    dossier = dossier_of(story())
    assert dossier.summary
    for sentence in (dossier.headline, *dossier.summary):
        assert sentence.label is not None
        assert sentence.text == " ".join(sentence.citations[0].words.split())


def test_a_sentence_that_makes_a_corroborated_claim_says_so() -> None:
    material = story()
    draft = draft_extractive(material, SETTINGS)
    herald_article = next(a for a in material.articles if a.article.outlet == "herald")
    tolled = replace(draft, summary=((herald_article.article.id, herald_article.sentences[1]),))
    dossier = compose(material, tolled, Digest("recipe"), SETTINGS)
    label = dossier.summary[0].label
    assert label is not None
    assert label.text == "corroborated: 2 reports, 2 informants"


def witness(toll: int, after: float) -> Report:
    """Return a report with a toll that a bystander gives."""
    words = f"{toll} people were injured on the ferry off Stord"
    return Report(
        outlet="beacon",
        text=f"{words}, the baker Runa Lie said.\n\n{LONG}",
        said=(Said(words=words, by="the baker Runa Lie"),),
        counted=(Counted(words=f"{toll} people", value=toll, of="injured", unit="person"),),
        after=after,
    )


def test_who_gives_another_value_is_not_called_corroborated_with_the_rest() -> None:
    material = material_of(herald(), POST, witness(17, after=0.5))
    beacon = next(a for a in material.articles if a.article.outlet == "beacon")
    draft = replace(
        draft_extractive(material, SETTINGS),
        summary=((beacon.article.id, beacon.sentences[0]),),
    )
    dossier = compose(material, draft, Digest("recipe"), SETTINGS)
    [claim] = [c for c in dossier.claims if len(c.positions) == 2]
    assert claim.positions[0].label.kind == "corroborated"
    assert [each.label.kind for each in dossier.summary if each.label] == ["one report"]


def test_a_reason_names_for_each_informant_the_outlet_that_has_it_from_there() -> None:
    vague = replace_said(witness(14, after=-1), "officials")
    dossier = dossier_of(material_of(vague, herald(), POST))
    [claim] = [c for c in dossier.claims if c.label.kind == "corroborated"]
    assert claim.reasons[0] == (
        "Post has it from the hospital in Stord, Herald has it from the police."
    )


def replace_said(report: Report, by: str) -> Report:
    """Return a report with its words in another's mouth."""
    [said] = report.said
    text = report.text.replace(said.by, by)
    return replace(report, text=text, said=(replace(said, by=by),))


def test_another_value_is_said_to_be_told_before_or_later_by_its_time() -> None:
    bare = replace(witness(17, after=0.5), said=())
    dossier = dossier_of(
        material_of(herald(), POST, replace_words(bare, ", the baker Runa Lie said"))
    )
    claim = next(c for c in dossier.claims if len(c.positions) == 2)
    row = next(each for each in dossier.left_out if each.claim == claim.id)
    whys = {str(cell.outlet): cell.why for cell in row.cells}
    assert (claim.positions[0].value, whys["beacon"]) == ("14", "gives 17, which was told later")


def replace_words(report: Report, words: str) -> Report:
    """Return a report without some of its words."""
    return replace(report, text=report.text.replace(words, ""))


def test_sources_stand_by_independence_then_time() -> None:
    sources = dossier_of(story()).sources
    roles = [each.role for each in sources]
    assert roles == ["report", "report", "report", "report", "copy"]
    times = [str(each.published) for each in sources if each.role == "report"]
    assert times == sorted(times)
    assert sources[-1].of == "Herald"
    assert sources[-1].derivation == "verbatim"


def test_silence_is_only_called_not_found_where_a_report_could_have_told_it() -> None:
    dossier = dossier_of(story())
    toll = next(
        c for c in dossier.claims if "14 people" in c.text.text or "Fourteen" in c.text.text
    )
    row = next(each for each in dossier.left_out if each.claim == toll.id)
    states = {str(cell.outlet): (cell.state, cell.why) for cell in row.cells}
    assert states["herald"] == ("carries", "")
    assert states["post"] == ("carries", "")
    assert states["mallard"] == ("not comparable", "opinion")
    assert states["times"] == ("not comparable", "a brief")
    assert "hub" not in states


def test_a_report_is_cited_by_its_own_passage_and_not_by_its_copys() -> None:
    copy = replace_words(COPY, " in a storm")  # what follows stands further up than in the origin
    aligned = Copied(copy=1, of=0, aligned=((1, 1),), kind="excerpt")
    dossier = dossier_of(material_of(herald(), copy, POST, copies=(aligned,)))
    cited = [
        cell.citation.outlet for row in dossier.left_out for cell in row.cells if cell.citation
    ]
    assert {str(each) for each in cited} == {"herald", "post"}


def test_a_report_published_before_the_claim_came_up_is_not_comparable() -> None:
    early = Report(outlet="dawn", text=f"The ferry Marit is late.\n\n{LONG}", after=-5)
    silent = Report(outlet="dusk", text=f"The ferry Marit is still late.\n\n{LONG}", after=5)
    dossier = dossier_of(material_of(herald(), early, silent))
    toll = next(claim for claim in dossier.claims if "14 people" in claim.text.text)
    row = next(each for each in dossier.left_out if each.claim == toll.id)
    states = {str(cell.outlet): (cell.state, cell.why) for cell in row.cells}
    assert states["dawn"] == ("not comparable", "published earlier")
    assert states["dusk"] == ("not found", "")


def test_two_tolls_at_odds_contradict_each_other_report_by_report() -> None:
    other = replace(replace_toll(POST, 19), after=0.0)
    dossier = dossier_of(material_of(herald(), other))
    toll = next(claim for claim in dossier.claims if "disputed" in claim.flags)
    row = next(each for each in dossier.left_out if each.claim == toll.id)
    assert sorted(cell.state for cell in row.cells) == ["carries", "contradicts"]


def test_as_of_is_the_time_of_the_newest_article() -> None:
    material = story()
    newest = max(each.article.published for each in material.articles if each.article.published)
    assert dossier_of(material).as_of == newest


def replace_toll(report: Report, value: int) -> Report:
    """Return a report with another toll."""
    return replace(
        report,
        text=report.text.replace("Fourteen", str(value)),
        said=tuple(
            replace(each, words=each.words.replace("Fourteen", str(value))) for each in report.said
        ),
        counted=(Counted(words=f"{value} people", value=value, of="injured", unit="person"),),
    )


def test_what_one_report_alone_tells_is_never_crowded_out() -> None:
    dry = Said(words="The engine room was dry", by="the coast guard")
    alone = Report(
        outlet="coast",
        text=f"{LONG}\n\nThe engine room was dry, the coast guard said.",
        said=(dry,),
    )
    material = material_of(herald(), POST, alone)
    crowded = replace(SETTINGS, most_claims=1, most_alone=1)
    dossier = compose(material, draft_extractive(material, crowded), Digest("recipe"), crowded)
    assert [each.label.reports > 1 for each in dossier.claims] == [True, False]
    assert dossier.claims_in_all == len(dossier_of(material).claims) > 2


WHOLE = material_of(herald(), POST, COLUMN, BRIEF)


def of_these(articles: Sequence[ArticleId]) -> StoryMaterial:
    """Return the material of the story as it was when only these articles had come."""
    return replace(
        WHOLE,
        story=replace(WHOLE.story, articles=tuple(articles)),
        articles=tuple(each for each in WHOLE.articles if each.article.id in articles),
        lineages=tuple(each for each in WHOLE.lineages if set(each.members) <= set(articles)),
        entity_mentions=tuple(e for e in WHOLE.entity_mentions if e.article in articles),
    )


@settings(max_examples=8)
@given(st.permutations(WHOLE.story.articles))
def test_a_story_that_has_grown_has_the_dossier_of_one_that_is_read_at_once(
    arrivals: Sequence[ArticleId],
) -> None:
    for count in range(1, len(arrivals)):
        dossier_of(of_these(arrivals[:count]))
    never_read = from_bytes(to_bytes(WHOLE), StoryMaterial)
    assert to_bytes(dossier_of(WHOLE)) == to_bytes(dossier_of(never_read))
