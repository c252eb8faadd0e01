import type { PinnedModule } from "../../go/module";

/** Where definitions of custom resources come from: a Go module, which the checksum makes one and the same everywhere. */
export interface DefinitionSource extends PinnedModule {
  /** Folders of the module that hold one definition a file. */
  folders: readonly string[];
  /** Why this version. */
  fits: string;
}

/**
 * One version for each chart that we pin. Read on 2026-11-24. Submariner is not here: the Go module proxy serves its modules up to no
 * version of the chart (0.24), and those that it has (0.20 to 0.22) have no entry in the checksum database.
 */
export const DEFINITION_SOURCES: readonly DefinitionSource[] = [
  {
    module: "github.com/cilium/cilium",
    version: "v1.19.6",
    sum: "h1:2G0yzfral3u6v56dY3tx2pT4U1sbMXDSKTBlGBYgRGo=",
    folders: ["pkg/k8s/apis/cilium.io/client/crds/v2", "pkg/k8s/apis/cilium.io/client/crds/v2alpha1"],
    fits: "the chart cilium 1.19.6",
  },
  {
    module: "sigs.k8s.io/mcs-api",
    version: "v0.3.1-0.20260224125735-0f775a3eff97",
    sum: "h1:SCB1P+SmtFETI9jkWt7bRVYXPeFPtT1zFtskvfXYetU=",
    folders: ["config/crd"],
    fits: "what Cilium 1.19.6 requires in its go.mod",
  },
  {
    module: "github.com/prometheus-operator/prometheus-operator",
    version: "v0.93.1",
    sum: "h1:4Juk8v93RdG1DSGD/mGp+SeQKPmnlLIj2iq3blLZgFY=",
    folders: ["example/prometheus-operator-crd"],
    fits: "the chart kube-prometheus-stack 88.5.3",
  },
  {
    // Calico's own module has no version that a tag names. The operator carries Calico's definitions and its own.
    module: "github.com/tigera/operator",
    version: "v1.42.3",
    sum: "h1:dNXhLahS2j+KvRuWfTu1ulzrnr7YprHNOvctzdsE5Mo=",
    folders: [
      "pkg/imports/crds/operator",
      "pkg/imports/crds/calico/v1.crd.projectcalico.org",
      "pkg/imports/crds/calico/v3.projectcalico.org",
    ],
    fits: "the chart tigera-operator v3.32.1",
  },
];
