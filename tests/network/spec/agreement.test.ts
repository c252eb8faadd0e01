import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { z } from "zod";
import { specSchema } from "../../../network/spec/schema";
import type { MeshSpec } from "../../../network/spec/shape";

/** Compiles only while the schema's output and the interfaces take each other's values. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const sameTypes: Same<z.output<typeof specSchema>, MeshSpec> = true;

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  enum?: string[];
  type?: string;
}

describe("the spec's interfaces and its schema", () => {
  const files = ["shape", "existing-shape", "custom-agent-shape"].map((name) =>
    join(__dirname, `../../../network/spec/${name}.ts`),
  );
  const text = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const source = ts.createSourceFile("shape.ts", text, ts.ScriptTarget.ES2022, true);
  const interfaces = new Map(
    source.statements.filter(ts.isInterfaceDeclaration).map((one) => [one.name.text, one] as const),
  );
  const choices = new Map(
    source.statements.filter(ts.isVariableStatement).flatMap((statement) =>
      statement.declarationList.declarations.map((declaration) => {
        const values = /\{([^}]*)\}/.exec(declaration.getText())?.[1] ?? "";
        return [
          declaration.name.getText(),
          [...values.matchAll(/: "([^"]+)"/g)].map((match) => match[1]),
        ] as const;
      }),
    ),
  );

  it("have the same keys, the same required ones and the same choices, all the way down", () => {
    assert.equal(sameTypes, true);
    compare("MeshSpec", z.toJSONSchema(specSchema, { unrepresentable: "any" }) as JsonSchema);
  });

  it("are plain enough for Pulumi's schema analyser: no unions, aliases, tuples or read-only lists", () => {
    for (const [name, declaration] of interfaces) {
      for (const member of declaration.members.filter(ts.isPropertySignature)) {
        assert.match(
          member.type?.getText() ?? "",
          /^(\w+|\w+\[\]|Record<string, \w+>)$/,
          `${name}.${member.name.getText()}`,
        );
      }
    }
  });

  function compare(name: string, schema: JsonSchema): void {
    const declaration = interfaces.get(name);
    assert.ok(declaration, `${name} is an interface`);
    const members = declaration.members.filter(ts.isPropertySignature);
    assert.deepEqual(
      members.map((member) => member.name.getText()).sort(),
      Object.keys(schema.properties ?? {}).sort(),
    );
    assert.deepEqual(
      members
        .filter((member) => !member.questionToken)
        .map((member) => member.name.getText())
        .sort(),
      [...(schema.required ?? [])].sort(),
      `required keys of ${name}`,
    );
    for (const member of members) {
      const inner = schema.properties?.[member.name.getText()];
      assert.ok(inner);
      const type = member.type?.getText() ?? "";
      compareType(`${name}.${member.name.getText()}`, type, inner);
    }
  }

  function compareType(path: string, type: string, schema: JsonSchema): void {
    const list = /^(\w+)\[\]$/.exec(type)?.[1];
    const map = /^Record<string, (\w+)>$/.exec(type)?.[1];
    if (list) compareType(`${path}[]`, list, schema.items ?? {});
    else if (map) compareType(`${path}{}`, map, schema.additionalProperties as JsonSchema);
    else if (interfaces.has(type)) compare(type, schema);
    else if (choices.has(type)) assert.deepEqual(schema.enum, choices.get(type), path);
    // Of whatever shape, on both sides.
    else if (type === "any") assert.deepEqual(schema, {}, path);
    else assert.equal(schema.type === "integer" ? "number" : schema.type, type, path);
  }
});
