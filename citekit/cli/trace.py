"""`citekit trace`: the chain of sources by which words came into an article."""

from __future__ import annotations

import click

from citekit.cli.sources import Documents, takes_sources
from citekit.output import write


@click.command("trace", options_metavar='[OPTIONS] "WORDS"')
@takes_sources
@click.option("--work", metavar="KEY", help="Trace a cited work by its key; then there are no WORDS.")
@click.option("--format", "form", type=click.Choice(["tree", "json"]), default="tree", show_default=True)
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="Where to write; standard output by default."
)
def command(documents: Documents, work: str | None, form: str, output: str) -> None:
    """By which chain of sources quoted words came: citekit trace "some words" SOURCE...

    Each article that has the words is the root of a tree; inside it stands what it quotes them from, inside
    that what they are quoted from there, to the source that has them from nobody. With --work KEY the tree
    leads to a work, whatever its words.
    """
    from citekit.export.traces import as_json, as_tree
    from citekit.graph.trace import trace_words, trace_work

    words = None
    if work is None:
        words, *rest = documents.sources
        documents.sources = tuple(rest)
        if not rest:
            raise click.UsageError('Name the words and where to look: citekit trace "some words" SOURCE...')
    corpus = documents.corpus()
    traces = trace_words(corpus, words) if words is not None else trace_work(corpus, work or "")
    if not traces:
        sought = f"the words {words!r}" if words is not None else f"a work with the key {work!r}"
        click.echo(f"citekit: no article has {sought}", err=True)
    write(output, as_json(traces) if form == "json" else as_tree(traces))
