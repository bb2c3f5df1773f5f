export default {
  base: "./",
  // The elements start a worker that is a module, and load WebAssembly from beside it.
  worker: { format: "es" },
  optimizeDeps: { exclude: ["stackscope"] },
};
