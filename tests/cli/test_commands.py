"""Every command as a person types it: what it prints, and the exit code it ends with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.desk import Run, lines
from tests.pipeline.factory import write_page
from twosource.newsroom import open_newsroom

MANY = 400  # pages: three batches of a run


def test_stories_are_listed_with_their_tally(run: Run) -> None:
    done = run("stories", "--store", "news.db")
    assert done.returncode == 0
    assert "Ferry with 187 aground off Kråkvik" in done.stdout
    assert "2 outlets, 1 report" in done.stdout


def test_a_dossier_is_shown_in_each_form_by_the_start_of_its_id(run: Run, story: str) -> None:
    text = run("show", story[:8], "--store", "news.db")
    assert "Ferry with 187 aground off Kråkvik" in text.stdout
    html = run("show", story, "--as", "html", "--store", "news.db")
    assert html.stdout.lower().startswith("<!doctype html")
    exported = json.loads(run("show", story, "--as", "json", "--store", "news.db").stdout)
    assert exported["headline"]["citations"]


def test_a_story_without_others_of_its_matter_stands_alone_in_its_storyline(
    run: Run, story: str
) -> None:
    [alone] = lines(run("storyline", story[:6], "--store", "news.db", "--json"))
    assert alone["id"] == story
    assert f"→ {story[:8]}" in run("storyline", story[:6], "--store", "news.db").stdout


def test_what_only_shows_what_is_held_loads_no_stage_and_no_model(run: Run, story: str) -> None:
    claim = json.loads(run("show", story, "--as", "json", "--store", "news.db").stdout)["claims"][0]
    for words in (
        ("stories",),
        ("show", story),
        ("storyline", story),
        ("lineages",),
        ("changes",),
        ("failures",),
        ("sources",),
        ("why", claim["id"]),
    ):
        done = run(*words, "--store", "news.db", PYTHONPROFILEIMPORTTIME="1")
        assert done.returncode == 0
        loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
        assert "twosource.archive" in loaded
        assert loaded & {"numpy", "spacy", "lxml", "jinja2", "rich", "twosource.newsroom"} == set()


def test_claims_lineages_changes_and_failures_answer_as_json(run: Run, story: str) -> None:
    claims = lines(run("claims", story, "--independence", "strict", "--store", "news.db", "--json"))
    assert {claim["independence"] for claim in claims} == {"strict"}
    lineages = lines(run("lineages", "--store", "news.db", "--json"))
    assert sorted(len(lineage["members"]) for lineage in lineages) == [1, 2]
    changes = lines(run("changes", "--store", "news.db", "--json"))
    assert {change["change"]["kind"] for change in changes} == {"opened"}
    assert lines(run("failures", "--store", "news.db", "--json")) == []


def test_why_names_the_reasons_of_a_copy(run: Run) -> None:
    one, other = (
        f"https://{outlet}.example/ferry-with-187-aground-off-kråkvik"
        for outlet in ("harbour-post", "civic-wire")
    )
    done = run("why", one, other, "--store", "news.db")
    assert done.returncode == 0, done.stderr
    assert "one story" in done.stdout
    assert "one report: verbatim" in done.stdout
    assert "the second was made from the first" in done.stdout


def test_a_copy_of_which_nobody_knows_the_original_is_told_as_such(run: Run, place: Path) -> None:
    text = "The harbour of Aldby stays closed until Friday, its master Ada Lund said at noon. " * 8
    records = [{"id": name, "headline": name, "text": text} for name in ("one", "other")]
    (place / "two.jsonl").write_text("\n".join(map(json.dumps, records)))
    run("add", "two.jsonl", "--store", "two.db")
    why = run("why", "one", "other", "--store", "two.db").stdout
    assert "nothing tells which of the two came first" in why
    assert "or the other way round" in run("lineages", "--store", "two.db").stdout


def test_why_a_story_says_what_its_articles_share_and_what_each_is_most_like(
    run: Run, story: str
) -> None:
    told = run("why", story[:8], "--store", "news.db").stdout
    assert "Kråkvik" in told.splitlines()[2]
    found = lines(run("why", story, "--store", "news.db", "--json"))[0]
    held = {each["article"] for each in found["bond"]["held"]}
    assert held == set(found["story"]["articles"])


def test_why_a_claim_shows_every_passage_that_carries_it(run: Run, story: str) -> None:
    [first, *_] = lines(run("claims", story, "--store", "news.db", "--json"))
    claim = first["claim"]
    told = run("why", claim["id"][:8], "--store", "news.db").stdout
    passages = [c["citation"] for p in claim["positions"] for c in p["carriages"]]
    assert passages
    for passage in passages:
        assert passage["url"] in told
        assert passage["words"].split()[0] in told
    numbered = [line for line in told.splitlines() if line.startswith("[")]
    cited = {*(each["article"] for each in (*passages, *claim["text"]["citations"]))}
    assert len(numbered) == len(cited)
    unknown = run("why", "ffffffff", "--store", "news.db")
    assert (unknown.returncode, "twosource claims" in unknown.stderr) == (1, True)


def test_check_answers_no_by_its_exit_code(run: Run) -> None:
    known = run(
        "check",
        "Ferry Solvanna ran aground off Kråkvik with 187 passengers.",
        "--store",
        "news.db",
    )
    assert known.returncode == 0, known.stdout
    unknown = run("check", "The moon was bought by a dentist.", "--store", "news.db")
    assert unknown.returncode == 1
    assert "no report in the store carries this" in unknown.stdout


def test_check_names_all_values_where_reports_differ(run: Run, place: Path) -> None:
    told = "The ferry Marisol sank off Tarvik on Tuesday with {} people on board, the owner said."
    more = "Boats searched the bay of Tarvik until the evening, and the harbour stayed closed."
    with (place / "differ.jsonl").open("w") as file:
        for outlet, count in (("north", 35), ("south", 53)):
            text = f"{told.format(count)}\n\n{more}"
            record = {"id": outlet, "outlet": outlet, "headline": "Ferry Marisol sinks"}
            file.write(json.dumps({**record, "text": text, "published": "2026-02-10"}) + "\n")
    assert run("add", "differ.jsonl", "--store", "differ.db").returncode == 0
    checked = run("check", told.format(53), "--store", "differ.db").stdout
    assert "reports differ: 35; 53" in checked or "reports differ: 53; 35" in checked
    agreed = run("check", "The moon was bought by a dentist.", "--store", "differ.db").stdout
    assert "reports differ" not in agreed


def test_extract_and_annotate_print_one_object_an_article(run: Run) -> None:
    page = "pages/capital-ledger-zembla-passes-budget-of-4.2-billion-crowns.html"
    [extracted] = lines(run("extract", page, "--json"))
    assert extracted["path"] == page
    assert extracted["headline"] == "Zembla passes budget of 4.2 billion crowns"
    assert len(extracted["paragraphs"]) == 3
    [marked] = lines(run("annotate", page, "--json"))
    words = [marked["text"][m["start"] : m["end"]] for m in marked["mentions"]]
    assert "Oskar Lindqvist" in words
    assert any(figure["value"] == 4.2e9 for figure in marked["figures"])


def test_a_page_that_gives_no_article_comes_back_with_its_path(run: Run, place: Path) -> None:
    (place / "sub").mkdir()
    (place / "sub" / "empty.html").write_text("<p></p>")
    done = run("extract", "sub/empty.html", "--json")
    refused = json.loads(done.stdout)
    assert (done.returncode, refused["path"]) == (1, "sub/empty.html")
    assert "running text" in refused["error"]


def test_annotate_marks_a_record_in_its_own_text_under_its_own_id(run: Run, place: Path) -> None:
    text = "Cafe\u0301s  closed.\r\n\r\n\r\n“We left at six,”  said Oskar   Lindqvist."
    record = {"id": "b7", "url": "https://courier.example/b7", "text": text}
    (place / "one.jsonl").write_text(json.dumps(record))
    [marked] = lines(run("annotate", "one.jsonl", "--json"))
    assert (marked["id"], marked["text"]) == ("b7", text)
    [quote] = marked["quotes"]
    said, speaker = (text[at["start"] : at["end"]] for at in (quote, quote["speaker"]))
    assert (said, speaker) == ("“We left at six,”", "Oskar   Lindqvist")


def test_verify_passes_what_stands_and_names_what_was_changed(
    run: Run, place: Path, story: str
) -> None:
    assert run("verify", "--store", "news.db").returncode == 0
    exported = run("show", story, "--as", "json", "--store", "news.db").stdout
    (place / "dossier.json").write_text(exported)
    assert run("verify", "dossier.json", "--store", "news.db").returncode == 0
    (place / "forged.json").write_text(
        exported.replace("with 187 passengers", "with 181 passengers")
    )
    forged = run("verify", "forged.json", "--store", "news.db")
    assert forged.returncode == 1
    assert "181 passengers" in forged.stdout


def test_a_verdict_is_kept_and_a_wrong_one_explained(run: Run) -> None:
    wrong = run("judge", "perhaps", "a", "b", "--store", "news.db")
    assert wrong.returncode == 2
    assert "independent" in wrong.stderr
    unknown = run("judge", "same", "a", "b", "--store", "news.db")
    assert unknown.returncode == 1


def test_articles_that_a_verdict_moves_are_listed(run: Run, place: Path, story: str) -> None:
    with open_newsroom(f"sqlite:{place / 'news.db'}") as newsroom:
        post, wire = newsroom.story(story).articles
    parted = run("judge", "different", post, wire, "--store", "news.db").stdout.splitlines()
    joined = run("judge", "same", post, wire, "--store", "news.db").stdout.splitlines()
    assert parted[0] == "Kept. 2 dossiers changed."
    assert parted[1].endswith(f", parted from {story[:8]}, has 1 article:")
    assert parted[2:] == [f"    {wire[:8]}  civic-wire.example: Ferry with 187 aground off Kråkvik"]
    assert joined[1] == f"Story {story[:8]} has all of {parted[1].split()[1][:8]} now, 1 article:"


def test_two_stories_are_asked_about_and_judged_by_their_own_ids(run: Run) -> None:
    held = lines(run("stories", "--store", "news.db", "--json"))
    one, other = (str(story["id"])[:8] for story in held)
    assert "two stories" in run("why", one, other, "--store", "news.db").stdout
    assert run("judge", "related", one, other, "--store", "news.db").stdout == (
        "Kept. 2 dossiers changed.\n"
    )
    assert len(lines(run("storyline", one, "--store", "news.db", "--json"))) == 2
    assert run("judge", "unrelated", one, other, "--store", "news.db").returncode == 0
    assert len(lines(run("storyline", one, "--store", "news.db", "--json"))) == 1
    copies = run("judge", "copy", one, other, "--store", "news.db")
    assert (copies.returncode, "no article" in copies.stderr) == (1, True)


def test_informants_are_judged_by_the_names_that_a_claim_shows(run: Run, story: str) -> None:
    named = [
        (row["claim"]["id"][:8], carriage["informant"]["name"])
        for row in lines(run("claims", story, "--store", "news.db", "--json"))
        for position in row["claim"]["positions"]
        for carriage in position["carriages"]
        if carriage["informant"]["kind"] == "body"
    ]
    claim, name = named[0]
    one = run("judge", "informant", claim, "same", name.upper(), name, "--store", "news.db")
    assert (one.returncode, "of one informant" in one.stderr) == (2, True)
    unknown = run("judge", "informant", claim, "same", name, "Nobody", "--store", "news.db")
    assert "'Nobody'; its informants are: " in unknown.stderr


def test_who_is_not_stated_is_no_informant_to_be_judged(run: Run, story: str) -> None:
    claim = next(
        row["claim"]["id"][:8]
        for row in lines(run("claims", story, "--store", "news.db", "--json"))
        for position in row["claim"]["positions"]
        for carriage in position["carriages"]
        if carriage["informant"]["kind"] == "unstated"
    )
    refused = run("judge", "informant", claim, "same", "unstated", "police", "--store", "news.db")
    assert "no informant of that claim 'unstated'" in refused.stderr


def test_doctor_lists_the_model_and_what_is_held(run: Run) -> None:
    done = run("doctor", "--store", "news.db", "--json")
    found = {row["what"]: row["found"] for row in lines(done)}
    assert found["held: articles"] == "3"
    assert "en_core_web" in found["english model"]


def test_an_interrupt_keeps_what_was_done_and_the_next_run_goes_on(
    run: Run, tmp_path: Path
) -> None:
    pages = tmp_path / "many"
    pages.mkdir()
    for number in range(MANY):
        text = (f"The council of Zembla met for the {number}th time on Tuesday.", "It voted. " * 30)
        write_page(pages, "post", text, headline=f"Council meeting {number} in Zembla")
    store = f"sqlite:{tmp_path / 'many.db'}"
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "twosource",
            "add",
            str(pages),
            "--only",
            "extract",
            "--store",
            store,
        ],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    while not process.stderr.readline().startswith("reading: 1"):
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGINT)
    told = process.stderr.read()
    assert process.wait(30) == 130
    assert "Traceback" not in told
    with open_newsroom(store) as newsroom:
        held = dict(newsroom.counts())["articles"]
    assert 0 < held < MANY
    done = run("add", str(pages), "--only", "extract", "--store", store, "--json")
    assert lines(done)[0]["known"] == held
    assert lines(done)[0]["articles"] == MANY - held


def test_stories_that_an_interrupted_run_left_undone_are_counted(run: Run) -> None:
    run("add", "pages", "--only", "stories", "--store", "undone.db")
    listed = run("stories", "--store", "undone.db")
    assert (listed.returncode, listed.stdout) == (0, "")
    assert listed.stderr == "2 stories not composed yet; twosource update does it\n"
