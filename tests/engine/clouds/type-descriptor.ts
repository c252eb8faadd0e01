import type { CloudObject } from "./journal";
import type { Properties } from "./properties";

/** How one type behaves in its cloud. All paths are dotted, `[*]` for a list's entries. */
export interface TypeDescriptor {
  /** Which property takes a name of Pulumi's making where the program gives none, and how long it may be. */
  autoname?: Autoname;
  /** What Check fills in where the program leaves it out, as the real provider does; known at preview. */
  defaults?: Properties;
  /** The object's id. */
  id?(making: Making): string;
  /** The id by which an object is imported, where that is not its id. */
  importId?(inputs: Properties): string;
  /** What only the cloud tells: every output that is not an input. Its keys must not depend on what is not known yet. */
  computed?(made: Made): Properties;
  /** Of `computed`, what an update makes anew because it follows from the inputs. The rest stays as the create made it. */
  follows?: string[];
  /** What an update changes besides, out of the outputs before it. */
  updated?(before: Properties): Properties;
  /** Properties that cannot change in place. A source stands beside each table. */
  immutable?: string[];
  /** Properties that the provider would change in place but the cloud refuses to. */
  fixed?: string[];
  /** Outputs that the real provider's schema marks secret. */
  secret?: string[];
  /** Inputs that are no outputs: parts of the id (Azure's path parameters). */
  withheld?: string[];
  /** Which inputs name other objects. */
  uses?: Record<string, Use>;
  /** Keys of which no two objects of the type may have the same; absent where the object has none. */
  unique?: ((inputs: Properties) => string | undefined)[];
  /** A create that would double a unique key takes the object that is there, as the cloud's own call does. */
  adopts?: boolean;
  /** The object goes, but its unique keys stay taken. */
  staysTaken?: boolean;
  /** Why an object with these inputs is not deleted, in the provider's words. */
  keeps?(inputs: Properties): string | undefined;
  /** API server of a cluster: the objects in it go with it. */
  serves?(object: CloudObject): string;
  /** Why the cloud refuses these inputs beside the objects of the same type that it has, in its words. */
  refuses?(inputs: Properties, others: CloudObject[]): string | undefined;
}

export interface Autoname {
  property: string;
  /** Longest name; absent: without limit. */
  longest?: number;
  /** `copy`: the logical name as it is; `uuid`: nothing of it. Default: the logical name and a random end. */
  style?: "copy" | "uuid";
}

/** An input that names another object. */
export interface Use {
  /** Types that it may name. */
  types: string[];
  /** Output of the named object that stands in the input; default its id. */
  by?: string;
  /** Inputs that both must have alike, for names that are unique in them only. */
  within?: string[];
  /**
   * What the cloud does when the named object is to be deleted: refuse (`held`, the default), delete this one with it
   * (`owned`), or nothing (`loose`).
   */
  bond?: "held" | "owned" | "loose";
}

/** What a create knows. */
export interface Making {
  type: string;
  /** Logical name. */
  name: string;
  /** Plain. */
  inputs: Properties;
  /** Of the provider instance, plain: region, project, subscription. */
  provider: Properties;
  /** 64 hexadecimal digits that only this create has, another for each purpose. */
  digest(purpose: string): string;
  /** The first object that the input at `path` names. */
  used(path: string): CloudObject | undefined;
  /** A public address that nothing else has. */
  address(purpose: string): string;
}

export interface Made extends Making {
  id: string;
}
