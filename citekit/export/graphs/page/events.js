// What the reader does.
function update() {
  select();
  measured();
  draw();
  summarise();
  lists();
}

function boxes(fieldset, values, chosen) {
  for (const value of values) {
    const box = element("input", { type: "checkbox", value });
    box.defaultChecked = true;
    box.addEventListener("change", () => {
      if (box.checked) chosen().add(value); else chosen().delete(value);
      update();
    });
    byId(fieldset).append(element("label", {}, box, ` ${value}`));
  }
}
boxes("forms", allForms, () => state.forms);
boxes("kinds", allKinds, () => state.kinds);

byId("least").max = given.edges.reduce((most, edge) => Math.max(most, edge.count), 1);
byId("least").addEventListener("input", () => {
  state.least = Number(byId("least").value);
  byId("least-shown").textContent = state.least;
  update();
});
for (const name of ["since", "until"]) {
  byId(name).addEventListener("change", () => { state[name] = byId(name).value; update(); });
}
byId("carries").addEventListener("change", () => { state.carries = byId("carries").checked; update(); });
byId("show-all").addEventListener("click", () => {
  Object.assign(state, everything());
  byId("form").reset();
  byId("least-shown").textContent = 1;
  update();
});
for (const [id, key, names] of [["color-by", "colorBy", ["community", "kind"]], ["size-by", "sizeBy", ["cited", "cites", ...measures]]]) {
  byId(id).append(...names.map((name) => element("option", { value: name }, name)));
  byId(id).addEventListener("change", () => { state[key] = byId(id).value; update(); });
}

byId("search").addEventListener("input", search);
byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const [first] = search();
  if (first) showNode(first.id, { move: true, focus: true });
});
for (const id of ["all-nodes", "all-edges"]) byId(id).addEventListener("toggle", lists);

function theme(name) {
  document.documentElement.dataset.theme = name;
  byId("theme").textContent = name === "dark" ? "Light" : "Dark";
  draw();
}
byId("theme").addEventListener("click", () => theme(dark() ? "light" : "dark"));
const preferred = matchMedia("(prefers-color-scheme: dark)");
preferred.addEventListener("change", () => theme(preferred.matches ? "dark" : "light"));
addEventListener("beforeprint", () => { byId("print").innerHTML = asSvg(); });
addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });

if (sigma) {
  const camera = sigma.getCamera();
  sigma.on("clickNode", ({ node }) => showNode(node));
  sigma.on("clickEdge", ({ edge }) => showEdge(edge));
  sigma.on("clickStage", clear);
  sigma.on("enterNode", ({ node }) => { state.hovered = node; sigma.refresh(); });
  sigma.on("leaveNode", () => { state.hovered = null; sigma.refresh(); });
  byId("zoom-in").addEventListener("click", () => camera.animatedZoom());
  byId("zoom-out").addEventListener("click", () => camera.animatedUnzoom());
  byId("zoom-all").addEventListener("click", () => camera.animatedReset());
  const move = (x, y) => camera.animate({ x: camera.x + x * 0.15 * camera.ratio, y: camera.y + y * 0.15 * camera.ratio });
  const keys = {
    ArrowLeft: () => move(-1, 0), ArrowRight: () => move(1, 0), ArrowUp: () => move(0, 1), ArrowDown: () => move(0, -1),
    "+": () => camera.animatedZoom(), "-": () => camera.animatedUnzoom(), 0: () => camera.animatedReset(),
  };
  canvas.addEventListener("keydown", (event) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
}
theme(preferred.matches ? "dark" : "light");
update();
