/** The scope of a service worker; the types of all workers know only what is common to them. */
export const here = globalThis as unknown as ServiceWorkerGlobalScope;
