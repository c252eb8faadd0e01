// Where Pulumi's schema analyser looks for the components' types; programs and plugins load dist/components.
export * from "./components";
