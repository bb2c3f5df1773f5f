import vue from "@vitejs/plugin-vue";

export default {
  base: "./",
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("stackscope-") } } })],
  // The elements start a worker that is a module, and load WebAssembly from beside it.
  worker: { format: "es" },
  optimizeDeps: { exclude: ["stackscope"] },
};
