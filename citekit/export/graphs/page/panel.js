// The panel: search, profiles, passages and lists. Text from articles only ever becomes text nodes.
const byId = (id) => document.getElementById(id);
const details = byId("details");

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

const webLink = (url, text) => (/^https?:\/\//i.test(url || "")
  ? element("a", { href: url, rel: "noopener noreferrer nofollow", target: "_blank" }, text) : document.createTextNode(text));
const times = (count) => (count === 1 ? "1 citation" : `${count} citations`);
const labelOf = (key) => graph.getNodeAttribute(key, "label");
const choice = (text, act) => element("button", { type: "button", class: "link", onclick: act }, text);

function showNode(key, { move = false, focus = false } = {}) {
  Object.assign(state, { node: key, edge: null });
  const node = graph.getNodeAttributes(key);
  const facts = [node.type === "outlet" ? node.kind : node.type, node.outlet, node.country, node.date];
  const numbers = [`cited ${node.cited} times`, `cites ${node.cites} times`];
  if (node.own) numbers.push(`cites itself ${node.own} times`);
  if (node.community !== undefined) numbers.push(`community ${node.community + 1}`);
  details.replaceChildren(
    element("h2", {}, node.label),
    element("p", { class: "soft" }, facts.filter(Boolean).join(" · ")),
    node.url ? element("p", {}, webLink(node.url, node.url)) : "",
    element("p", {}, numbers.join(", ")),
    element("p", { class: "soft" }, measures.map((name) => `${name} ${Number(node[name]).toPrecision(3)}`).join(", ")),
    neighbours("Cites", graph.outEdges(key), (edge) => edge.target),
    neighbours("Cited by", graph.inEdges(key), (edge) => edge.source),
  );
  after(move ? [key] : [], focus);
}

function neighbours(title, edges, other) {
  const shown = edges.filter((key) => counts.has(key)).sort((a, b) => counts.get(b) - counts.get(a));
  if (!shown.length) return "";
  const rows = shown.slice(0, 200).map((key) => {
    const edge = graph.getEdgeAttributes(key);
    const note = edge.kind === "carries" ? ", carried" : "";
    return element("li", {}, choice(`${labelOf(other(edge))}: ${times(counts.get(key))}${note}`, () => showEdge(key, { focus: true })));
  });
  return element("section", {}, element("h3", {}, `${title} (${shown.length})`), element("ul", { class: "list" }, ...rows));
}

function showEdge(key, { focus = false } = {}) {
  Object.assign(state, { node: null, edge: key });
  const edge = graph.getEdgeAttributes(key);
  const forms = Object.entries(edge.forms).map(([form, count]) => `${form} ${count}`).join(", ");
  const nested = edge.nested ? `; ${edge.nested} inside another's words` : "";
  const when = edge.first ? (edge.first === edge.last ? edge.first : `${edge.first} to ${edge.last}`) : "";
  const passages = edge.passages || [];
  details.replaceChildren(
    element("h2", {}, choice(labelOf(edge.source), () => showNode(edge.source, { move: true, focus: true })),
      ` ${edge.kind} `, choice(labelOf(edge.target), () => showNode(edge.target, { move: true, focus: true }))),
    element("p", {}, `${times(edge.count)} (${forms})${nested}`),
    element("p", { class: "soft" }, when),
    ...passages.map(passage),
    passages.length < edge.count ? element("p", { class: "soft" }, `${passages.length} of ${edge.count} passages are in this file.`) : "",
  );
  after(focus ? graph.extremities(key) : [], focus);
}

function passage(said) {
  const article = given.articles[said.article];
  const through = said.through && graph.hasNode(said.through) ? `, in the words of ${labelOf(said.through)}` : "";
  return element("blockquote", {}, element("p", {}, said.text),
    element("p", { class: "soft" }, webLink(article.url, article.title), article.date ? ` (${article.date})` : "", ` · ${said.form}${through}`));
}

function clear() {
  Object.assign(state, { node: null, edge: null, hovered: null });
  details.replaceChildren();
  draw();
}

function after(keys, focus) {
  draw();
  lookAt(...keys);
  if (focus) details.focus();
}

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
function search() {
  const words = plain(byId("search").value.trim());
  const found = !words ? [] : given.nodes
    .filter((node) => plain(`${node.label} ${node.url || ""}`).includes(words))
    .sort((a, b) => b.cited + b.cites - a.cited - a.cites).slice(0, 12);
  byId("found").replaceChildren(...found.map((node) => element("li", {},
    choice(node.label, () => showNode(node.id, { move: true, focus: true })))));
  if (words && !found.length) byId("found").replaceChildren(element("li", { class: "soft" }, "Nothing is called so."));
  return found;
}

function swatch(color) {
  const made = element("span");
  made.style.background = color;
  return made;
}

function summarise() {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  byId("summary").textContent = `${shownNodes.size} of ${given.nodes.length} nodes, ${counts.size} of ${given.edges.length} edges, ${times(total)}`;
  byId("legend").replaceChildren(...[...paint.found].slice(0, 12).map(([group, color]) => element("li", {},
    swatch(color), shorten(paint.called(group)))));
}

function list(box, head, rows) {
  box.querySelector("table")?.remove();
  if (!box.open) return;
  const cell = (value, name = "td") => element(name, typeof value === "number" ? { class: "number" } : {}, value instanceof Node ? value : String(value ?? ""));
  box.append(element("table", {}, element("thead", {}, element("tr", {}, ...head.map((title) => element("th", { scope: "col" }, title)))),
    element("tbody", {}, ...rows().map((row) => element("tr", {}, ...row.map((value) => cell(value)))))));
}

function lists() {
  list(byId("all-nodes"), ["Node", "Kind", "Cited", "Cites"], () => given.nodes.filter((node) => shownNodes.has(node.id))
    .sort((a, b) => b.cited - a.cited || b.cites - a.cites)
    .map((node) => [choice(node.label, () => showNode(node.id, { move: true, focus: true })), kindOf(node), node.cited, node.cites]));
  list(byId("all-edges"), ["Who", "Whom", "Times"], () => [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)).slice(0, 2000)
    .map((key) => { const edge = graph.getEdgeAttributes(key);
      return [labelOf(edge.source), choice(labelOf(edge.target), () => showEdge(key, { focus: true })), counts.get(key)]; }));
}
