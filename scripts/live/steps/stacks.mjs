/** Steps on a stack of the suite's own, from its creation on; and on what is stored with it. */
import { options } from "../run.mjs";

const URN = (facts, type, name) => `urn:pulumi:${facts.stackName}::${facts.project}::${type}::${name}`;
const PET = "random:index/randomPet:RandomPet";

function stateOf(facts) {
  const root = URN(facts, "pulumi:pulumi:Stack", `${facts.project}-${facts.stackName}`);
  const provider = { urn: URN(facts, "pulumi:providers:random", "default"), type: "pulumi:providers:random", custom: true, id: "6f0a1d9e-0000-4000-8000-000000000001" };
  const pet = { urn: URN(facts, PET, "pet"), type: PET, custom: true, id: "calm-heron", inputs: { length: 2 }, outputs: { id: "calm-heron", length: 2 }, parent: root, provider: `${provider.urn}::${provider.id}` };
  const resources = [{ urn: root, type: "pulumi:pulumi:Stack", custom: false, outputs: { greeting: "hello" } }, provider, pet];
  return Buffer.from(JSON.stringify({ version: 3, deployment: { manifest: { time: "2026-11-01T00:00:00Z", magic: "", version: "" }, resources } }));
}

const own = (call, more = {}) => ({ call, needs: ["stack"], args: ({ stack }) => [stack], ...more });
const onVersion = (call, more = {}) => ({ call, needs: ["stack", "version"], args: ({ stack, version }) => [stack, version], ...more });
const expect = (holds, what) => (holds ? undefined : `behaviour: ${what}`);

/** Deletes every stack of the suite's project. */
async function sweep(cloud, { organization, project }) {
  const stacks = await cloud.stacks.list({ organization }).toArray();
  for (const { projectName, stackName } of stacks.filter((one) => one.projectName === project)) {
    await cloud.stacks.delete({ organization, project: projectName, stack: stackName }, { force: true });
  }
}

export const creation = [
  {
    call: "stacks.create",
    needs: ["organization"],
    args: ({ organization, project, stackName }) => [organization, project, { stackName }],
    makes: (facts, cloud) => [`the stacks of project ${facts.project}`, () => sweep(cloud, facts)],
    keep: (_, facts) => (facts.stack = `${facts.organization}/${facts.project}/${facts.stackName}`),
  },
  { call: "stacks.projectExists", needs: ["stack"], args: ({ organization, project }) => [organization, project], check: (exists) => expect(exists === true, "the new project does not exist") },
  own("stacks.get", { check: (value, { stackName }) => expect(value.stackName === stackName, "another stack was given") }),
  {
    call: "stacks.list",
    args: ({ organization }) => [options({ organization })],
    list: true,
  },
  own("stacks.importState", { args: (facts) => [facts.stack, stateOf(facts)] }),
  own("updates.list", { list: true, keep: ([newest], facts) => Object.assign(facts, { updateID: newest?.updateID, version: newest?.version ?? newest?.info?.version }) }),
  own("updates.latest", { keep: ({ updateID, version }, facts) => Object.assign(facts, { updateID: facts.updateID ?? updateID, version: facts.version ?? version }) }),
];

const tag = { name: "stackscope:live", value: "one" };

export const reading = [
  own("stacks.exportState", { check: (state) => expect(state.resources().total === 3, `${state.resources().total} resources of 3 came back`) }),
  onVersion("stacks.exportState", { args: ({ stack, version }) => [stack, options({ version })] }),
  own("stacks.metadata"),
  // Whether the stack itself and its providers count is the server's affair.
  own("stacks.resourceCount", { check: ({ resourceCount }) => expect(resourceCount >= 1 && resourceCount <= 3, `${resourceCount} resources of 3 are counted`) }),
  own("stacks.resources", { check: ({ resources }, facts) => expect(resources.some(({ resource }) => resource.urn === URN(facts, PET, "pet")), "the imported resource is not listed") }),
  onVersion("stacks.resources", { args: ({ stack, version }) => [stack, options({ version })] }),
  own("stacks.resource", { args: (facts) => [facts.stack, URN(facts, PET, "pet")] }),
  onVersion("stacks.resource", { args: (facts) => [facts.stack, URN(facts, PET, "pet"), options({ version: facts.version })] }),
  own("stacks.outputs"),
  own("stacks.activity", { list: true }),
  own("stacks.teams"),
  own("stacks.downstreamReferences"),
  own("stacks.upstreamReferences"),
  own("stacks.updateNotificationSettings", { args: ({ stack }) => [stack, { notifyUpdateFailure: false, notifyUpdateSuccess: false }] }),
  own("stacks.updateAnnotation", { args: ({ stack }) => [stack, "note", { text: "made by a test" }], may: ["validation"] }),
  own("stacks.annotation", { args: ({ stack }) => [stack, "note"], may: ["not_found", "validation"] }),

  own("tags.set", { args: ({ stack }) => [stack, tag] }),
  own("tags.set", { args: ({ stack }) => [stack, { ...tag, value: "two" }] }),
  own("tags.get", { check: (tags) => expect(tags[tag.name] === undefined || tags[tag.name] === "two", "the tag that was set has another value") }),
  own("tags.add", { args: ({ stack }) => [stack, { name: "stackscope:added", value: "x" }] }),
  own("tags.update", { args: ({ stack }) => [stack, "stackscope:added", { name: "stackscope:added", value: "y" }] }),
  own("tags.delete", { args: ({ stack }) => [stack, "stackscope:added"] }),
  own("tags.replace", { args: ({ stack, project }) => [stack, { "pulumi:project": project, owner: "stackscope" }] }),
  own("tags.get", { check: (tags) => expect(tags.owner === "stackscope", "the tags that were replaced did not come back") }),

  own("config.get", { may: ["not_found"] }),
  own("config.update", { args: ({ stack }) => [stack, { environment: "stackscope-live" }], may: ["validation", "not_found"] }),
  own("config.delete", { may: ["not_found", "validation"] }),

  own("secrets.encrypt", { args: ({ stack }) => [stack, { plaintext: btoa("hello") }], keep: ({ ciphertext }, facts) => (facts.ciphertext = ciphertext) }),
  own("secrets.decrypt", { needs: ["stack", "ciphertext"], args: ({ stack, ciphertext }) => [stack, { ciphertext }], check: ({ plaintext }) => expect(plaintext === btoa("hello"), "another text was decrypted") }),
  own("secrets.batchEncrypt", { args: ({ stack }) => [stack, { plaintexts: [btoa("a"), btoa("b")] }], check: ({ ciphertexts }) => expect(ciphertexts.length === 2, "not two ciphertexts") }),
  own("secrets.batchDecrypt", { needs: ["stack", "ciphertext"], args: ({ stack, ciphertext }) => [stack, { ciphertexts: [ciphertext] }] }),
];

const KINDS = ["update", "preview", "refresh", "destroy"];
/** Servers may know an update under its own kind alone. */
const under = (call, may, more = {}) =>
  KINDS.map((kind) => ({ call, needs: ["stack", "updateID"], args: ({ stack, updateID }) => [stack, updateID, options({ kind })], may: kind === "update" ? may : ["not_found", ...may], ...more }));

export const updates = [
  ...under("updates.status", []),
  ...under("updates.events", [], { list: true }),
  ...under("updates.eventLog", []),
  ...under("updates.cancel", ["conflict", "update_in_progress", "validation"]),
  onVersion("updates.get"),
  onVersion("updates.summary"),
  own("updates.timeline"),
  onVersion("updates.timeline", { args: ({ stack, version }) => [stack, options({ version })] }),
  own("updates.previews", { list: true }),
  onVersion("updates.previewsOf", { list: true }),
  // The suite's own stack was never previewed; an update's id asks the question as well.
  own("updates.preview", { needs: ["stack", "updateID"], args: ({ stack, updateID }) => [stack, updateID], may: ["not_found"] }),
  own("updates.previewSummary", { needs: ["stack", "updateID"], args: ({ stack, updateID }) => [stack, updateID], may: ["not_found"] }),
];

const OTHER_ORGANIZATION = { transferTo: "moves the stack to another organization: name one with --transfer-to" };

export const ending = [
  own("stacks.transfer", {
    needs: ["stack", "transferTo"],
    unless: OTHER_ORGANIZATION,
    args: ({ stack, transferTo }) => [stack, { toOrg: transferTo }],
    makes: ({ transferTo, project }, cloud) => [`the stacks of project ${project} in ${transferTo}`, () => sweep(cloud, { organization: transferTo, project })],
    keep: (_, facts) => (facts.moved = `${facts.transferTo}/${facts.project}/${facts.stackName}`),
  }),
  { call: "stacks.transfer", needs: ["moved"], unless: { moved: OTHER_ORGANIZATION.transferTo }, args: ({ moved, organization }) => [moved, { toOrg: organization }] },
  own("stacks.rename", {
    args: ({ stack, stackName }) => [stack, { newName: `${stackName}-renamed`, newProject: "" }],
    keep: (_, facts) => (facts.stack = `${facts.organization}/${facts.project}/${facts.stackName}-renamed`),
  }),
  own("stacks.delete", { args: ({ stack }) => [stack, options({ force: true })] }),
  {
    call: "stacks.listDeleted",
    args: ({ organization }) => [organization],
    keep: ({ deletedStacks = [] }, facts) => (facts.deleted = deletedStacks.find((one) => one.projectName === facts.project)),
  },
  {
    call: "stacks.restore",
    needs: ["deleted"],
    args: ({ organization, deleted, stackName }) => [organization, deleted.programId ?? deleted.programID, { stackName: `${stackName}-restored` }],
  },
];
