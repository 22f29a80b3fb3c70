"""The shapes of papers and books: DOI, arXiv, SSRN, PubMed, ISBN ..."""

from __future__ import annotations

from citekit.text.urls.shapes import arxiv_time, biorxiv_time, shape

_DOI = r"(?P<id>10\.\d{4,9}/[^\s\"<>?#]+)"
_PUBMED = "pubmed.ncbi.nlm.nih.gov ncbi.nlm.nih.gov"
_PMC = "pmc.ncbi.nlm.nih.gov ncbi.nlm.nih.gov europepmc.org"
_AMAZON = " ".join(
    f"amazon.{end}" for end in ("com", "co.uk", "de", "fr", "es", "it", "ca", "com.br", "com.au", "nl", "in")
)
_BOOKS = " ".join(
    f"books.google.{end}" for end in ("com", "co.uk", "de", "fr", "es", "it", "ca", "com.br", "nl")
)

SCHOLARLY = (
    shape(
        "arxiv",
        "arxiv",
        "doi.org",
        r"/10\.48550/(?i:arxiv)\.(?P<id>[\w.-]+(?:/\d{7})?)",
        "https://doi.org/10.48550/arXiv.1911.00001",
        "https://arxiv.org/abs/{id}",
        arxiv_time,
        True,
    ),
    shape(
        "ssrn",
        "ssrn",
        "doi.org",
        r"/10\.2139/ssrn\.(?P<id>\d+)",
        "https://doi.org/10.2139/ssrn.3458231",
        "https://ssrn.com/abstract={id}",
    ),
    shape(
        "nber",
        "nber",
        "doi.org",
        r"/10\.3386/(?P<id>w\d+)",
        "https://doi.org/10.3386/w26463",
        "https://nber.org/papers/{id}",
    ),
    shape(
        "doi",
        "doi",
        "doi.org hdl.handle.net",
        "/" + _DOI,
        "https://doi.org/10.1073/pnas.1305499111",
        "https://doi.org/{id}",
        biorxiv_time,
        True,
    ),
    shape(
        "handle",
        "handle",
        "hdl.handle.net",
        r"/(?P<id>[\d.]+/[^\s?#]+)",
        "http://hdl.handle.net/10986/32437",
        "https://hdl.handle.net/{id}",
    ),
    shape(
        "biorxiv",
        "doi",
        "biorxiv.org medrxiv.org connect.biorxiv.org connect.medrxiv.org",
        r"/(?:cgi/)?content/(?:early/\d{4}/\d\d/\d\d/)?(?P<id>10\.1101/(?:\d{4}\.\d\d\.\d\d\.)?\d+)(?:v\d+)?(?=$|[./?#])",
        "https://www.biorxiv.org/content/10.1101/2020.01.30.927871v2.full",
        "https://doi.org/{id}",
        biorxiv_time,
    ),
    shape(
        "arxiv",
        "arxiv",
        "arxiv.org export.arxiv.org ar5iv.org ar5iv.labs.arxiv.org",
        r"/(?:abs|pdf|html|format|ps|e-print)/(?P<id>(?:[a-z.-]+/\d{7}|\d{4}\.\d{4,5}))(?:v\d+)?",
        "https://arxiv.org/pdf/1911.00001v2.pdf",
        "https://arxiv.org/abs/{id}",
        arxiv_time,
        True,
    ),
    shape(
        "ssrn",
        "ssrn",
        "ssrn.com papers.ssrn.com",
        r"/(?:abstract=|sol3/papers\.cfm\?(?:[^#]*&)?abstract(?:_?id)?=|sol3/Delivery\.cfm\?(?:[^#]*&)?abstractid=)(?P<id>\d+)",
        "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3458231",
        "https://ssrn.com/abstract={id}",
    ),
    shape(
        "pubmed",
        "pubmed",
        _PUBMED,
        r"/(?:pubmed/(?:\?term=)?)?(?P<id>\d{4,9})(?=$|[/?#])",
        "https://www.ncbi.nlm.nih.gov/pubmed/31727139",
        "https://pubmed.ncbi.nlm.nih.gov/{id}",
    ),
    shape(
        "pmc",
        "pmc",
        _PMC,
        r"/(?:pmc/)?(?:articles?)/(?P<id>PMC\d+)",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6854567/",
        "https://pmc.ncbi.nlm.nih.gov/articles/{id}",
    ),
    shape(
        "jstor",
        "jstor",
        "jstor.org",
        r"/stable/(?:pdf/)?(?!10\.)(?P<id>\w+)",
        "https://www.jstor.org/stable/40401234?seq=1",
        "https://jstor.org/stable/{id}",
    ),
    shape(
        "muse",
        "muse",
        "muse.jhu.edu",
        r"/(?P<id>(?:article|book|chapter)/\d+)",
        "https://muse.jhu.edu/article/123456/pdf",
        "https://muse.jhu.edu/{id}",
    ),
    shape(
        "nber",
        "nber",
        "nber.org",
        r"/(?:papers/|system/files/working_papers/)(?P<id>w\d+)",
        "https://www.nber.org/papers/w26463.pdf",
        "https://nber.org/papers/{id}",
    ),
    shape(
        "semanticscholar",
        "paper",
        "semanticscholar.org api.semanticscholar.org",
        r"/(?:paper/(?:[^/?#]+/)?(?P<id>[0-9a-f]{40})|CorpusID:(?P<code>\d+))",
        "https://www.semanticscholar.org/paper/Title/649def34f8be52c8b66281af98ae884c09aef38b",
    ),
    shape(
        "openalex",
        "paper",
        "openalex.org api.openalex.org",
        r"/(?:works/)?(?P<id>[Ww]\d+)",
        "https://openalex.org/W2741809807",
    ),
    shape(
        "zenodo",
        "dataset",
        "zenodo.org",
        r"/records?/(?P<id>\d+)",
        "https://zenodo.org/record/3523321",
        "https://doi.org/10.5281/zenodo.{id}",
    ),
    shape(
        "osf",
        "preprint",
        "osf.io",
        r"/(?:preprints/\w+/)?(?P<id>[a-z0-9]{5})(?:_v\d+)?(?=$|[/?#])",
        "https://osf.io/preprints/socarxiv/abcd5/",
    ),
    shape(
        "google-books",
        "book",
        _BOOKS,
        r"/books(?:/[^?#]*)?\?(?:[^#]*&)?id=(?P<id>[\w-]{12})",
        "https://books.google.de/books?id=abcDEF12345x&pg=PA12",
        "https://books.google.com/books?id={id}",
    ),
    shape(
        "google-books",
        "book",
        "google.com google.co.uk",
        r"/books/edition/[^/]+/(?P<id>[\w-]{12})",
        "https://www.google.com/books/edition/Title/abcDEF12345x?gbpv=1",
        "https://books.google.com/books?id={id}",
    ),
    shape(
        "internet-archive",
        "book",
        "archive.org",
        r"/(?:details|stream|download|embed)/(?P<id>[\w.-]+)",
        "https://archive.org/details/staterevolution00leni/page/n5",
        "https://archive.org/details/{id}",
    ),
    shape(
        "worldcat",
        "book",
        "worldcat.org search.worldcat.org",
        r"/(?:title/(?:[^/]+/)?)?(?P<id>(?:oclc|isbn)/\w+)",
        "https://www.worldcat.org/oclc/12345",
        "https://worldcat.org/{id}",
    ),
    shape(
        "amazon",
        "book",
        _AMAZON,
        r"/(?:[^/?#]+/)?(?:dp|gp/product|exec/obidos/ASIN|o/ASIN)/(?P<id>\d{9}[\dXx])(?=$|[/?#])",
        "https://www.amazon.com/State-Revolution/dp/0140184351/ref=sr_1_1",
        "https://amazon.com/dp/{id}",
    ),
    shape(
        "goodreads",
        "book",
        "goodreads.com",
        r"/book/show/(?P<id>\d+)",
        "https://www.goodreads.com/book/show/12345.State_and_Revolution",
        "https://goodreads.com/book/show/{id}",
    ),
    shape(
        "marxists",
        "book",
        "marxists.org",
        r"/(?P<id>archive/[\w-]+/works/[\w/-]+?)(?:/index)?(?:\.html?|/?$|/?#)",
        "https://www.marxists.org/archive/lenin/works/1917/staterev/index.htm",
    ),
)
"""Papers, preprints, data sets and books by platform."""

PUBLISHERS = (
    shape(
        "doi",
        "doi",
        "",
        r".*/doi/(?:abs/|full/|pdf/|epdf/|pdfplus/|book/|reader/|abstract/|figure/|suppl/|pdfdirect/|full-xml/|ref/)?"
        + _DOI,
        "https://journals.sagepub.com/doi/abs/10.1177/0022343319826324",
        "https://doi.org/{id}",
        biorxiv_time,
        True,
    ),
)
"""A DOI in the path of any publisher's site (the Atypon layout, which most of them use)."""
