// It has no types of its own: loading it is all it is for.
declare module "@tensorflow/tfjs-core/dist/register_all_gradients.js";
