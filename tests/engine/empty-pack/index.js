const { PolicyPack } = require("@pulumi/policy");
const { policiesOf } = require("../../../dist/policies/gate");
const { rules } = require("../../../dist/policies/rules");

const policies = policiesOf(rules).map(({ name, description, validateStack }) => ({
  name,
  description,
  enforcementLevel: "mandatory",
  ...(validateStack ? { validateStack: () => {} } : { validateResource: () => {} }),
}));
new PolicyPack("empty", { policies });
