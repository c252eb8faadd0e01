import analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Registration } from "../recorder/registration";
import type { Level, PolicyInfo, PolicySetting, Severity } from "./config";
import { engineForm } from "./wire";

/** A violation as a pack reports it. */
export interface Diagnostic {
  policyName: string;
  packName: string;
  /** What is wrong, without the policy's description, which the SDK puts before it. */
  message: string;
  urn?: string;
  enforcementLevel: Level;
  severity?: Severity;
}

const LEVEL_BY_NUMBER = new Map<number, Level>([
  [analyzer.EnforcementLevel.ADVISORY, "advisory"],
  [analyzer.EnforcementLevel.MANDATORY, "mandatory"],
  [analyzer.EnforcementLevel.DISABLED, "disabled"],
  [analyzer.EnforcementLevel.REMEDIATE, "remediate"],
]);

const SEVERITY_BY_NUMBER = new Map<number, Severity>([
  [analyzer.PolicySeverity.POLICY_SEVERITY_LOW, "low"],
  [analyzer.PolicySeverity.POLICY_SEVERITY_MEDIUM, "medium"],
  [analyzer.PolicySeverity.POLICY_SEVERITY_HIGH, "high"],
  [analyzer.PolicySeverity.POLICY_SEVERITY_CRITICAL, "critical"],
]);

/** A single resource with its inputs, as the engine shows it before each step. */
export function analyzeRequest(
  registration: Registration,
  all: Map<string, Registration>,
): analyzer.AnalyzeRequest {
  const request = new analyzer.AnalyzeRequest();
  request.setType(registration.type);
  request.setUrn(registration.urn);
  request.setName(registration.name);
  request.setProperties(engineForm(registration.object));
  request.setOptions(optionsOf(registration));
  request.setProvider(providerOf(registration, all));
  return request;
}

/** All resources with their outputs, as the engine shows them after a preview. */
export function analyzeStackRequest(registrations: Registration[]): analyzer.AnalyzeStackRequest {
  const all = byUrn(registrations);
  const request = new analyzer.AnalyzeStackRequest();
  request.setResourcesList(
    registrations.map((registration) => {
      const resource = new analyzer.AnalyzerResource();
      resource.setType(registration.type);
      resource.setUrn(registration.urn);
      resource.setName(registration.name);
      resource.setProperties(withId(engineForm(registration.outputs ?? registration.object), registration));
      resource.setOptions(optionsOf(registration));
      resource.setProvider(providerOf(registration, all));
      resource.setParent(registration.parent ?? "");
      resource.setDependenciesList(registration.dependencies);
      for (const [key, urns] of Object.entries(registration.propertyDependencies)) {
        const dependencies = new analyzer.AnalyzerPropertyDependencies();
        dependencies.setUrnsList(urns);
        resource.getPropertydependenciesMap().set(key, dependencies);
      }
      return resource;
    }),
  );
  return request;
}

/** With the id among the properties, as most providers tell it: an analyzer is shown it nowhere else. */
function withId(properties: Struct, { id }: Registration): Struct {
  if (id === undefined) return properties;
  const plain = properties.toJavaScript();
  return "id" in plain ? properties : Struct.fromJavaScript({ ...plain, id });
}

export function configureRequest(settings: Map<string, PolicySetting>): analyzer.ConfigureAnalyzerRequest {
  const request = new analyzer.ConfigureAnalyzerRequest();
  for (const [name, { level, options }] of settings) {
    const config = new analyzer.PolicyConfig();
    const number = [...LEVEL_BY_NUMBER].find(([, text]) => text === level)?.[0];
    config.setEnforcementlevel(number ?? analyzer.EnforcementLevel.MANDATORY);
    config.setProperties(Struct.fromJavaScript(JSON.parse(JSON.stringify(options))));
    request.getPolicyconfigMap().set(name, config);
  }
  return request;
}

export function diagnosticsOf(response: analyzer.AnalyzeResponse): Diagnostic[] {
  return response.getDiagnosticsList().map((diagnostic) => {
    const [message, description] = [diagnostic.getMessage(), diagnostic.getDescription()];
    const severity = SEVERITY_BY_NUMBER.get(diagnostic.getSeverity());
    return {
      policyName: diagnostic.getPolicyname(),
      packName: diagnostic.getPolicypackname(),
      message: message.startsWith(`${description}\n`) ? message.slice(description.length + 1) : message,
      ...(diagnostic.getUrn() ? { urn: diagnostic.getUrn() } : {}),
      enforcementLevel: LEVEL_BY_NUMBER.get(diagnostic.getEnforcementlevel()) ?? "mandatory",
      ...(severity ? { severity } : {}),
    };
  });
}

export function policiesOf(info: analyzer.AnalyzerInfo): PolicyInfo[] {
  return info.getPoliciesList().map((policy) => {
    const schema = policy.getConfigschema();
    const severity = SEVERITY_BY_NUMBER.get(policy.getSeverity());
    return {
      name: policy.getName(),
      title: policy.getDisplayname(),
      description: policy.getDescription(),
      level: LEVEL_BY_NUMBER.get(policy.getEnforcementlevel()) ?? "mandatory",
      ...(severity ? { severity } : {}),
      options: schema?.getProperties()?.toJavaScript() ?? {},
      required: schema?.getRequiredList() ?? [],
    };
  });
}

export function byUrn(registrations: Registration[]): Map<string, Registration> {
  return new Map(registrations.map((registration) => [registration.urn, registration]));
}

/** The SDK refuses a resource without options. */
function optionsOf(registration: Registration): analyzer.AnalyzerResourceOptions {
  const options = new analyzer.AnalyzerResourceOptions();
  if (registration.parent) options.setParent(registration.parent);
  return options;
}

/** The provider of a custom resource: the one it names, else its package's default one, which the engine would add. */
function providerOf(
  registration: Registration,
  all: Map<string, Registration>,
): analyzer.AnalyzerProviderResource | undefined {
  if (!registration.custom || registration.type.startsWith("pulumi:")) return undefined;
  const named = registration.provider ? all.get(registration.provider) : undefined;
  const type = named?.type ?? `pulumi:providers:${registration.type.split(":")[0]}`;
  const provider = new analyzer.AnalyzerProviderResource();
  provider.setType(type);
  provider.setName(named?.name ?? "default");
  provider.setUrn(named?.urn ?? registration.provider ?? `${stackOf(registration.urn)}::${type}::default`);
  provider.setProperties(named ? engineForm(named.object) : new Struct());
  return provider;
}

/** `urn:pulumi:<stack>::<project>` */
function stackOf(urn: string): string {
  return urn.split("::").slice(0, 2).join("::");
}
