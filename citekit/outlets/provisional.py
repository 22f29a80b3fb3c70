"""Outlets that no registry knows, made up from what their address says."""

from __future__ import annotations

import re

from citekit.model import Outlet
from citekit.text.urls.hosts import domain_of, site_of
from citekit.text.urls.parts import Parts
from citekit.text.urls.tables import blog_hosts, page_hosts

_NOT_ID = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """An id made of a name: lower-case letters and figures, joined by hyphens.

    >>> slug("cn-healthcare.com"), slug("medium.com/@Al")
    ('cn-healthcare-com', 'medium-com-al')
    """
    return _NOT_ID.sub("-", text.lower()).strip("-")


def provisional(parts: Parts, parent: Outlet | None = None) -> Outlet:
    """An outlet named after its site: the registered domain, or the blog on a shared host.

    `parent` is the registered outlet that runs the host, where there is one.

    >>> made = provisional(Parts("https", "www.cn-healthcare.com", "/article/1", "", ""))
    >>> made.name, made.domain, made.provisional
    ('cn-healthcare.com', 'cn-healthcare.com', True)
    """
    name = site_of(parts) or parts.host.removeprefix("www.")
    host = name.partition("/")[0]
    shared = domain_of(host) in blog_hosts() or host in page_hosts()
    kind = "blog" if shared and (parent is None or parent.kind not in ("government", "parliament")) else None
    return Outlet(
        id=slug(name),
        name=name,
        domain=host,
        kind=kind or (parent.kind if parent else None),
        country=parent.country if parent and kind is None else None,
        domains=(name,),
        parent=parent.id if parent else None,
        csl_type="post-weblog" if kind else "webpage",
        bibtex_type="misc",
        provisional=True,
    )
