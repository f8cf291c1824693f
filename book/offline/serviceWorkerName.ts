/** At the root of the site, whose pages it may answer for. The name stays: browsers ask for it again and again. */
export const serviceWorkerName = "service-worker.js";
