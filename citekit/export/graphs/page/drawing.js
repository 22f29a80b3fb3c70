// The picture: sigma draws it, and asks here what each node and edge looks like now.
const canvas = document.getElementById("canvas");
const dense = given.edges.length > 3000;
const dark = () => document.documentElement.dataset.theme === "dark";
let ink = {};
function mixInk() {
  const style = getComputedStyle(document.documentElement);
  const named = (name) => style.getPropertyValue(name).trim();
  ink = { text: named("--text"), back: named("--back"), line: named("--line"), chosen: named("--accent") };
  Object.assign(ink, dark()
    ? { edge: dense ? "rgba(150,155,165,.16)" : "#4a4e57", carries: "#8a6a2c", fadedEdge: "#23262b", fadedNode: "#33363d" }
    : { edge: dense ? "rgba(90,90,90,.13)" : "#cccccc", carries: "#e8c98a", fadedEdge: "#f1f1f1", fadedNode: "#e4e4e4" });
}
let paint = colors();
let largest = 1;

function measured() {
  // Few citations are few, also where none has more.
  largest = given.nodes.reduce((most, node) => Math.max(most, node[state.sizeBy] || 0), state.sizeBy.startsWith("cite") ? 10 : 1e-12);
}

const small = given.nodes.length > 800 ? [1.5, 10] : [3, 16];
function radius(node) {
  return small[0] + (small[1] - small[0]) * Math.sqrt((node[state.sizeBy] || 0) / largest);
}

const shorten = (label) => (label.length > 40 ? `${label.slice(0, 38)}…` : label);

function near(key) {
  const center = state.hovered || state.node;
  if (state.edge && !state.hovered) return graph.extremities(state.edge).includes(key);
  return !center || key === center || graph.areNeighbors(key, center);
}

function nodeLooks(key, node) {
  if (!shownNodes.has(key)) return { x: node.x, y: node.y, hidden: true, label: "" };
  const faded = !near(key);
  return {
    x: node.x, y: node.y, size: radius(node), label: faded ? "" : shorten(node.label), zIndex: faded ? 0 : 1,
    color: faded ? ink.fadedNode : paint.of(node),
    highlighted: key === state.node, forceLabel: key === state.node || key === state.hovered,
  };
}

// Complete looks, since sigma adding what is missing to each of many edges is slow.
const nothing = { hidden: true, label: "", forceLabel: false, size: 1, color: "#ccc", type: "line", zIndex: 0 };

function edgeLooks(key, edge) {
  const count = counts.get(key);
  if (!count) return nothing;
  const center = state.hovered || state.node;
  const chosen = key === state.edge || (center && (edge.source === center || edge.target === center));
  return {
    hidden: false, label: "", forceLabel: false, zIndex: chosen ? 1 : 0,
    size: (dense ? 0.6 : 1.4) * (1 + Math.log2(count)),
    type: given.edges.length > 5000 ? "line" : "arrow",
    color: chosen ? ink.chosen : center || state.edge ? ink.fadedEdge : edge.kind === "carries" ? ink.carries : ink.edge,
  };
}

// sigma's own label of a hovered node is black on white, also on a dark page.
function drawHover(context, data, settings) {
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
  const wide = data.label ? context.measureText(data.label).width + 8 : 0;
  context.fillStyle = ink.back;
  context.strokeStyle = ink.line;
  context.beginPath();
  context.rect(data.x - data.size - 3, data.y - 12, wide + 2 * data.size + 6, 24);
  context.fill();
  context.stroke();
  context.fillStyle = data.color;
  context.beginPath();
  context.arc(data.x, data.y, data.size, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = ink.text;
  if (data.label) context.fillText(data.label, data.x + data.size + 3, data.y + settings.labelSize / 3);
}

let sigma = null;
select();
measured();
mixInk();
try {
  sigma = new Sigma(graph, canvas, {
    nodeReducer: nodeLooks, edgeReducer: edgeLooks, hoverRenderer: drawHover, zIndex: true,
    enableEdgeClickEvents: true, labelFont: "system-ui, sans-serif", labelSize: 13, labelDensity: 1,
    labelRenderedSizeThreshold: given.nodes.length > 800 ? 4 : given.nodes.length > 60 ? 6 : 0, labelColor: { color: ink.text },
    minCameraRatio: 0.02, maxCameraRatio: 4,
  });
} catch (error) {
  canvas.hidden = true;
  document.getElementById("unable").hidden = false;
}

// A machine that cannot keep up draws no edges while the picture moves.
function watchPace() {
  let last = 0;
  let slow = 0;
  sigma.getCamera().on("updated", () => requestAnimationFrame((now) => {
    const passed = now - last;
    last = now;
    if (passed < 1 || passed > 1000) return; // two updates of one frame, or the first of a new movement
    slow = passed > 40 ? slow + 1 : 0;
    if (slow === 5) sigma.setSetting("hideEdgesOnMove", true);
  }));
}
if (sigma) watchPace();

function draw() {
  paint = colors();
  mixInk();
  if (sigma) sigma.setSetting("labelColor", { color: ink.text });
  if (sigma) sigma.refresh();
}

// Bring the nodes into the middle, as near as shows them all.
function lookAt(...keys) {
  const places = sigma ? keys.map((key) => sigma.getNodeDisplayData(key)).filter(Boolean) : [];
  if (!places.length) return;
  const middle = (name) => places.reduce((sum, place) => sum + place[name], 0) / places.length;
  const [x, y] = [middle("x"), middle("y")];
  const apart = Math.max(...places.map((place) => Math.hypot(place.x - x, place.y - y)));
  sigma.getCamera().animate({ x, y, ratio: Math.min(1, Math.max(0.3, 3 * apart)) });
}

// The picture as it is now, as SVG: paper has no WebGL.
function asSvg() {
  if (!sigma) return "";
  const { width, height } = sigma.getDimensions();
  const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const at = (key) => sigma.graphToViewport(graph.getNodeAttributes(key));
  const lines = [...counts.keys()].map((key) => {
    const [from, to] = graph.extremities(key).map(at);
    const thick = (1 + Math.log2(counts.get(key))) / 2;
    return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="#bbb" stroke-width="${thick}"/>`;
  });
  const most = sigma.getCamera().ratio < 1 ? 200 : 80;
  const nodes = [...shownNodes].sort((a, b) => radius(graph.getNodeAttributes(b)) - radius(graph.getNodeAttributes(a)));
  const circles = nodes.map((key, rank) => {
    const node = graph.getNodeAttributes(key);
    const place = at(key);
    const name = rank < most ? `<text x="${place.x + radius(node) + 2}" y="${place.y + 4}">${escaped(shorten(node.label))}</text>` : "";
    return `<circle cx="${place.x}" cy="${place.y}" r="${radius(node)}" fill="${paint.of(node)}"/>${name}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-size="11" font-family="sans-serif">`
    + `${lines.join("")}${circles.join("")}</svg>`;
}
