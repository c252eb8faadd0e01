import { Provider as AwsProvider } from "@pulumi/aws/provider";
import { Provider as AzureProvider } from "@pulumi/azure-native/provider";
import { Provider as GcpProvider } from "@pulumi/gcp/provider";
import * as pulumi from "@pulumi/pulumi";
import type { MemberPlan } from "../network/plan/shape";
import { refusal } from "./refusal";

/** Providers that a program brings itself, by account. */
export interface OwnProviders {
  awsProviders?: Record<string, AwsProvider>;
  gcpProviders?: Record<string, GcpProvider>;
  azureProviders?: Record<string, AzureProvider>;
}

/**
 * One provider for each account that members name, made once and shared. A member without an account takes the
 * program's own provider.
 */
export function accountProviders(
  members: MemberPlan[],
  own: OwnProviders,
  parent: pulumi.Resource,
): (member: MemberPlan) => pulumi.ProviderResource[] {
  const { awsProviders, gcpProviders, azureProviders } = own;
  refuseOthers({ awsProviders, gcpProviders, azureProviders });
  const made = new Map<string, pulumi.ProviderResource>();
  for (const member of members) {
    const account = accountOf(member);
    if (account && !made.has(account.id)) made.set(account.id, providerOf(account, own, parent));
  }
  return (member) => {
    const provider = made.get(accountOf(member)?.id ?? "");
    return provider ? [provider] : [];
  };
}

interface Account {
  kind: "aws" | "gcp" | "azure";
  id: string;
  region: string;
}

/** Of another form than a provider resource, which the types of a plugin's arguments cannot tell. */
function refuseOthers(own: OwnProviders): void {
  for (const [list, providers] of Object.entries(own)) {
    for (const [account, provider] of Object.entries(providers ?? {})) {
      if (pulumi.Resource.isInstance(provider)) continue;
      throw refusal(`${list}.${account} is no provider; give one as \`new aws.Provider(…)\` makes it`);
    }
  }
}

function accountOf({ account, region }: MemberPlan): Account | undefined {
  if (account?.roleArn) return { kind: "aws", id: account.roleArn, region };
  if (account?.project) return { kind: "gcp", id: account.project, region };
  if (account?.subscription) return { kind: "azure", id: account.subscription, region };
  return undefined;
}

function providerOf(account: Account, own: OwnProviders, parent: pulumi.Resource): pulumi.ProviderResource {
  const name = `${account.kind}-${account.id.replace(/[^A-Za-z0-9]+/g, "-")}`;
  switch (account.kind) {
    // Every AWS resource names its own region; the provider's is only where it asks for credentials.
    case "aws":
      return (
        own.awsProviders?.[account.id] ??
        new AwsProvider(name, { region: account.region, assumeRoles: [{ roleArn: account.id }] }, { parent })
      );
    case "gcp":
      return own.gcpProviders?.[account.id] ?? new GcpProvider(name, { project: account.id }, { parent });
    case "azure":
      return (
        own.azureProviders?.[account.id] ??
        new AzureProvider(name, { subscriptionId: account.id }, { parent })
      );
  }
}
