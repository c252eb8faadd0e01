import { flannelPrograms } from "./flannel/programs";
import { controlPlane, controlPlaneSource } from "./programs";

/** `tsx tests/kubernetes/build.ts`: makes ready what the tests with a Kubernetes API server or with Flannel run, and says where it is. */
async function main(): Promise<void> {
  const source = controlPlaneSource();
  if (source === undefined) throw new Error("go is not on the PATH: install it");
  if (source === "go") console.log("building kube-apiserver, etcd and Helm: some minutes, once");
  for (const file of Object.values(await controlPlane())) console.log(file);
  console.log((await flannelPrograms()).flanneld);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
