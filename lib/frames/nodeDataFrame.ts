export { DataFrame } from "danfojs-node";
