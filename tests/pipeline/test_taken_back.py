"""A kill that an agency sends after its report, when copies are out already."""

from __future__ import annotations

import json
from pathlib import Path

from twosource.newsroom import Newsroom

TITLE = "Two trains collide near Ostreva"
REPORT = """Two freight trains collided near Ostreva on Tuesday morning and 14 wagons of potash \
went down a bank, the railway inspector Jana Holub said.

The drivers, both from the depot of Kessin, were taken to hospital with broken ribs. A signal at \
the bridge over the Morava had shown green to either of them, Holub said.

The line between Ostreva and Kessin is closed until Friday. Buses take 2,300 commuters past the \
place each day. The last collision there, in 1987, had cost nine lives."""
KILL = f"""Editors: please withdraw the story headlined "{TITLE}", sent on Tuesday. The trains \
met in an exercise of the fire services, which had been announced as such.

No substitute story will be sent on the collision near Ostreva."""
NOTE = "Correction: An earlier version said that buses take 2,300 commuters. It is 3,200."
MENDED = f"{REPORT.replace('2,300', '3,200')}\n\n{NOTE}"


def record(outlet: str, headline: str, text: str, hour: int) -> str:
    url = f"https://{outlet.lower().replace(' ', '-')}.example/{hour}"
    at = f"2026-03-03T{hour:02d}:00:00Z"
    told = {"url": url, "outlet": outlet, "headline": headline, "text": text, "published": at}
    return json.dumps(told) + "\n"


def reprinted(folder: Path) -> Path:
    """Return the file of a report and of its copy at another outlet."""
    first = folder / "first.jsonl"
    first.write_text(
        record("Norda Press", TITLE, REPORT, 8)
        + record("Pelican Post", "Potash down the bank", f"{REPORT}\n\nMore to follow.", 10)
    )
    return first


def test_a_kill_that_comes_later_reaches_the_copies_and_is_told_of(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    first, later = reprinted(tmp_path), tmp_path / "later.jsonl"
    later.write_text(record("Norda Press", f"KILL: {TITLE}", KILL, 15))
    newsroom.add(f"jsonl:{first}")
    [before] = newsroom.stories()
    assert not any("withdrawn at source" in c.flags for c in newsroom.dossier(before.id).claims)
    newsroom.add(f"jsonl:{later}")
    [story] = newsroom.stories()
    dossier = newsroom.dossier(story.id)
    copied = [
        claim
        for claim in dossier.claims
        if any(c.outlet.startswith("pelican") for p in claim.positions for c in p.carriages)
    ]
    assert copied
    assert all("withdrawn at source" in claim.flags for claim in copied)
    assert any("withdrawn at source" in change for change in dossier.changes)
    notes = {each.outlet.name: each.notes for each in dossier.sources if each.role == "copy"}
    assert notes == {
        "Pelican Post": ("carries what Norda Press has withdrawn, in another article",)
    }
    report, notice = (each.article for each in dossier.sources if each.outlet.name == "Norda Press")
    assert f"Norda Press says of it: “KILL: {TITLE}”" in newsroom.why(report, notice).report_why


def test_a_draft_with_a_number_that_its_source_has_corrected_is_not_carried(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    said = "Buses take 2,300 commuters past the place each day."
    first, later = tmp_path / "first.jsonl", tmp_path / "later.jsonl"
    first.write_text(record("Norda Press", TITLE, REPORT, 8))
    later.write_text(record("Norda Press", TITLE, MENDED, 8))
    newsroom.add(f"jsonl:{first}")
    [before] = newsroom.check(said)
    newsroom.add(f"jsonl:{later}")
    [draft] = newsroom.check(said)
    assert before.carried
    assert draft.taken_back == ("2,300",)
    assert not draft.carried


def test_a_draft_that_only_a_killed_report_tells_is_not_carried(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    told = (
        "A signal at the bridge over the Morava had shown green to either of them, Holub said.",
        "Buses take 2,300 commuters past the place each day.",
        "The line between Ostreva and Kessin is closed until Friday.",
    )
    first, later = tmp_path / "first.jsonl", tmp_path / "later.jsonl"
    first.write_text(record("Norda Press", TITLE, REPORT, 8))
    later.write_text(record("Norda Press", f"KILL: {TITLE}", KILL, 15))
    newsroom.add(f"jsonl:{first}")
    assert [newsroom.check(each)[0].carried for each in told] == [True, True, True]
    newsroom.add(f"jsonl:{later}")
    drafts = [newsroom.check(each)[0] for each in told]
    assert not any(each.carried for each in drafts)
    assert drafts[0].withdrawn


def test_a_page_that_corrects_itself_takes_back_what_it_said_before_whatever_is_judged(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    first, later = reprinted(tmp_path), tmp_path / "later.jsonl"
    later.write_text(record("Norda Press", TITLE, MENDED, 8))
    newsroom.add(f"jsonl:{first}")
    newsroom.add(f"jsonl:{later}")
    [story] = newsroom.stories()
    articles = newsroom.articles(story.articles)
    one, other = (each.id for each in articles if each.outlet.startswith("norda"))
    newsroom.judge("independent", one, other)
    dossier = newsroom.dossier(story.id)
    [claim] = [each for each in dossier.claims if "commuters" in each.text.text]
    assert claim.flags == ("withdrawn at source",)
    assert claim.positions[0].value == "3,200"
    assert "Norda Press: now a report, was a report" not in dossier.changes
