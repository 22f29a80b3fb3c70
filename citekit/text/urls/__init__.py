"""URLs: what they lead to, what they name, whose they are, and when two are the same.

Nothing here touches the network, and nothing raises on any string. The facts (trackers, redirects,
shorteners, blog hosts) are in `citekit/data/url_*.txt`; the shapes of posts, videos, papers and records, each
with an example, in `social`, `media`, `scholarly` and `records`.
"""

from citekit.text.urls.canonical import canonical
from citekit.text.urls.dated import date_in
from citekit.text.urls.hosts import host, registered_domain, site
from citekit.text.urls.identifying import Identity, identify
from citekit.text.urls.judging import is_goods, is_home, is_listing, is_profile, is_share
from citekit.text.urls.unwrapping import Unwrapped, unwrap

__all__ = [
    "Identity",
    "Unwrapped",
    "canonical",
    "date_in",
    "host",
    "identify",
    "is_goods",
    "is_home",
    "is_listing",
    "is_profile",
    "is_share",
    "registered_domain",
    "site",
    "unwrap",
]
