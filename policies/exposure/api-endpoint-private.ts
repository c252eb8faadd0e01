import { API_ENDPOINT_PRIVATE, apiEndpointPrivate } from "../../network/judge/api-endpoint-private";
import { cisAks, cisEks, cisGke } from "../cis";
import type { Rule } from "../rule";

export const apiEndpointPrivateRule: Rule = {
  name: API_ENDPOINT_PRIVATE,
  title: "API servers do not answer everybody",
  description: "Every cluster's public API endpoint is closed, or open to named ranges only.",
  why: "Whoever can reach the API server can try credentials on it, and needs one flaw in it. What is not set is open: EKS, GKE and AKS all answer the whole internet by default.",
  fix:
    "EKS: `endpointPublicAccess: false` or `publicAccessCidrs`. GKE: `enablePrivateEndpoint` or `masterAuthorizedNetworksConfig`. AKS: `enablePrivateCluster` or " +
    "`authorizedIPRanges`.",
  needs: "Who reaches each cluster's API server.",
  limits:
    "A cluster that is there already and is only joined (`existing`) is its people's business: who reaches its API server is judged where its own stack is.",
  severity: "high",
  level: "mandatory",
  alone: true,
  frameworks: [
    { name: "NIST SP 800-53", version: "Rev. 5", control: "SC-7" },
    ...cisEks("5.4.1", "5.4.2"),
    ...cisGke("5.6.3", "5.6.4"),
    ...cisAks("5.4.1", "5.4.2"),
  ],
  checkov: ["CKV_AWS_38", "CKV_AWS_39", "CKV_GCP_18", "CKV_GCP_20", "CKV_AZURE_6", "CKV_AZURE_115"],
  judge: apiEndpointPrivate,
};
