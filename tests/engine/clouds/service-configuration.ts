import messages from "@pulumi/pulumi/proto/provider_pb";
import { answered } from "./answer";
import { CLOUDS } from "./clouds";
import { holdsUnknown } from "./difference";
import type { Instances } from "./instances";
import { fromStruct, plainProperties, sameValue, text, toStruct } from "./properties";
import type { Store } from "./store";
import { serverOf } from "./unreachable";

/** What all answers are given from. */
export interface Context {
  directory: string;
  store: Store;
  instances: Instances;
}

/** Calls about providers themselves, and their functions. */
export function configuration({ directory, store, instances }: Context) {
  return {
    checkConfig: answered<messages.CheckRequest, messages.CheckResponse>(directory, ({ request, record }) => {
      record.urn = request.getUrn();
      const response = new messages.CheckResponse();
      response.setInputs(request.getNews());
      return response;
    }),

    diffConfig: answered<messages.DiffRequest, messages.DiffResponse>(directory, ({ request, record }) => {
      record.urn = request.getUrn();
      const before = plainProperties(fromStruct(request.getOldInputs() ?? request.getOlds()));
      const after = plainProperties(fromStruct(request.getNews()));
      const response = new messages.DiffResponse();
      const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
      response.setChanges(sameValue(before, after) ? DIFF_NONE : DIFF_SOME);
      // Another server is another cluster (pulumi-kubernetes, `provider.go`, DiffConfig); an unknown one may be the same.
      const servers = [before, after].map((settings) => serverOf(text(settings, "kubeconfig")));
      if (!holdsUnknown(after.kubeconfig) && servers[0] !== servers[1])
        response.setReplacesList(["kubeconfig"]);
      return response;
    }),

    configure: answered<messages.ConfigureRequest, messages.ConfigureResponse>(
      directory,
      ({ request, peer, record }) => {
        const settings = fromStruct(request.getArgs());
        record.urn = request.getUrn();
        record.properties = settings;
        const cloud = instances.configure(peer, request.getUrn() ?? "", settings);
        const response = new messages.ConfigureResponse();
        response.setAcceptsecrets(cloud?.acceptsSecrets ?? true);
        response.setAcceptresources(false);
        response.setSupportspreview(true);
        response.setSupportsAutonamingConfiguration(true);
        return response;
      },
    ),

    invoke: answered<messages.InvokeRequest, messages.InvokeResponse>(
      directory,
      ({ request, peer, record }) => {
        const token = request.getTok();
        const args = plainProperties(fromStruct(request.getArgs()));
        record.type = token;
        record.properties = args;
        const run = CLOUDS[token.split(":")[0] ?? ""]?.functions[token];
        if (!run) throw new Error(`the simulated clouds have no function ${token}`);
        const response = new messages.InvokeResponse();
        response.setReturn(toStruct(run(args, store.objects(), instances.settings(peer))));
        return response;
      },
    ),
  };
}
