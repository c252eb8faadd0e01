import type { MemberPlan } from "../../network/plan/shape";
import { type Finding, missing, ok } from "./finding";
import type { Surroundings } from "./surroundings";

/** The program that a kubeconfig of a cloud calls for a token, and where it comes from. */
const BINARIES = {
  aws: {
    program: "aws",
    install:
      "install the AWS CLI 2: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
  },
  gcp: {
    program: "gke-gcloud-auth-plugin",
    install:
      "run `gcloud components install gke-gcloud-auth-plugin`, or install your system's package of that name",
  },
};

/** The programs without which no chart can be installed in the members' clusters. */
export function credentialBinaries(members: MemberPlan[], { hasProgram }: Surroundings): Finding[] {
  const clusters = members.filter(({ cloud }) => cloud !== "site");
  const needed = (["aws", "gcp"] as const).flatMap((cloud): Finding[] => {
    const names = clusters.filter((member) => member.cloud === cloud).map(({ name }) => name);
    if (names.length === 0) return [];
    const { program, install } = BINARIES[cloud];
    const whose = `the kubeconfig of ${names.join(", ")}`;
    return [
      {
        check: "credential-binary",
        subject: program,
        mandatory: true,
        ...(hasProgram(program)
          ? ok(`on the PATH, for ${whose}`)
          : missing(`not on the PATH, and ${whose} gets its tokens from it`, install)),
      },
    ];
  });
  const azure = clusters.filter(({ cloud }) => cloud === "azure").map(({ name }) => name);
  if (azure.length === 0) return needed;
  const why = `not needed: the kubeconfig of ${azure.join(", ")} holds a client certificate`;
  return [...needed, { check: "credential-binary", subject: "kubelogin", mandatory: false, ...ok(why) }];
}
