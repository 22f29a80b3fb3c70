"""A bibliography into a Zotero over the road that was chosen."""

from __future__ import annotations

from collections.abc import Callable

from citekit.bibliography import Bibliography
from citekit.export.kinds import kind_of
from citekit.zotero import connector, local, web
from citekit.zotero.api import Library
from citekit.zotero.errors import NotRunningError, RejectedError
from citekit.zotero.facts import facts
from citekit.zotero.http import Http
from citekit.zotero.plan import article_work, plan
from citekit.zotero.push import Outcome, Report, push
from citekit.zotero.rehearsal import rehearsal
from citekit.zotero.roads import Roads, Via

Say = Callable[[str], None]
"""Called with what the user should know now."""


def library(
    road: Via, roads: Roads, http: Http, say: Say, *, group: int | None = None, writing: bool = True
) -> Library:
    """The library at the end of a road ("local" or "web"); `http` leads to the Zotero on this machine."""
    if road == "web":
        return web.library(group=group, writing=writing)
    if roads.running is None:
        raise NotRunningError(roads.trouble)
    return local.library(http, roads.running, group=group, say=say)


def send(
    bibliography: Bibliography,
    road: Via,
    roads: Roads,
    http: Http,
    *,
    group: int | None = None,
    collection: str | None = None,
    update: bool = False,
    again: bool = False,
    dry_run: bool = False,
    report: Report = lambda what, done, of: None,
    say: Say = lambda words: None,
) -> Outcome:
    """Push `bibliography` over `road`; with `dry_run` the outcome says what would be done, and nothing is.

    The options are those of `push.push` and `connector.push`. Raises errors of `citekit.zotero.errors`.
    """
    if road == "connector":
        if group:
            raise RejectedError(
                "the connector saves to the library that is selected in Zotero, not to a group by its id"
            )
        return _over_connector(bibliography, roads, http, collection, again, dry_run, report, say)
    there = library(road, roads, http, say, group=group, writing=not dry_run)
    articles = [article_work(document) for document in bibliography.documents]
    types = {kind_of(work).item for work in (*bibliography.works, *articles)}
    known = there.facts(facts(), sorted(types))
    target = rehearsal(there) if dry_run else there
    return push(plan(bibliography, known), target, known, above=collection, update=update, report=report)


def _over_connector(
    bibliography: Bibliography,
    roads: Roads,
    http: Http,
    collection: str | None,
    again: bool,
    dry_run: bool,
    report: Report,
    say: Say,
) -> Outcome:
    running = roads.running
    if running is None:
        raise NotRunningError(roads.trouble)
    reading = local.library(http, running, say=say) if running.api in ("read", "write") else None
    if reading is None:
        say("citekit cannot look into the library, and only knows what it sent there itself")
    say(connector.LOSSES)
    wanted = plan(bibliography, facts(), major=running.major)
    return connector.push(
        wanted, http, reading=reading, target=collection, again=again, dry_run=dry_run, report=report, say=say
    )
