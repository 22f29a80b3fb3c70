// What the page was given, and which of it is shown.
const given = JSON.parse(document.getElementById("graph").textContent);
const graph = new MultiDirectedGraph();
for (const node of given.nodes) graph.addNode(node.id, node);
given.edges.forEach((edge, number) => graph.addDirectedEdgeWithKey(`e${number}`, edge.source, edge.target, edge));

const kindOf = (node) => node.kind || node.type;
const allForms = [...new Set(given.edges.flatMap((edge) => Object.keys(edge.forms)))].sort();
const allKinds = [...new Set(given.nodes.map(kindOf))].sort();
const measures = Object.keys(given.nodes[0] || {}).filter((name) => given.measures.includes(name));

const everything = () => ({
  forms: new Set(allForms), kinds: new Set(allKinds), least: 1, since: "", until: "", carries: false,
});
const state = {
  ...everything(), colorBy: "community", sizeBy: "cited", node: null, edge: null, hovered: null,
};

// How many citations of the chosen forms an edge has, 0 if it is not shown.
function shownCount(edge) {
  if (edge.kind === "carries" && !state.carries) return 0;
  if (!state.kinds.has(kindOf(graph.getNodeAttributes(edge.source)))) return 0;
  if (!state.kinds.has(kindOf(graph.getNodeAttributes(edge.target)))) return 0;
  if ((state.since || state.until) && !edge.first) return 0;
  if (state.since && latest(edge.last) < state.since) return 0;
  if (state.until && earliest(edge.first) > state.until) return 0;
  let count = 0;
  for (const [form, number] of Object.entries(edge.forms)) if (state.forms.has(form)) count += number;
  return count >= state.least ? count : 0;
}

// The first and the last day that a date like 2019, 2019-11 or 2019-11-10~ can mean.
const plainDate = (date) => date.split("/")[0].replace(/[~?%]/g, "").slice(0, 10);
const earliest = (date) => plainDate(date) + "-01-01".slice(plainDate(date).length - 4);
const latest = (date) => plainDate(date) + "-12-31".slice(plainDate(date).length - 4);

const counts = new Map();
const shownNodes = new Set();
function select() {
  counts.clear();
  shownNodes.clear();
  const joined = new Set();
  graph.forEachEdge((key, edge) => {
    const count = shownCount(edge);
    joined.add(edge.source).add(edge.target);
    if (count) {
      counts.set(key, count);
      shownNodes.add(edge.source).add(edge.target);
    }
  });
  graph.forEachNode((key, node) => {
    if (!joined.has(key) && state.kinds.has(kindOf(node))) shownNodes.add(key);
  });
}

// The colour of each group of nodes, the largest groups first.
function colors() {
  const group = (node) => (state.colorBy === "kind" ? kindOf(node) : node.community);
  const sizes = new Map();
  given.nodes.forEach((node) => sizes.set(group(node), (sizes.get(group(node)) || 0) + 1));
  const large = [...sizes.keys()]
    .filter((key) => state.colorBy === "kind" || sizes.get(key) > 1)
    .sort((a, b) => sizes.get(b) - sizes.get(a) || String(a).localeCompare(String(b)));
  const found = new Map(large.slice(0, given.palette.length).map((key, number) => [key, given.palette[number]]));
  const named = new Map(); // a community is called after its node that is cited most
  if (state.colorBy === "community") {
    const cited = [...given.nodes].sort((a, b) => b.cited - a.cited || b.cites - a.cites);
    for (const node of cited) if (!named.has(node.community)) named.set(node.community, node.label);
  }
  return { found, of: (node) => found.get(group(node)) || given.other, called: (key) => named.get(key) || String(key) };
}
