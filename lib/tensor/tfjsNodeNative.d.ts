// Native tfjs-node is optional: where it is missing, so are its types. Loading it is all it is for.
declare module "tfjs-node-native";
