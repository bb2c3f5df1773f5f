/** Edits of what runs in the cluster. */

function applied(one, next) {
  one.outputs.metadata.resourceVersion = String(Number(one.outputs.metadata.resourceVersion) + 71_204);
  one.outputs.metadata.generation += 1;
  one.outputs.metadata.managedFields[0].time = next.now();
}

export function yamlInside(next) {
  const map = next.at("kubernetes:core/v1:ConfigMap", "web-config");
  for (const side of ["inputs", "outputs"]) {
    map[side].data["site.yaml"] = map[side].data["site.yaml"]
      .replace("giftCards: false", "giftCards: true")
      .replace("maxResults: 48", "maxResults: 60")
      .replace("      - name: transfer\n", "      - name: invoice\n        timeoutSeconds: 5\n      - name: transfer\n");
  }
  applied(map, next);
  next.update(map, "values inside the YAML of a config map", [
    ["inputs.data[\"site.yaml\"].features.checkout.providers[1]", "add"],
    ["inputs.data[\"site.yaml\"].features.giftCards", "update"],
    ["outputs.data[\"site.yaml\"].features.search.maxResults", "update"],
    ["outputs.metadata.resourceVersion", "update"],
  ]);
}

export function release(next) {
  const web = next.at("kubernetes:apps/v1:Deployment", "web");
  for (const side of ["inputs", "outputs"]) {
    const [container] = web[side].spec.template.spec.containers;
    container.image = "registry.example.com/storefront/web:2026.15.0";
    container.env.unshift({ name: "GIFT_CARDS", value: "on" });
  }
  applied(web, next);
  web.outputs.status.observedGeneration += 1;
  const path = "spec.template.spec.containers[0]";
  next.update(web, "a new image, and a variable in front of the others", [
    [`inputs.${path}.image`, "update"], [`inputs.${path}.env[0]`, "add"], [`outputs.${path}.image`, "update"], [`outputs.${path}.env[0]`, "add"],
  ]);
}

/** An update that the cluster took but could not finish. */
export function unfinished(next) {
  const catalog = next.at("kubernetes:apps/v1:Deployment", "catalog");
  catalog.initErrors = [
    "the Deployment did not become ready in time",
    "1 of 2 replicas is available; the newest pod waits for memory",
  ];
  catalog.outputs.status.availableReplicas = 1;
  catalog.outputs.status.readyReplicas = 1;
  applied(catalog, next);
  next.update(catalog, "not all replicas came up: initErrors", [
    ["outputs.status.availableReplicas", "update"], ["outputs.status.readyReplicas", "update"],
  ]);
}
