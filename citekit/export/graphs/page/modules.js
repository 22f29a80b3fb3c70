// The modules of sigma and graphology, by name, as the package that they were taken from ships them.
const shipped = Object.assign({}, ...self.webpackChunkipysigma.map((chunk) => chunk[1]));
const loaded = {};
function load(name) {
  if (!(name in loaded)) {
    loaded[name] = { exports: {} };
    shipped[name].call(loaded[name].exports, loaded[name], loaded[name].exports, load);
  }
  return loaded[name].exports;
}
const { Sigma } = load("./node_modules/sigma/index.js");
const { MultiDirectedGraph } = load("./node_modules/graphology/dist/graphology.umd.min.js");
