import assert from "node:assert/strict";
import { serviceFaults } from "../../../network/spec/service-meaning";

const members = { dublin: { cloud: "aws" }, office: { cloud: "site" } };
const faults = (...services: unknown[]) =>
  serviceFaults({ members, services }).map(({ at, message }) => `${at.join(".")}: ${message}`);

describe("the services of a spec", () => {
  it("are right where each is named once, and exported by clusters", () => {
    assert.deepEqual(
      faults(
        { name: "payments", namespace: "shop", members: ["dublin"] },
        { name: "payments", namespace: "books", members: ["dublin"] },
      ),
      [],
    );
    assert.deepEqual(serviceFaults({ members }), []);
  });

  it("name members that are there", () => {
    assert.deepEqual(faults({ name: "payments", namespace: "shop", members: ["dublin", "paris"] }), [
      "services.0.members.1: paris is no member; there are dublin, office",
    ]);
  });

  it("are not a site's", () => {
    assert.deepEqual(faults({ name: "payments", namespace: "shop", members: ["office"] }), [
      "services.0.members.0: office is a site and has no Services; name a cluster",
    ]);
  });

  it("stand in one entry each", () => {
    const service = { name: "payments", namespace: "shop", members: ["dublin"] };
    assert.deepEqual(faults(service, service), [
      "services.1.name: shop/payments is there already; name its members in one entry",
    ]);
  });
});
