import { join } from "node:path";
import type { GoTool } from "../go/tool";

/** The Pulumi command line. */
export const CLI: GoTool = {
  name: "pulumi",
  module: join(__dirname, "cli"),
  main: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  versionOf: "github.com/pulumi/pulumi/sdk/v3",
  versionVariable: "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version",
};

/** What runs Pulumi programs that are written in YAML. */
export const YAML_HOST: GoTool = {
  name: "pulumi-language-yaml",
  module: join(__dirname, "yaml-host"),
  main: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
  versionOf: "github.com/pulumi/pulumi-yaml",
  versionVariable: "github.com/pulumi/pulumi-yaml/pkg/version.Version",
};
