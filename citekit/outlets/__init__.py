"""Who publishes where: outlets by address, name and handle.

The data are `citekit/data/outlets/*.rec`, one file a country, and `citekit/data/outlet_ambiguity.rec`; `make
outlets` sorts and checks them. No look-up touches the network.
"""

from citekit.outlets.ambiguity import Ambiguity
from citekit.outlets.layers import default_registry, registry
from citekit.outlets.mentions import Mention
from citekit.outlets.registry import Registry

__all__ = ["Ambiguity", "Mention", "Registry", "default_registry", "registry"]
